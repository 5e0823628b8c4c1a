import * as z from 'zod/mini';
import { itemSchema, tolerantly } from '../../functions/store/item-schema';

interface Runner {
  name: string;
  age?: number;
  shoes: { size: number; worn?: string }[];
  who: { age?: number };
}

const runner = itemSchema<Runner>()(
  z.strictObject({
    name: z.string(),
    age: z.exactOptional(z.number()),
    shoes: z.array(z.strictObject({ size: z.number(), worn: z.exactOptional(z.string()) })),
    who: z.strictObject({ age: z.exactOptional(z.number()) }),
  }),
);
const sam = { name: 'Sam', shoes: [{ size: 44 }, { size: 45 }], who: {} };

// The compiler is the test here: `npm run check` fails when one of these begins to compile.
const size = z.number();
// @ts-expect-error the schema forgot an optional field
itemSchema<{ name: string; age?: number }>()(z.strictObject({ name: z.string() }));
// @ts-expect-error the type has no such field
itemSchema<{ name: string }>()(z.strictObject({ name: z.string(), age: z.exactOptional(z.number()) }));
const shoe = z.strictObject({ size });
// @ts-expect-error a field deep inside a list was forgotten
itemSchema<{ shoes: { size: number; worn?: string }[] }>()(z.strictObject({ shoes: z.array(shoe) }));
// @ts-expect-error one may be absent, the other may not
itemSchema<{ size: number }>()(z.strictObject({ size: z.exactOptional(size) }));
// @ts-expect-error the kinds differ
itemSchema<{ size: string }>()(z.strictObject({ size }));
itemSchema<{ kind: 'a' | 'b'; more: Record<string, number> }>()(
  z.strictObject({ kind: z.enum(['a', 'b']), more: z.record(z.string(), size) }),
);

it('keeps the fields it does not know, at every depth and where they were', () => {
  const newer = { ...sam, mood: 'well', shoes: [{ size: 44 }, { size: 45, colour: { is: 'red' } }] };
  expect(tolerantly(runner, newer)).toEqual(newer);
});

it('leaves what it was given as it was', () => {
  const newer = Object.freeze({ ...sam, mood: 'well' });
  expect(tolerantly(runner, newer)).toEqual(newer);
  expect(tolerantly(runner, sam)).toEqual(sam);
});

it('keeps an entry under a name that its table of names does not have', () => {
  const facts = itemSchema<{ facts: { sent?: { at: number } } }>()(
    z.strictObject({ facts: z.partialRecord(z.enum(['sent']), z.strictObject({ at: z.number() })) }),
  );
  const newer = { facts: { sent: { at: 1 }, read: { at: 2, by: 'Sam' } } };
  expect(tolerantly(facts, newer)).toEqual(newer);
});

it.each([
  ['a wrong value beside an unknown field', { ...sam, mood: 'well', name: 7 }],
  ['a missing field beside an unknown one', { mood: 'well', shoes: [], who: {} }],
  ['an audience with a condition nobody can judge', { ...sam, who: { shoe: 44 } }],
])('refuses %s', (_, value) => {
  expect(tolerantly(runner, value)).toBeUndefined();
});

it('takes a name that is no name of a field for what it is', () => {
  const given = JSON.parse('{"name":"Sam","shoes":[],"who":{},"__proto__":{"admin":true}}');
  const read = tolerantly(runner, given);
  expect(read && 'admin' in read).toBe(false);
});
