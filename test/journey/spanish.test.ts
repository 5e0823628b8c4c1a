import { linkIn, openTown, steps, type Town } from './world';

// Weeks pass in this journey, and a busy machine takes its time.
jest.setTimeout(120_000);

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const answers = { firstName: 'Sofía', experience: 'new', pain: 'mechanical', crossTraining: true, adult: true };

describe('a runner who reads Spanish', () => {
  const email = 'sofia@example.com';
  const phone = '+16025550171';
  const last = async (to: string) => (await town.outbox(to)).at(-1)!;

  test('is asked, welcomed and written to in Spanish, with the language of each mail said', async () => {
    const signup = { ...answers, email, phone, emailConsent: true, smsConsent: true, tipsBy: 'both', locale: 'es' };
    expect((await town.post('/subscribe', signup)).status).toBe(202);
    await town.settle();
    const asked = await last(email);
    expect(asked.subject).toBe('Confirme que quiere recibir consejos');
    expect(asked.html).toMatch(/<html[^>]* lang="es"/);
    expect((await last(phone)).text).toMatch(/^Pinnacle Ortho: Responda SI para recibir Consejos para Correr/);
    await town.post(linkIn(asked, 'confirm'), {});
    await town.text(phone, 'Sí');
    await town.settle();
    const welcome = (await town.outbox(email)).find(({ tags }) => tags.step === 'welcome')!;
    expect(welcome.subject).toBe('¡Le damos la bienvenida! Consejos para correr');
    expect(welcome.html).toMatch(/<html[^>]* lang="es"/);
    expect(welcome.text).toContain('Llame al 911 o vaya a la sala de emergencias. No espere nuestra respuesta.');
    expect(welcome.text).toContain('Usted recibe este correo porque pidió a Pinnacle Orthopaedics consejos');
    expect(welcome.html).not.toMatch(/Unsubscribe|Your choices|Or call us/);
    expect((await town.outbox(phone)).find(({ tags }) => tags.step === 'sms-welcome')?.text).toMatch(
      /Listo, usted recibe Consejos para Correr/,
    );
  });

  test('gets texts of one part whose page is Spanish too', async () => {
    await town.advance('P30D');
    const texts = (await town.outbox(phone)).filter(({ tags }) => tags.target.startsWith('enr_'));
    expect(steps(texts).slice(0, 3)).toEqual(['welcome', 'stretching', 'rest']);
    for (const { text, parts } of texts) {
      expect(text).toMatch(/Solo info, no consejo médico https?:/);
      expect(parts).toBe(1);
    }
    const page = await town.get(linkIn(texts[1]!, 't'));
    expect(page.text).toMatch(/<html[^>]* lang="es"/);
    expect(page.text).toContain('Tres estiramientos cada vez que corra');
  });

  test('AYUDA, ENGLISH and ALTO are answered in their own language', async () => {
    await town.text(phone, 'ayuda');
    await town.settle();
    expect((await last(phone)).text).toMatch(/Si necesita ayuda, llame al \(770\) 555-0100/);
    await town.text(phone, 'ENGLISH');
    await town.settle();
    expect((await last(phone)).text).toMatch(/We now write to you in English/);
    await town.text(phone, 'alto');
    await town.settle();
    expect((await last(phone)).text).toBe('Pinnacle Ortho: Listo, usted se dio de baja. No le mandamos otro texto.');
    const before = (await town.outbox(phone)).length;
    await town.text(phone, 'parar');
    await town.advance('P14D');
    expect(await town.outbox(phone)).toHaveLength(before);
    const mails = (await town.outbox(email)).filter(({ tags }) => tags.target.startsWith('enr_'));
    expect(mails.at(-1)!.html).toMatch(/<html[^>]* lang="en"/);
  });
});

test('a step without Spanish goes out in English, and says so', async () => {
  const email = 'rosa@example.com';
  await town.post('/subscribe', { ...answers, email, emailConsent: true, locale: 'es' });
  await town.settle();
  await town.post(linkIn((await town.outbox(email)).at(-1)!, 'confirm'), {});
  await town.settle();
  await town.advance('P41D');
  const asked = (await town.outbox(email)).find(({ tags }) => tags.step === 'check-in')!;
  await town.post(linkIn(asked, 'check-in'), { answer: 'worse' });
  await town.advance('P9D');
  const call = (await town.outbox(email)).find(({ tags }) => tags.step === 'call-back')!;
  expect(call.subject).toBe('Would you like a call from us?');
  expect(call.html).toMatch(/<html[^>]* lang="en"/);
  expect(call.text).toContain('Call 911 or go to the ER.');
});
