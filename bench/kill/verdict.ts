import { type Delivery, deliveryId, type Outcome } from '../../functions/core/sending/delivery';
import { isMarketing, type Received, type Town } from './town';

export interface Runner {
  email?: string;
  phone?: string;
}

/** A leave that was answered, and the mails and texts that had been sent by then. */
export interface Goodbye {
  to: string;
  channel: Received['channel'];
  before: ReadonlySet<string>;
}

export interface Verdict {
  accepted: number;
  outcomes: Partial<Record<Outcome, number>>;
  doubled: string[];
  lost: string[];
  afterGoodbye: string[];
}

interface Row {
  id: string;
  outcome: Outcome;
  reason?: string;
  facts: Delivery['facts'];
}

interface Run {
  id: string;
  channel: Received['channel'];
  status: 'active' | 'paused' | 'stopped' | 'finished';
  phase: 'waiting' | 'sending' | 'unknown' | 'held';
  completedSteps: string[];
  stepId?: string;
  dueAt?: string;
  reason?: string;
}

type Staff = (path: string) => Promise<unknown>;

/** Every page of a staff list. */
async function all<T>(staff: Staff, path: string): Promise<T[]> {
  const found: T[] = [];
  let next: string | undefined;
  do {
    const mark = next ? `&cursor=${encodeURIComponent(next)}` : '';
    const page = (await staff(`${path}${path.includes('?') ? '&' : '?'}limit=100${mark}`)) as {
      items: T[];
      next?: string;
    };
    found.push(...page.items);
    next = page.next;
  } while (next);
  return found;
}

const day = 86_400_000;

async function ledgerOf(staff: Staff, from: number, to: number): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>();
  for (let at = from - day; at <= to + day; at += day) {
    const isoDay = new Date(at).toISOString().slice(0, 10);
    for (const row of await all<Row>(staff, `/messages?day=${isoDay}`)) rows.set(row.id, row);
  }
  return rows;
}

/** Sets what the world received against what the staff can read. Both sides are asked over HTTP alone. */
export async function judge(
  town: Town,
  span: { from: number; to: number },
  stepsOf: string[],
  goodbyes: Goodbye[],
  confirmed: ReadonlySet<string>,
): Promise<Verdict> {
  const outbox = await town.outbox();
  const staff = await town.staff();
  const rows = await ledgerOf(staff, span.from, span.to);
  const received = new Map<string, Received[]>();
  for (const message of outbox) {
    const id = deliveryId(message.tags.target, message.tags.step);
    received.set(id, [...(received.get(id) ?? []), message]);
  }
  const doubled = [...received]
    .filter(([, copies]) => copies.length > 1)
    .map(([id, [first]]) => `${id} ${first?.tags.step}`);

  const lost: string[] = [];
  for (const [id, [message]] of received)
    if (rows.get(id)?.outcome !== 'sent')
      lost.push(`${id} ${message?.tags.step}: accepted, shown as ${rows.get(id)?.outcome}`);
  const people = await all<{ id: string }>(staff, '/subscribers');
  const enrolled = new Set<string>();
  for (const { id } of people) {
    const { subscriber } = (await staff(`/subscribers/${id}`)) as {
      subscriber: { channels: { channel: string; address: string }[]; enrollments: Run[] };
    };
    for (const run of subscriber.enrollments) {
      enrolled.add(subscriber.channels.find(({ channel }) => channel === run.channel)?.address ?? '');
      lost.push(...missing(run, stepsOf, rows, received));
    }
  }
  for (const address of confirmed)
    if (!enrolled.has(address)) lost.push('a confirmation that was answered began no run');
  const afterGoodbye = goodbyes.flatMap(({ to, channel, before }) =>
    outbox
      .filter((one) => one.to === to && one.channel === channel && isMarketing(one) && !before.has(one.id))
      .map(({ id, tags }) => `${id} ${tags.step}`),
  );
  const outcomes: Verdict['outcomes'] = {};
  for (const { outcome } of rows.values()) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  return { accepted: outbox.length, outcomes, doubled, lost, afterGoodbye };
}

/** Every step a run has begun must have ended: taken by the world, or with a record that says why not. */
function missing(
  run: Run,
  steps: string[],
  rows: ReadonlyMap<string, Row>,
  received: ReadonlyMap<string, unknown>,
): string[] {
  const problems: string[] = [];
  const say = (problem: string) => problems.push(`${run.id} (${run.channel}): ${problem}`);
  for (const step of run.completedSteps) {
    const id = deliveryId(run.id, step);
    const row = rows.get(id);
    if (!row) say(`no record of ${step}`);
    else if (row.outcome === 'sent' && !received.has(id)) say(`${step} is shown as sent, the world never got it`);
    else if (row.outcome === 'unknown' || row.outcome === 'pending') say(`${step} never ended (${row.outcome})`);
    else if (row.outcome !== 'sent' && !reasonIn(row)) say(`${step} is ${row.outcome} without a reason`);
  }
  if (run.completedSteps.some((step, index) => step !== steps[index])) say(`order: ${run.completedSteps.join(' ')}`);
  if (run.phase === 'sending' || run.phase === 'unknown') say(`still ${run.phase} at ${run.stepId}`);
  else if (run.phase === 'held') {
    if (rows.get(deliveryId(run.id, run.stepId ?? ''))?.outcome !== 'held') say(`held at ${run.stepId}, not recorded`);
  } else if (run.status === 'finished') {
    if (run.completedSteps.length !== steps.length) say(`finished after ${run.completedSteps.length} steps`);
  } else if (run.status === 'stopped') {
    if (!run.reason) say('stopped without a reason');
  } else say(`${run.status} and waiting for ${run.stepId} since ${run.dueAt}`);
  return problems;
}

const reasonIn = ({ reason, facts }: Row): boolean =>
  reason !== undefined || Object.values(facts).some((fact) => fact?.note !== undefined);
