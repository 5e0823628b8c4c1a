import type { Context } from 'hono';
import { type ErrorCode, StridewellError } from '../../core/base/error';
import { newId, type RandomBytes } from '../../core/base/id';
import type { Instant } from '../../core/base/time';
import type { Staff } from '../../core/practice/staff';
import type { AuditChange, AuditEntry, AuditResult } from '../../core/reporting/audit';
import type { Refusal } from '../../core/reporting/refusals';
import type { Unexpected } from '../answer';
import { bearer, mayAct } from './auth';

export interface TrailPorts {
  now(): Instant;
  bytes: RandomBytes;
  /** Whose token it is; throws `unauthorized`, or `forbidden` without a role. */
  verify(token: string): Promise<Staff>;
  /** Adds a line to the audit trail. */
  audit(line: AuditEntry): Promise<unknown>;
  /** Counts a refusal; answers the line to write, if this one is to be written. */
  refused(refusal: Refusal): AuditEntry | undefined;
  /** Keyed hash of where the request came from. */
  sourceOf(c: Context): string;
  unexpected: Unexpected;
}

/** What is about to happen, to what. */
export interface Act {
  act: string;
  object?: NonNullable<AuditEntry['object']>;
  shown?: string[];
}

/** Who asks, and that they may. Refusals are counted in the audit trail, never with the token. */
export async function admitted(ports: TrailPorts, c: Context, act: string, needed: Staff['role']): Promise<Staff> {
  const staff = await signedIn(ports, c);
  if (mayAct(staff, needed)) return staff;
  await count(ports, c, { act, reason: 'forbidden', who: { sub: staff.sub, role: staff.role } });
  throw new StridewellError('forbidden', `This needs the role ${needed}.`);
}

/** Whose token it is. */
export async function signedIn(ports: TrailPorts, c: Context): Promise<Staff> {
  try {
    return await ports.verify(bearer(c.req.header('authorization')));
  } catch (thrown) {
    const { code } = thrown as Partial<StridewellError>;
    if (code === 'unauthorized' || code === 'forbidden') await count(ports, c, { act: 'sign-in', reason: code });
    throw thrown;
  }
}

/** The refusal stands, whether it could be written down or not. */
async function count(ports: TrailPorts, c: Context, what: Omit<Refusal, 'at' | 'source'>): Promise<void> {
  const line = ports.refused({ ...what, at: ports.now(), source: ports.sourceOf(c) });
  if (line) await ports.audit(line).catch(() => ports.unexpected('RefusalNotWritten'));
}

/**
 * Does it between two lines of the audit trail. The first must be written or nothing is done (45 CFR 164.312(b)). The
 * second says how it ended and what changed; where that cannot be written the act is done all the same, and the trail
 * shows it as started, which is the truth: nobody wrote down how it ended.
 */
export async function onTrail<T>(
  ports: TrailPorts,
  staff: Staff,
  act: Act,
  changes: () => AuditChange[],
  run: () => Promise<T>,
): Promise<T> {
  const line = begun(ports, staff, act);
  const end = (result: AuditResult, reason?: ErrorCode): Promise<unknown> =>
    ports
      .audit(ended({ ...line, result, endedAt: ports.now(), ...(reason ? { reason } : {}) }, changes()))
      .catch(() => ports.unexpected('EndNotWritten'));
  await ports.audit({ ...line, result: 'started' });
  let answer: T;
  try {
    answer = await run();
  } catch (thrown) {
    const code = thrown instanceof StridewellError ? thrown.code : 'internal';
    await end(code === 'internal' || code === 'unavailable' ? 'failed' : 'refused', code);
    throw thrown;
  }
  await end('done');
  return answer;
}

/** A look is one line, written before the answer leaves: what cannot be written down is not shown. */
export const looked = (ports: TrailPorts, staff: Staff, act: Act): Promise<unknown> =>
  ports.audit({ ...begun(ports, staff, act), result: 'done' });

const shownAtMost = 500;

const begun = (ports: TrailPorts, staff: Staff, { act, object, shown = [] }: Act): Omit<AuditEntry, 'result'> => ({
  id: newId('aud', ports.bytes),
  at: ports.now(),
  who: { sub: staff.sub, role: staff.role },
  act,
  ...(object ? { object } : {}),
  ...(shown.length > 0 ? { shown: shown.slice(0, shownAtMost) } : {}),
});

/** A new object has its id only now. */
function ended(line: AuditEntry, changes: AuditChange[]): AuditEntry {
  const { object } = line;
  const made = object && object.id === undefined && changes.find(({ kind }) => kind === object.kind);
  return {
    ...line,
    ...(made ? { object: { ...object, id: made.id } } : {}),
    ...(changes.length > 0 ? { changes } : {}),
  };
}
