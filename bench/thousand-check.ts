import { inTextHours, isMarketing, localTime, type Message } from '../test/journey/world';
import type { Runner } from './runners';
import { afterwards, type Seen } from './thousand-report';

const day = 86_400_000;

/** Each promise with how often it was broken, checked one message and one person at a time. */
export function verify(seen: Seen[], problems: string[]): [promise: string, looked: number, broken: number][] {
  const all = seen.flatMap((one) => [...one.email, ...one.sms].map((message) => ({ one, message })));
  const marketing = all.filter(({ message }) => isMarketing(message));
  const rows: [string, number, number][] = [];
  const check = <T>(promise: string, among: T[], broken: (item: T) => string | undefined) => {
    const found = among.flatMap((item) => broken(item) ?? []);
    problems.push(...found.map((what) => `${promise}: ${what}`));
    rows.push([promise, among.length, found.length]);
  };
  const told = (message: Message, { zone }: Runner) =>
    `${message.channel} ${message.tags.step} at ${message.acceptedAt} in ${zone}`;
  const left = seen.filter(({ did }) => did && did.how !== 'book');

  check('Messages to someone after they left that channel', left, ({ did, email, sms }) => {
    const after = afterwards(did!, did!.channel === 'email' ? email : sms);
    return after.length > 0 ? `${did!.how}: ${after.map(({ tags }) => tags.step).join(', ')}` : undefined;
  });
  check(
    'STOP answered by other than one confirmation',
    left.filter(({ did }) => did!.how === 'stop'),
    ({ sms }) => {
      const answers = sms.filter(({ tags }) => tags.step === 'sms-stop').length;
      return answers === 1 ? undefined : `${answers} answers`;
    },
  );
  check(
    'Drip or campaign texts outside Monday to Friday, 10:00 to 18:00 where the runner is',
    marketing.filter(({ message }) => message.channel === 'sms'),
    ({ one, message }) => (inTextHours(message.acceptedAt, one.runner.zone) ? undefined : told(message, one.runner)),
  );
  check(
    'Drip or campaign mails outside 8:00 to 20:00 where the runner is (the first may come at any hour)',
    marketing.filter(
      ({ message }) => message.channel === 'email' && !/^(welcome|spine-doctor-first)$/.test(message.tags.step),
    ),
    ({ one, message }) => {
      const { hour } = localTime(message.acceptedAt, one.runner.zone);
      return hour >= 8 && hour < 20 ? undefined : told(message, one.runner);
    },
  );
  check(
    'Exercises to someone a doctor should see first',
    marketing.filter(({ one }) => isStructural(one.runner)),
    ({ one, message }) =>
      /^(stretching|cross-training)$/.test(message.tags.step) &&
      !(one.seenAt !== undefined && Date.parse(message.acceptedAt) >= one.seenAt)
        ? told(message, one.runner)
        : undefined,
  );
  const times = new Map<string, number>();
  for (const {
    message: { tags },
  } of all) {
    const key = [tags.subscriber, tags.target, tags.step].join(' ');
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  check('Messages sent twice (same person, run and step)', [...times], ([key, n]) => (n > 1 ? key : undefined));
  check(
    'Messages to an address that never confirmed, but for its one confirmation',
    seen.flatMap((one) => [
      ...(one.runner.signup.email && !one.runner.confirms.email ? [{ one, got: one.email }] : []),
      ...(one.runner.signup.phone && !one.runner.confirms.sms ? [{ one, got: one.sms }] : []),
    ]),
    ({ got }) => (got.length === 1 ? undefined : got.map(({ tags }) => tags.step).join(', ') || 'nothing at all'),
  );
  check(
    'Tips of the series within 14 days of a request for a visit',
    seen.filter(({ did }) => did?.how === 'book'),
    ({ did, email, sms }) => {
      const during = [...email, ...sms].filter(
        (message) =>
          isOfSeries(message) &&
          Date.parse(message.acceptedAt) > did!.at &&
          Date.parse(message.acceptedAt) < did!.asked + 14 * day,
      );
      return during.length > 0 ? during.map(({ tags }) => tags.step).join(', ') : undefined;
    },
  );
  const staying = seen.filter(({ did, runner }) => !did && runner.confirms.email && runner.signup.email);
  check('Runners who stayed but got fewer than four mails', staying, ({ email }) =>
    email.filter(isMarketing).length < 4 ? `${email.map(({ tags }) => tags.step).join(', ')}` : undefined,
  );
  return rows;
}

const isStructural = ({ structural }: Runner): boolean => structural;

/** A broadcast's one step is called `message`; a request for a visit rests the series, not the news of the practice. */
function isOfSeries(message: Message): boolean {
  return isMarketing(message) && message.tags.step !== 'message';
}
