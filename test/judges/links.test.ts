import { typedAddress } from '../../functions/core/base/staff-text';
import { hour } from '../../functions/core/base/time';
import { composeMessage } from '../../functions/core/messages/compose-message';
import { noticeView, wordedKinds } from '../../functions/core/messages/notices';
import { guardKey } from '../../functions/core/person/address';
import type { NoticeKind } from '../../functions/core/person/subscriber';
import type { OutgoingText } from '../../functions/core/sending/outgoing';
import type { SeriesVersion } from '../../functions/core/series/series';
import { renderMail } from '../../functions/providers/render';
import { aNotice, aPerson, aRun, keys, memory, monday, publicUrl } from '../support/memory';
import { all, noticeLinks, practice } from '../templates/sample';

const composer = {
  keys,
  publicUrl,
  practice,
  addressKey: (address: string) => guardKey('secret', address),
  render: renderMail,
};

/** Every wording as a version whose step says just that, so that the sending code composes it. */
const tips: [string, () => Promise<string>][] = all.flatMap((series) =>
  Object.entries(series.steps).flatMap(([stepId, step]) =>
    [step.words, ...step.variants.map(({ words }) => words)].map((words, i): [string, () => Promise<string>] => [
      `${series.seriesId}/${stepId}#${i}`,
      async () => {
        const only: SeriesVersion = {
          ...series,
          steps: { ...series.steps, [stepId]: { ...step, words, variants: [] } },
        };
        const { seriesId, version } = series;
        const run = aRun({ channel: 'sms', seriesId, version, stepId });
        const person = aPerson({ enrollments: [run] });
        const book = await memory({ series: [only] }).base.book(person);
        return (composeMessage(composer, { person, sendable: run, book }, monday) as OutgoingText).body;
      },
    ]),
  ),
);

const hasText = (kind: NoticeKind): boolean => {
  try {
    return typeof noticeView(kind, practice, noticeLinks, {}, 'sms') === 'string';
  } catch {
    return false;
  }
};
const notices = wordedKinds.filter(hasText).map((kind): [string, () => Promise<string>] => [
  kind,
  async () => {
    const sendable = aNotice({ kind, expiresAt: monday + hour });
    const person = aPerson({ notices: [sendable] });
    const book = await memory().base.book(person);
    return (composeMessage(composer, { person, sendable, book }, monday) as OutgoingText).body;
  },
]);

const links = (body: string): string[] => body.match(/[a-z][a-z0-9+.-]*:\/\/\S+/gi) ?? [];

it.each([...tips, ...notices])(
  'the text %s holds no address but an https one of the practice’s own name (CTIA 5.3.2)',
  async (_, made) => {
    const body = await made();
    for (const link of links(body)) expect(new URL(link).origin).toBe(publicUrl);
    expect(typedAddress(body.replace(/https:\/\/\S+/g, ' '))).toBeUndefined();
  },
);

it('reads some texts with a link and some without', async () => {
  expect(tips.length).toBeGreaterThan(10);
  expect(notices.length).toBeGreaterThan(8);
  for (const [, made] of tips) expect(links(await made())).toHaveLength(1);
  const said = await Promise.all(notices.map(([, made]) => made()));
  expect(said.some((body) => links(body).length === 1)).toBe(true);
  expect(said.some((body) => links(body).length === 0)).toBe(true);
});

it('would see a shortener, a bare name and an address without TLS', () => {
  expect(typedAddress('Go to bit.ly/3x today')).toBe('bit.ly');
  expect(links('see http://tips.practice.example/a')).toEqual(['http://tips.practice.example/a']);
});
