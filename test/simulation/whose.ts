import type { ChannelName } from '../../functions/core/base/channel';
import type { Subscriber } from '../../functions/core/person/subscriber';
import type { ConsentEvidence } from '../../functions/core/practice/consent';
import type { HistoryEntry } from '../../functions/core/sending/journal';
import type { Outgoing } from '../../functions/core/sending/outgoing';
import { Violation } from './violation';

/** All that an address may get before anybody confirmed it, counted here once more and not asked of the planner. */
const forAnybody = new Set([
  'confirm-email',
  'confirm-sms',
  'sms-tips-disclosure',
  'sms-ask-again',
  'sms-stop',
  'sms-help',
  'sms-emergency',
  'sms-crisis',
  'sms-not-understood',
  'desk-booking',
]);

/**
 * Whose address is whose. The simulation knows it and the service does not: it sees only forms, presses and texts. From
 * that it must never let one human read or direct the messages of another, nor rest a message on another's consent.
 */
export class Whose {
  private readonly humans = new Map<string, string>();
  private readonly senders = new Map<string, string>();

  constructor(
    private readonly person: (id: string) => Subscriber | undefined,
    private readonly evidenceOf: (id: string) => readonly ConsentEvidence[],
  ) {}

  belongs(address: string, human: string): void {
    this.humans.set(address, human);
  }

  humanOf(address: string): string | undefined {
    return this.humans.get(address);
  }

  texted(id: string, from: string): void {
    this.senders.set(id, from);
  }

  saved(before: Subscriber | undefined, after: Subscriber): void {
    if (after.kind === 'desk') return;
    const proven = provenOf(after);
    if (new Set(proven.map(({ address }) => this.humans.get(address))).size > 1)
      throw new Violation(
        'two humans in one record',
        `${after.id}: ${proven.map(({ address }) => address).join(', ')}`,
      );
    for (const { name, address, consent } of proven) {
      if (before?.channels[name]?.consent?.ref === consent.ref) continue;
      const asked = this.evidenceOf(after.id).some(
        (one) => one.action === 'asked' && one.channel === name && one.at === consent.at && one.address === address,
      );
      if (!asked) throw new Violation('no consent of their own', `${name} of ${after.id}`);
    }
  }

  starts({ tags, to, channel }: Outgoing): void {
    if (forAnybody.has(tags.step)) return;
    const record = this.person(tags.subscriber);
    if (!record || record.kind === 'desk') return;
    if (!record.channels[channel]?.consent)
      throw new Violation('sent to an address nobody confirmed', `${tags.step} of ${record.id}`);
    const human = this.humans.get(to);
    if (provenOf(record).some(({ address }) => this.humans.get(address) !== human))
      throw new Violation('sent to a stranger', `${tags.step} of ${record.id}`);
  }

  /** A text is in somebody's history. Only its sender may be able to read that record. */
  happened({ subscriber, happening }: HistoryEntry): void {
    if (happening.what !== 'reply') return;
    const from = this.senders.get(happening.providerId);
    const record = this.person(subscriber);
    if (from === undefined || !record) return;
    // The number has answered this very sign-up, a moment before it said something else.
    if (this.evidenceOf(subscriber).some(({ action, channel }) => action === 'confirmed' && channel === 'sms')) return;
    const human = this.humans.get(from);
    const mail = record.channels.email;
    // Also for an unproven mail: the person who presses its button later reads the record.
    const read = mail && (mail.consent || mail.asked) ? this.humans.get(mail.address) : human;
    if (read !== human && record.channels.sms?.consent === undefined)
      throw new Violation('a text shown to a stranger', `of ${from}, in ${subscriber}`);
  }

  /** A file of somebody's data holds what its address has proven, and nothing of another. */
  read(
    channel: ChannelName,
    address: string,
    file: { messages: { channel: ChannelName }[]; person: Partial<Subscriber> },
  ) {
    const others = file.messages.filter((message) => message.channel !== channel);
    if (others.length > 0)
      throw new Violation('read by a stranger', `${others.length} messages in the file of ${address}`);
    for (const [name, one] of Object.entries(file.person.channels ?? {}))
      if (one && (name !== channel || one.address !== address))
        throw new Violation('read by a stranger', `${one.address} in the file of ${address}`);
  }
}

function provenOf({ channels }: Subscriber) {
  return (['email', 'sms'] as const).flatMap((name) => {
    const one = channels[name];
    return one?.consent ? [{ name, address: one.address, consent: one.consent }] : [];
  });
}
