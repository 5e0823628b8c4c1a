import type { ChannelName } from '../../core/base/channel';
import { StridewellError } from '../../core/base/error';
import type { Instant } from '../../core/base/time';
import { reasonOf } from '../../core/reporting/report';
import { type Delivery, outcomeOf } from '../../core/sending/delivery';

/** Held messages that share what is known of them: one channel, one reason. */
export interface HeldGroup {
  channel: ChannelName;
  /** Why they are held, by its code. */
  reason: string;
  count: number;
  /** Since when the oldest waits. */
  since: Instant;
}

interface HeldPorts {
  /** Held messages, newest first, a page at a time. */
  held(limit: number, cursor?: string): Promise<{ messages: Delivery[]; next?: string }>;
}

interface DecideManyPorts extends HeldPorts {
  /** Settles one of them; `conflict` or `not-found` if it is not held any more. */
  decide(message: Delivery): Promise<void>;
}

const readAtOnce = 100;
/** More are not counted; `more` says so. */
const pagesAtMost = 10;

/** What waits for staff, by what is known of it, the largest group first. */
export async function heldGroups(ports: HeldPorts): Promise<{ groups: HeldGroup[]; more: boolean }> {
  const groups = new Map<string, HeldGroup>();
  let cursor: string | undefined;
  let pages = 0;
  do {
    const page = await ports.held(readAtOnce, cursor);
    for (const message of page.messages) {
      const { channel, facts, at } = message;
      const reason = reasonOf(message) ?? 'no-event';
      const since = facts.held?.at ?? at;
      const known = groups.get(`${channel} ${reason}`);
      groups.set(`${channel} ${reason}`, {
        channel,
        reason,
        count: (known?.count ?? 0) + 1,
        since: Math.min(known?.since ?? since, since),
      });
    }
    cursor = page.next;
    pages += 1;
  } while (cursor !== undefined && pages < pagesAtMost);
  return { groups: [...groups.values()].sort((a, b) => b.count - a.count), more: cursor !== undefined };
}

/** One call settles no more than this, so that it ends in seconds; whoever asks goes on with the cursor. */
const decidedAtOnce = 25;

/**
 * Settles the held messages of one group, a page of them a call. A call that dies half-way is repeated with the same
 * cursor: what it had settled is not held any more and is passed over.
 */
export async function decideMany(
  ports: DecideManyPorts,
  group: Pick<HeldGroup, 'channel' | 'reason'>,
  cursor?: string,
): Promise<{ decided: number; passed: number; next?: string }> {
  const { messages, next } = await ports.held(decidedAtOnce, cursor);
  let decided = 0;
  let passed = 0;
  for (const message of messages) {
    const isOfGroup =
      outcomeOf(message) === 'held' && message.channel === group.channel && reasonOf(message) === group.reason;
    if (!isOfGroup) continue;
    try {
      await ports.decide(message);
      decided += 1;
    } catch (error) {
      // Settled by somebody else meanwhile, or of somebody who has left: it stays as it is, and is counted.
      if (!(error instanceof StridewellError) || (error.code !== 'conflict' && error.code !== 'not-found')) throw error;
      passed += 1;
    }
  }
  return { decided, passed, ...(next === undefined ? {} : { next }) };
}
