import { day, hour } from '../../../functions/core/base/time';
import { relearned } from '../../../functions/core/membership/relearned';
import { facts, withAnswers, withFact } from '../../../functions/core/person/profile';
import type { Happening } from '../../../functions/core/sending/journal';
import { aPerson, aProfile, aRun, memory, monday } from '../../support/memory';

const known = aProfile({
  pain: 'structural',
  seen: true,
  checkIn: 'worse',
  location: 'north',
  postalCode: '10001',
  source: 'qr-5k',
});

describe('newer answers', () => {
  const { source: _source, postalCode: _zip, ...answers } = aProfile({ pain: 'none', firstName: 'Kim' });

  it('replace answers and unlearn no fact', () => {
    expect(withAnswers(answers, known)).toMatchObject({
      firstName: 'Kim',
      answers: { pain: 'none' },
      seen: true,
      checkIn: 'worse',
      location: 'north',
    });
    for (const fact of facts) expect(withAnswers(answers, known)[fact]).toBe(known[fact]);
  });

  it('bring what was learned where they come from; of two check-ins the more worrying one counts', () => {
    expect(withAnswers({ ...answers, checkIn: 'better', seen: true }, aProfile())).toMatchObject({
      checkIn: 'better',
      seen: true,
    });
    for (const [one, other] of [
      ['worse', 'better'],
      ['better', 'worse'],
      ['worse', 'same'],
    ] as const)
      expect(withAnswers({ ...answers, checkIn: one }, aProfile({ checkIn: other })).checkIn).toBe('worse');
    expect(withAnswers(answers, aProfile({ seen: false }))).toMatchObject({ seen: false });
  });

  it('keep where somebody lives and came from, if they hold no clue about it', () => {
    const guessed = { ...answers, zones: ['America/Los_Angeles'], zoneSource: 'practice' as const, state: 'CA' };
    const kept = { zones: known.zones, zoneSource: 'stated', state: 'NY', postalCode: '10001', source: 'qr-5k' };
    expect(withAnswers(guessed, known)).toMatchObject(kept);
    const moved = { ...guessed, zoneSource: 'postal-code' as const, postalCode: '90001', source: 'ad' };
    expect(withAnswers(moved, known)).toMatchObject({ ...moved });
  });

  it('of somebody unknown are all there is', () => {
    expect(withAnswers(answers, undefined)).toEqual(answers);
  });
});

test('a fact that is no news changes nothing, and somebody without answers has no facts', () => {
  const person = aPerson({ profile: known });
  expect(withFact(person, { seen: true })).toBe(person);
  expect(withFact(person, { checkIn: 'worse' })).toBe(person);
  expect(withFact(person, { checkIn: 'better' }).profile?.checkIn).toBe('better');
  const { profile: _none, ...blank } = person;
  expect(withFact(blank, { seen: true })).toBe(blank);
});

describe('what the history says after a restore', () => {
  const person = aPerson({
    enrollments: [aRun({ completedSteps: ['welcome'], stepId: 'stretching', lastSentAt: monday })],
  });
  const restored = async (given: [Happening, number][], from = monday) => {
    const history = given.map(([happening, at]) => ({
      subscriber: person.id,
      id: `h${at}`,
      at: monday + at,
      happening,
    }));
    return relearned(person, history, from, await memory().base.book(person), monday + 9 * day);
  };
  const said = (answer: string): Happening => ({ what: 'check-in', answer });
  const chose = (change: string): Happening => ({ what: 'preferences', change });

  it('is learned again, in the order in which it was said, and the path follows', async () => {
    const again = await restored([
      [said('worse'), 2 * hour],
      [said('same'), hour],
    ]);
    expect(again.profile?.checkIn).toBe('worse');
    expect(again.enrollments[0]?.stepId).toBe('spine-doctor');
    const reply = { what: 'reply', body: '3', meaning: 'check-in', forStaff: false, providerId: 'p' } as const;
    expect((await restored([[reply, hour]])).profile?.checkIn).toBe('worse');
    const staff = { what: 'staff', actor: 'Kim', action: 'marked as seen by a doctor' } as const;
    expect((await restored([[staff, hour]])).profile?.seen).toBe(true);
  });

  it('holds for breaks, topics, language and visits as well', async () => {
    expect((await restored([[chose('paused for 30 days'), hour]])).pausedUntil).toBe(monday + hour + 30 * day);
    expect(
      await restored([
        [chose('paused for 30 days'), hour],
        [chose('resumed'), day],
      ]),
    ).not.toHaveProperty('pausedUntil');
    expect((await restored([[chose('topic back-care off'), hour]])).topicsOff).toEqual(['back-care']);
    expect((await restored([[chose('language es'), hour]])).profile?.locale).toBe('es');
    expect((await restored([[{ what: 'booking', booking: 'b' }, hour]])).visitUntil).toBe(monday + hour + 14 * day);
  });

  it('is nothing new where it is from before the backup, and the same when it is said twice', async () => {
    expect(await restored([[said('worse'), -hour]])).toBe(person);
    expect(await restored([])).toBe(person);
    const once = await restored([[chose('topic back-care off'), hour]]);
    expect(
      relearned(
        once,
        [{ subscriber: person.id, id: 'h', at: monday + hour, happening: chose('topic back-care off') }],
        monday,
        await memory().base.book(person),
        monday,
      ),
    ).toEqual(once);
  });
});
