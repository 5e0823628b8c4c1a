import { day, type Instant, iso, second } from '../../core/base/time';
import type { Campaign } from '../../core/campaigns/campaign';
import { hasFailed } from '../../core/reporting/hour';
import { reasonText } from '../../core/reporting/reason';
import { reasonOf } from '../../core/reporting/report';
import { type Outcome, outcomeOf } from '../../core/sending/delivery';
import type { LedgerEntry } from '../../core/sending/journal';
import type { Clock, Ledger } from '../ports';

export type FunnelPorts = Clock & Ledger<'ofDay'>;

/** One step of a campaign: how many messages were meant, and what became of them. */
interface FunnelStep {
  stepId: string;
  meant: number;
  sent: number;
  delivered: number;
  clicked: number;
  booked: number;
  optedOut: number;
  /** Why the others were not sent, or did not arrive; the commonest first. */
  reasons: { reason: string; count: number }[];
}

export interface Funnel {
  outcomes: Partial<Record<Outcome, number>>;
  steps: FunnelStep[];
  /** False when time ran out: then the numbers are those of the first days. */
  exact: boolean;
}

const pageSize = 500;

/** What became of a campaign's messages, step by step, from its first day to now. */
export async function campaignFunnel(ports: FunnelPorts, campaign: Campaign, patience = 2 * second): Promise<Funnel> {
  const sum = new FunnelSum(campaign.id);
  const now = ports.now();
  const first = Date.parse(`${iso(campaign.createdAt).slice(0, 10)}T00:00:00Z`);
  for (let at = first; at <= now; at += day) {
    let after: string | undefined;
    do {
      if (ports.now() >= now + patience) return sum.total(false);
      const page = await ports.ledger.ofDay(iso(at).slice(0, 10), pageSize, after);
      for (const entry of page.entries) sum.add(entry);
      after = page.next;
    } while (after !== undefined);
  }
  return sum.total(true);
}

class FunnelSum {
  private readonly outcomes: Funnel['outcomes'] = {};
  private readonly steps = new Map<string, { step: FunnelStep; at: Instant; reasons: Map<string, number> }>();
  /** By person and channel: what marketing reached them, and when they left. */
  private readonly reached = new Map<string, { at: Instant; stepId: string; mine: boolean }[]>();
  private readonly left: { who: string; at: Instant }[] = [];

  constructor(private readonly campaign: string) {}

  add(entry: LedgerEntry): void {
    if (entry.kind === 'consent' && entry.evidence.action === 'withdrawn') {
      const { subscriber, channel, at } = entry.evidence;
      this.left.push({ who: `${subscriber} ${channel}`, at });
    }
    if (entry.kind !== 'message') return;
    const { delivery } = entry;
    const { stepId, facts, at } = delivery;
    const outcome = outcomeOf(delivery);
    const mine = delivery.campaignId === this.campaign;
    if (outcome === 'sent' && delivery.marketing) {
      const who = `${delivery.subscriber} ${delivery.channel}`;
      const sentAt = facts.accepted?.at ?? at;
      this.reached.set(who, [...(this.reached.get(who) ?? []), { at: sentAt, stepId, mine }]);
    }
    if (!mine) return;
    this.outcomes[outcome] = (this.outcomes[outcome] ?? 0) + 1;
    const known = this.steps.get(stepId) ?? { step: none(stepId), at, reasons: new Map<string, number>() };
    known.at = Math.min(known.at, at);
    this.steps.set(stepId, known);
    const { step, reasons } = known;
    step.meant += 1;
    if (outcome === 'sent') step.sent += 1;
    for (const name of ['delivered', 'clicked', 'booked'] as const) if (facts[name]) step[name] += 1;
    if (outcome === 'sent' && !hasFailed(delivery)) return;
    const reason = reasonOf(delivery);
    if (reason) reasons.set(reasonText(reason), (reasons.get(reasonText(reason)) ?? 0) + 1);
  }

  /** The step behind each goodbye: the last marketing message on that channel in the week before it, if it was ours. */
  private leftAfter(): FunnelStep[] {
    return this.left.flatMap(({ who, at }) => {
      const before = (this.reached.get(who) ?? []).filter((one) => one.at <= at && one.at > at - 7 * day);
      const last = before.reduce<(typeof before)[number] | undefined>((a, b) => (a && a.at > b.at ? a : b), undefined);
      const step = last?.mine ? this.steps.get(last.stepId)?.step : undefined;
      return step ? [step] : [];
    });
  }

  /** The steps in the order in which they began. */
  total(exact: boolean): Funnel {
    for (const step of this.leftAfter()) step.optedOut += 1;
    const steps = [...this.steps.values()]
      .sort((a, b) => a.at - b.at)
      .map(({ step, reasons }) => ({
        ...step,
        reasons: [...reasons].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count),
      }));
    return { outcomes: this.outcomes, steps, exact };
  }
}

const none = (stepId: string): FunnelStep => ({
  stepId,
  meant: 0,
  sent: 0,
  delivered: 0,
  clicked: 0,
  booked: 0,
  optedOut: 0,
  reasons: [],
});
