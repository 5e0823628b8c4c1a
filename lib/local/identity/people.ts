import { StridewellError } from '../../../functions/core/base/error';

export const roles = ['viewer', 'marketer', 'approver', 'admin'] as const;

/** What a member of staff may do; a group of the same name in the token. */
export type Role = (typeof roles)[number];

/** Someone a token can speak for: `id` is its subject and username. */
export interface Person {
  id: string;
  name: string;
  role: Role;
}

/** The demo practice's staff, one of each role; Kim is who a newcomer is. */
export const people = [
  { id: 'kim', name: 'Kim Park', role: 'marketer', does: 'Writes the series and plans who gets what' },
  { id: 'ana', name: 'Ana Ruiz', role: 'approver', does: 'Reads it first, then lets it go out' },
  { id: 'sam', name: 'Sam Osei', role: 'viewer', does: 'Looks at how it goes and changes nothing' },
  { id: 'dr-lee', name: 'Dr. Lee', role: 'admin', does: 'Answers for the practice and may do everything' },
] as const satisfies readonly (Person & { does: string })[];

export const newcomer = people[0];

export const personOf = (id: unknown): (typeof people)[number] | undefined => people.find((one) => one.id === id);

/** Whom a script's token speaks for: the demo person of that role, or `as`, who need not be one of the four. */
export function stand(role: unknown, as?: unknown): Person {
  const known = roles.find((one) => one === role);
  if (!known) throw new StridewellError('invalid', `A role is one of ${roles.join(', ')}.`, 'role');
  if (as === undefined) return people.find((one) => one.role === known) ?? newcomer;
  if (typeof as !== 'string' || !/^[a-z0-9][a-z0-9._-]{0,39}$/i.test(as)) {
    throw new StridewellError('invalid', 'A person is up to 40 letters, digits, dots, dashes and underscores.', 'as');
  }
  return { id: as, name: personOf(as)?.name ?? as, role: known };
}
