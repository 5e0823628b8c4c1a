import { createHash } from 'node:crypto';
import type { Practice } from './practice';
import type { ChannelName } from './subscriber';
import type { Instant } from './time';

/** Most marketing messages a month on one channel, as told at opt-in; the caps hold it (rules of carriers and consent). */
export const disclosedMaximum = 6;

/** The version of the disclosures below. Change a word and this changes too; old ones stay reproducible from evidence. */
export const currentWording = '2026-11-a';

export interface Disclosure {
  email: string;
  sms: string;
  /** Health data consent: categories, purpose, recipients, how to withdraw (RCW 19.373.030). */
  health: string;
}

/**
 * The labels beside the boxes. The text box carries what 47 CFR 64.1200(f)(9) and the carriers ask: seller, automated,
 * not a condition, frequency, rates, STOP and HELP, and the warning that texts are not encrypted (78 FR 5634).
 */
export function disclosure(practice: Practice): Disclosure {
  return {
    email: `Yes, email me back-care tips and invitations to book a visit from ${practice.name}. Email is not encrypted and others could read it. I can unsubscribe with one click in any email.`,
    sms: `I agree to get recurring automated marketing texts (back-care tips and invitations to book a visit) from ${practice.legalName} at this number, sent by autodialer. Consent is not a condition of buying any goods or services or of getting care. Up to ${disclosedMaximum} msgs/month. Msg & data rates may apply. Reply STOP to cancel, HELP for help. Texts are not encrypted and others could read them.`,
    health: `To choose your tips we collect your contact details and your answers about running and your back. We use them only to send these tips and to set up a visit if you ask for one. Only ${practice.name} and the services that store and deliver its messages receive them. Unsubscribe or delete your data at any time from any message.`,
  };
}

export type ConsentAction = 'asked' | 'confirmed' | 'withdrawn';

/** Append-only evidence of one act of consent (16 CFR 310.5, CTIA 5.1.2): kept 6 years after the last send. */
export interface ConsentEvidence {
  subscriber: string;
  channel: ChannelName;
  action: ConsentAction;
  at: Instant;
  /** The seller named, as shown. */
  seller: string;
  address: string;
  /** Version and hash of the words shown, or `api` / `text` with what was said there. */
  wording: string;
  text: string;
  textHash: string;
  /** Page or means: `/subscribe`, `api`, `sms:TIPS`, `sms:STOP`, `one-click`, … never a token. */
  page: string;
  ip?: string;
  userAgent?: string;
}

/** One act, as the evidence keeps it: the seller as shown, a hash of the words, no more of a browser than fits an entry. */
export function evidenceOf(
  { legalName }: Pick<Practice, 'legalName'>,
  act: Pick<ConsentEvidence, 'subscriber' | 'channel' | 'action' | 'at' | 'address' | 'wording' | 'text'>,
  { page, ip, userAgent }: { page: string; ip?: string | undefined; userAgent?: string | undefined },
  hashed = act.text,
): ConsentEvidence {
  return {
    ...act,
    seller: legalName,
    textHash: wordingHash(hashed),
    page,
    ...(ip ? { ip } : {}),
    ...(userAgent ? { userAgent: userAgent.slice(0, 300) } : {}),
  };
}

export const wordingHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
