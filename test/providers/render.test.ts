import fc from 'fast-check';
import { type MailView, mailView } from '../../functions/core/messages/message';
import { noticeView } from '../../functions/core/messages/notices';
import { stepOf } from '../../functions/core/series/step';
import { renderMail } from '../../functions/providers/render';
import { all, context, english, links, noticeLinks, practice } from '../templates/sample';

const backCare = all.find(({ seriesId }) => seriesId === 'back-care')!;
const words = stepOf(backCare, 'stretching').words;
const view = mailView(english(words), context);

describe('filling a look', () => {
  it('escapes in HTML and not in plain text', () => {
    const { html, text } = renderMail('message', { ...view, headline: 'Run & <b>rest</b>' });
    expect(html).toContain('Run &amp; &lt;b&gt;rest&lt;/b&gt;');
    expect(text).toContain('Run & <b>rest</b>');
  });

  it('writes a link so that the source of the mail holds it whole', () => {
    const full = mailView(english({ ...words, choices: true }), context);
    const href = 'https://x.example/?a=1&b="2"';
    const { html, text } = renderMail('message', { ...full, button: { label: 'a=b', href, plain: href } });
    expect(html).toContain('href="https://x.example/?a=1&amp;b=&quot;2&quot;"');
    expect(html).not.toMatch(/&#x3D;|&#61;/i);
    expect(text).toContain(href);
  });

  it('throws on a field that is missing rather than leave a hole', () => {
    for (const field of ['headline', 'why', 'links', 'safety', 'disclaimer'] as const) {
      const { [field]: _, ...rest } = view;
      expect(() => renderMail('message', rest as MailView)).toThrow(field === 'headline' ? /headline/ : /not defined/);
    }
  });

  it('throws on a field that is missing inside a list', () => {
    const figures = [{ src: 'x', alt: 'x', title: 'x' }] as MailView['figures'];
    expect(() => renderMail('message', { ...view, figures })).toThrow(/text/);
  });

  it('fills every block of the look at once', () => {
    const full = mailView(english({ ...words, choices: true, locations: true }), context);
    const { html, text } = renderMail('message', full);
    for (const part of [links.checkIn.worse, '(770) 555-0113', links.targets.book])
      for (const out of [html, text]) expect(out.replaceAll('&amp;', '&')).toContain(part);
  });

  it('takes the colour of the practice, and its logo', () => {
    const mine = { ...practice, colour: '#8a1f5c', logo: { light: 'logo.svg', dark: 'night.png', width: 120 } };
    const { html } = renderMail('message', mailView(english(words), { ...context, practice: mine }));
    expect(html).toContain('#8a1f5c');
    expect(html).not.toMatch(/#0b5c6b|#abcde\d/);
    for (const [look, name] of [
      ['on-light', 'logo.png'],
      ['on-dark', 'night.png'],
    ] as const)
      expect(html).toContain(`class="${look}" src="${links.asset(name)}" alt="${practice.name}" width="120"`);
  });

  it('gives a notice no link of a list mail', () => {
    const notice = noticeView('confirm-email', practice, noticeLinks, { firstName: 'Sam' }) as MailView;
    const { html, text } = renderMail('notice', notice);
    expect(html + text).not.toMatch(/unsubscribe|Your choices|Book/i);
    expect(html).toContain('Yes, sign me up');
  });

  it('survives any name: no markup, no new header line, no token', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '<script>alert(1)</script>',
        'a\r\nBcc: b@c.example',
        '\u202eevil',
        '🏃🏽‍♀️',
        '{{constructor}}',
        '"><img src=x>',
        '$&',
      ),
    );
    const plain = renderMail('message', mailView(english({ ...words, subject: 'Hi {{firstName}}' }), context));
    const count = (html: string) => html.match(/<[a-z]+/g)!.length;
    fc.assert(
      fc.property(nasty, (firstName) => {
        const named = mailView(english({ ...words, subject: 'Hi {{firstName}}' }), { ...context, firstName });
        const { html, text } = renderMail('message', named);
        expect(named.subject).not.toMatch(/[\r\n]/);
        expect(html).not.toMatch(/\{\{|\}\}|<script|undefined|\[object/);
        expect(text).not.toMatch(/\{\{|\}\}|undefined|\[object/);
        expect(count(html)).toBe(count(plain.html));
      }),
      { numRuns: 60 },
    );
  });

  it('closes every table, row and cell it opens', () => {
    const { html } = renderMail('message', mailView(english({ ...words, choices: true, locations: true }), context));
    const shown = html.replace(/<!--.*?-->/gs, '');
    for (const tag of ['table', 'tr', 'td', 'div', 'p', 'a'])
      expect([tag, shown.match(new RegExp(`<${tag}[\\s>]`, 'g'))?.length]).toEqual([
        tag,
        shown.split(`</${tag}>`).length - 1,
      ]);
  });
});
