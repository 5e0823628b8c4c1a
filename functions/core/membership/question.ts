import { type ChannelName, type ChannelTraits, traits } from '../base/channel';
import { derivedId } from '../base/id';
import { day, type Instant } from '../base/time';
import { withChannel } from '../person/contact';
import { confirmationLives } from '../person/guard';
import { hinted } from '../person/hint';
import { addNotice } from '../person/notice';
import { type Channel, type ConsentRef, languageOf, type NoticeKind, type Subscriber } from '../person/subscriber';
import { besideOf } from '../person/wish';
import { deliveryId } from '../sending/delivery';

/** The message that asks an address to confirm a sign-up (docs/adr/0010). */

/** How an address answered, as the evidence tells it. */
export const proofWords: Record<ChannelTraits['proof'], string> = {
  link: 'Pressed the button of the confirmation page.',
  reply: 'Replied YES to the confirmation text.',
};

/** The question that was put at that moment: the id of its notice, and its kind. */
export const questionAt = (channel: ChannelName, form: string, askedAt: Instant): { id: string; kind: NoticeKind } => ({
  id: derivedId('ntc', `confirm-${channel}`, form, String(askedAt)),
  kind: traits[channel].question,
});

/** The question that this sign-up was counted for last, if it does not wait here: then only the ledger knows whether it went out. */
export function countedFor(
  form: Subscriber,
  channel: ChannelName,
  asked: readonly Instant[],
): { at: Instant; record: string } | undefined {
  const at = asked.at(-1);
  if (at === undefined) return undefined;
  const { id, kind } = questionAt(channel, form.id, at);
  return form.notices.some((one) => one.id === id) ? undefined : { at, record: deliveryId(id, kind) };
}

/** The channel with a question open for 7 days from its consent, or from when it is put once more. */
export const asking = (channel: Channel, consent: ConsentRef, from: Instant = consent.at): Channel => ({
  ...channel,
  asked: { consent, by: from + confirmationLives },
});

/** The sign-up with this question queued, which names the other address in part. Undefined when nothing waits there. */
export function withQuestion(
  form: Subscriber,
  channel: ChannelName,
  put: { askedAt: Instant; consent?: ConsentRef; from?: Instant },
  now: Instant,
): Subscriber | undefined {
  const reached = form.channels[channel];
  // The person opted out in the meantime, so there is no confirmation to ask for.
  if (!reached?.asked || reached.home !== undefined) return undefined;
  const beside = besideOf(form, channel)?.address;
  const { consent = reached.asked.consent, from } = put;
  return addNotice(withChannel(form, channel, asking(reached, consent, from)), {
    ...questionAt(channel, form.id, put.askedAt),
    channel,
    dueAt: now,
    expiresAt: now + day,
    data: { firstName: form.profile?.firstName ?? '', ...(beside ? { beside: hinted(beside, languageOf(form)) } : {}) },
  });
}
