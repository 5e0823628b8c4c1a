import fc from 'fast-check';
import { hour } from '../../../functions/core/base/time';
import { type Delivery, mergeDelivery, outcomeOf } from '../../../functions/core/sending/delivery';
import { leaseFor, resolveAfter } from '../../../functions/core/sending/due';
import { sightings } from '../../support/arbitrary';

/** Sightings that even disagree on what the message was (the audience changed between two tries). */
const disagreeing = fc
  .tuple(
    sightings,
    fc.array(fc.record({ campaignId: fc.constantFrom('a', 'b', 'c'), version: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 5,
      maxLength: 5,
    }),
  )
  .map(([seen, others]) => seen.map((one, i): Delivery => (i % 2 ? { ...one, ...others[i] } : one)));
const merged = (seen: Delivery[]) => seen.reduce(mergeDelivery);

describe('merging what is known of a message', () => {
  it('never depends on the order', () => {
    fc.assert(
      fc.property(
        disagreeing.chain((seen) => fc.tuple(fc.constant(seen), fc.shuffledSubarray(seen, { minLength: seen.length }))),
        ([seen, order]) => {
          expect(merged(order)).toEqual(merged(seen));
        },
      ),
    );
  });
  it('never depends on how it is grouped', () => {
    fc.assert(
      fc.property(disagreeing, (seen) => {
        if (seen.length < 3) return;
        const [a, b, c] = seen as [Delivery, Delivery, Delivery];
        expect(mergeDelivery(mergeDelivery(a, b), c)).toEqual(mergeDelivery(a, mergeDelivery(b, c)));
      }),
    );
  });
  it('adds nothing the second time', () => {
    fc.assert(
      fc.property(disagreeing, (seen) => {
        expect(merged([...seen, ...seen])).toEqual(merged(seen));
      }),
    );
  });
  it('never takes a fact back', () => {
    fc.assert(
      fc.property(disagreeing, (seen) => {
        const names = new Set(seen.flatMap(({ facts }) => Object.keys(facts)));
        expect(new Set(Object.keys(merged(seen).facts))).toEqual(names);
      }),
    );
  });
});

describe('the one word for staff', () => {
  const at = { at: 1 };
  it.each([
    [{}, 'pending'],
    [{ unknown: at }, 'unknown'],
    [{ unknown: at, assumed: at }, 'unconfirmed'],
    [{ unknown: at, held: at }, 'held'],
    [{ unknown: at, held: at, delivered: at }, 'sent'],
    [{ unknown: at, assumed: at, bounced: at }, 'sent'],
    [{ unknown: at, held: at, failed: at }, 'blocked'],
    [{ skipped: at, accepted: at }, 'sent'],
    [{ blocked: at }, 'blocked'],
    [{ skipped: at }, 'skipped'],
    [{ stopped: at }, 'stopped'],
  ] as const)('of %j is %s: proof outranks every guess', (facts, word) => {
    expect(outcomeOf({ facts })).toBe(word);
  });
  it('is that a step is in doubt when its request came after a skip that was overtaken', () => {
    expect(outcomeOf({ facts: { skipped: at, unknown: { at: 1 + leaseFor } } })).toBe('unknown');
    expect(outcomeOf({ facts: { skipped: at, unknown: at, held: { at: 1 + resolveAfter.sms } } })).toBe('held');
  });
  it('is that it was skipped when the skip was decided on a newer state of the person, whatever the clocks say', () => {
    expect(outcomeOf({ facts: { unknown: { at: 1, rev: 4 }, skipped: { at: 2, rev: 5 } } })).toBe('skipped');
    expect(outcomeOf({ facts: { skipped: { at: 1, rev: 5 }, unknown: { at: 1 + hour, rev: 4 } } })).toBe('skipped');
  });
  it('is that nobody knows when the skip was decided on an older state of the person, whatever the clocks say', () => {
    expect(outcomeOf({ facts: { unknown: { at: 1, rev: 5 }, skipped: { at: 1 + hour, rev: 4 } } })).toBe('unknown');
  });
  it('is that staff left it out when an older skip had been overtaken before', () => {
    const seen = [{ skipped: { at: 1, rev: 2 } }, { held: { at: 2, rev: 4 } }, { skipped: { at: 3, rev: 6 } }];
    const { facts } = merged(seen.map((facts) => ({ facts }) as unknown as Delivery));
    expect(outcomeOf({ facts })).toBe('skipped');
  });
  it('is that it waits to be sent again when a worker that hung wrote its old doubt after that', () => {
    expect(outcomeOf({ facts: { again: { at: 5, rev: 7 }, unknown: { at: 9, rev: 3 } } })).toBe('pending');
  });
});
