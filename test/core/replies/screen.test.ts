import fc from 'fast-check';
import { day, hour } from '../../../functions/core/base/time';
import { noticeView } from '../../../functions/core/messages/notices';
import { unsureProfile } from '../../../functions/core/person/contact';
import { hasAnswered } from '../../../functions/core/person/profile';
import type { Subscriber } from '../../../functions/core/person/subscriber';
import { segments } from '../../../functions/core/practice/gsm';
import { plan } from '../../../functions/core/sending/plan';
import { enroll, pathFor, rerouted } from '../../../functions/core/series/enrollment';
import { longestLink } from '../../../functions/core/series/merge';
import type { SeriesVersion } from '../../../functions/core/series/series';
import { defaultPolicy } from '../../../functions/core/time/policy';
import { bookkeeper } from '../../../functions/store/book';
import { aPerson, aProfile, aRun, monday } from '../../support/memory';
import { all, noticeLinks, practice } from '../../templates/sample';

const place = { zones: ['America/New_York'], zoneSource: 'area-code' as const, zoneConfidence: 0.7 };
const shipped = all.find(({ seriesId }) => seriesId === 'back-care')!;
const exercises = Object.keys(shipped.steps).filter((id) => shipped.steps[id]!.exercises);
const bookOf = (version: SeriesVersion, person: Subscriber) =>
  bookkeeper({ version: async () => version }, defaultPolicy, 'GA')(person);

/** What of a series comes to this person, week after week, and what they are told on the way. */
async function comesTo(
  person: Subscriber,
  version: SeriesVersion,
  weeks: number,
  then?: (person: Subscriber) => Subscriber,
) {
  const run = {
    id: 'enr_0000000000000001',
    seriesId: version.seriesId,
    version: version.version,
    channel: 'sms' as const,
  };
  const book = await bookOf(version, aPerson({ enrollments: [aRun(run)] }));
  let now = monday;
  let is: Subscriber = { ...person, enrollments: [enroll(person, run, book, now)] };
  const came: string[] = [];
  const skipped: string[] = [];
  for (; now < monday + weeks * 7 * day; now += hour) {
    if (then && now === monday + 15 * day) is = rerouted(then(is), book, now);
    const next = plan(is, book, now);
    const [one] = is.enrollments;
    if (next.do === 'resume') is = rerouted(is, book, now);
    if (next.do === 'delay') is = { ...is, enrollments: [{ ...one!, wakeAt: next.until }] };
    if (next.do !== 'send' && next.do !== 'skip') continue;
    if (next.do === 'send') came.push(next.intent.stepId);
    else skipped.push(`${next.stepId} ${next.reason}`);
    const stepId = one!.stepId!;
    const done = {
      ...one!,
      completedSteps: [...one!.completedSteps, stepId],
      ...(next.do === 'send' ? { lastSentAt: now } : {}),
    };
    is = rerouted({ ...is, enrollments: [done] }, book, now);
  }
  return { came, skipped, is };
}

const unknown = aPerson({ profile: unsureProfile(place) });

describe('somebody whose answers nobody knows', () => {
  it('has answered nothing until a form is filled in', () => {
    expect(hasAnswered(unsureProfile(place))).toBe(false);
    expect(hasAnswered(aProfile())).toBe(true);
  });

  it('gets rest and safety, and no exercise, on the shipped series', async () => {
    const { came, skipped } = await comesTo(unknown, shipped, 10);
    expect(came).toEqual(['welcome', 'rest', 'spine-doctor', 'check-in']);
    expect(skipped).toEqual([]);
  });

  it('gets the exercises after all once the answers allow them, and none twice', async () => {
    const { came } = await comesTo(unknown, shipped, 14, (is) => ({ ...is, profile: aProfile() }));
    expect(came).toEqual(expect.arrayContaining(exercises));
    expect(new Set(came).size).toBe(came.length);
  });

  it('gets none after answers of whoever a doctor should see first', async () => {
    const { came } = await comesTo(unknown, shipped, 14, (is) => ({
      ...is,
      profile: aProfile({ pain: 'structural' }),
    }));
    expect(came.filter((step) => exercises.includes(step))).toEqual([]);
  });

  it('is told of an exercise broadcast by nobody, with a reason for staff', async () => {
    const words = shipped.steps.stretching!;
    const broadcast: SeriesVersion = {
      ...shipped,
      kind: 'broadcast',
      paths: [{ name: 'Everyone', who: {}, steps: [{ day: 0, step: 'stretching' }] }],
      steps: { stretching: words },
    };
    const { came, skipped } = await comesTo(unknown, broadcast, 1);
    expect([came, skipped]).toEqual([[], ['stretching answers-not-known']]);
  });

  it('has no exercise on any path, whatever a series says and whatever was learned of them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...Object.keys(shipped.steps)), { minLength: 1, maxLength: 8 }),
        fc.constantFrom('none', 'mechanical', 'structural', 'unsure'),
        fc.constantFrom('new', 'regular', 'competitive'),
        fc.option(fc.boolean(), { nil: undefined }),
        (steps, pain, experience, seen) => {
          const path = { name: 'Any', who: {}, steps: [...new Set(steps)].map((step, n) => ({ day: n, step })) };
          const profile = {
            ...unsureProfile(place),
            answers: { pain, experience },
            ...(seen === undefined ? {} : { seen }),
          };
          const open = pathFor({ ...shipped, paths: [path] }, profile).steps.map(({ step }) => step);
          expect(open.filter((step) => exercises.includes(step))).toEqual([]);
          expect(open).toEqual(path.steps.map(({ step }) => step).filter((step) => !exercises.includes(step)));
        },
      ),
    );
  });
});

it('the text after YES asks for the signs of an emergency, in two parts with the longest link', () => {
  const text = noticeView('sms-profile-link', practice, { ...noticeLinks, action: longestLink }, {}, 'sms') as string;
  for (const sign of [
    /Reply 1 if/,
    /bladder or bowel/,
    /numbness between the legs/,
    /leg weakness/,
    /fever/,
    /bad fall/,
  ])
    expect(text).toMatch(sign);
  expect(segments(text)).toEqual({ encoding: 'GSM-7', parts: 2 });
});
