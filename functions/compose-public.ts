import type { Context } from 'hono';
import type { Config } from './config';
import type { Edges } from './core/base/edges';
import { StridewellError } from './core/base/error';
import { readToken } from './core/base/token';
import { deskId, deskPerson, toldOf } from './core/bookings/desk';
import { limiter } from './core/membership/limiter';
import { namedIn, type SignupRequest } from './core/membership/signup';
import { normalisePhone, sourceKey } from './core/person/address';
import { phoneText } from './core/practice/phone-text';
import { book, bookingView } from './flows/public/book';
import { checkIn } from './flows/public/check-in';
import { click } from './flows/public/click';
import { completeProfile } from './flows/public/complete-profile';
import { confirm, confirmation } from './flows/public/confirm';
import { comingDates } from './flows/public/dates';
import { leaveByAddress, leaveByLink } from './flows/public/leave';
import { dataPage, deleteMyData, myData } from './flows/public/my-data';
import { prefer, preferences } from './flows/public/preferences';
import { readerLocale } from './flows/public/reader';
import { signUp } from './flows/public/signup';
import { textTip, tip } from './flows/public/tips';
import { budgets, ground, hints } from './ground';
import { publicApp } from './http/public/app';
import type { Asked } from './http/public/ports';
import { log } from './log';
import { pictures } from './providers/pictures';
import { bookingStore } from './store/bookings';

interface PublicEdges extends Edges {
  /** The caller's address: from the gateway in the cloud, from the socket at home. */
  ipOf(c: Context): string | undefined;
}

/** Everything runners can reach. */
export function composePublic(config: Config, edges: PublicEdges) {
  const base = ground(config, edges);
  const { wake } = hints(config);
  const bookings = bookingStore(base.client, config.tables.records);
  const tellDesk = async (bookingId: string): Promise<void> => {
    const now = edges.now();
    const id = deskId(config.practice.frontDesk);
    if (!(await base.people.load(id)))
      await base.people.create(deskPerson(config.practice.frontDesk, now)).catch(() => undefined);
    await base.people.change(id, (desk) => toldOf(desk, bookingId, now));
    await wake(id, 'email');
  };
  const ports = { ...base, wake, bookings, tellDesk };
  const within = budgets(config, base);
  const charge = async (...asked: Parameters<typeof within>): Promise<void> => {
    if (await within(...asked)) return;
    const phone = phoneText(config.practice.phone);
    throw new StridewellError(
      'too-many-requests',
      `We get more requests than we can take just now. Please try again in an hour, or call us at ${phone}.`,
    );
  };
  const chargedSignUp = async (request: SignupRequest, asked: Asked): Promise<void> => {
    await charge('signUps', { ip: asked.ip, addresses: namedIn(request).map(({ address }) => address) });
    await signUp(ports, request, asked);
  };
  const preferring = { ...ports, signUp: chargedSignUp };
  return publicApp(
    {
      read: (purpose, token) => readToken(config.linkKeys, purpose, token),
      localeOf: (purpose, token) => readerLocale({ keys: config.linkKeys, people: base.people }, purpose, token),
      signUp: chargedSignUp,
      confirmation: (token) => confirmation(ports, token),
      confirm: (token, asked, alone) => confirm(ports, token, asked, alone),
      leave: (token, asked) => leaveByLink(ports, token, asked),
      leaveByAddress: (address, asked) => leaveByAddress(ports, address, asked),
      completeProfile: async (token, answers) => void (await completeProfile(ports, token, answers)),
      click: (token, visit) => click(ports, token, visit),
      checkIn: (token, reply) => checkIn(ports, token, reply),
      bookingView: (token) => bookingView(ports, token),
      book: async (token, request, { ip }) => {
        await charge('bookings', { ip, addresses: request.phone ? [normalisePhone(request.phone, 'calls')] : [] });
        return book(ports, token, request);
      },
      tip: (token) => tip(ports, token),
      textTip: (token) => textTip(ports, token),
      dates: (token) => comingDates(ports, token),
      preferences: (token) => preferences(preferring, token),
      prefer: (token, wanted, asked) => prefer(preferring, token, wanted, asked),
      dataPage: (token) => dataPage(ports, token),
      myData: (token) => myData(ports, token),
      deleteMyData: (token) => deleteMyData(ports, token),
    },
    {
      practice: config.practice,
      publicUrl: config.publicUrl,
      now: edges.now,
      sleep: edges.sleep,
      answersEvery: config.answersEvery,
      elapsed: () => performance.now(),
      assets: pictures(config.drawings, config.practice.logo),
      limit: limiter(edges.now),
      perMinute: { signUps: config.signupsPerMinute, forms: Math.max(60, config.signupsPerMinute), guesses: 20 },
      ipOf: edges.ipOf,
      sourceOf: (c) => sourceKey(config.guardSecret, edges.ipOf(c) ?? ''),
      note: (line) => log('answered', { door: 'public', ...line }),
      unexpected: (errorClass) => log('unexpected', { door: 'public', error: errorClass }),
    },
  );
}
