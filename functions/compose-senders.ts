import type { Config } from './config';
import type { ChannelName, MailChannel, TextChannel } from './core/base/channel';
import type { Edges } from './core/base/edges';
import type { NoticeKind } from './core/person/subscriber';
import type { Answer, Outgoing, OutgoingEmail, OutgoingText } from './core/sending/outgoing';
import { log } from './log';
import { emailSender } from './providers/email';
import { emailQuota } from './providers/email-quota';
import { smsSender } from './providers/sms';

/** Who carries a channel's messages, and how fast. */
export interface Sender<Message = Outgoing> {
  send(message: Message): Promise<Answer>;
  /** Units a second that the provider allows the practice today. */
  limit(): Promise<number>;
}

/** One sender for each channel; a channel without one does not compile. */
type Senders = Record<MailChannel, Sender<OutgoingEmail>> & Record<TextChannel, Sender<OutgoingText>>;

const asksByText: ReadonlySet<string> = new Set<NoticeKind>(['confirm-sms', 'sms-tips-disclosure', 'sms-ask-again']);

/** Every channel's sender. */
export function composeSenders(config: Config, edges: Edges): Record<ChannelName, Sender> {
  const { ses, sms } = config.endpoints ?? {};
  const sendText = smsSender({
    origination: config.smsOrigination,
    configurationSet: config.configurationSets.sms,
    ...(sms ? { endpoint: sms } : {}),
  });
  const senders: Senders = {
    email: {
      send: emailSender({
        practice: config.practice,
        configurationSets: config.configurationSets,
        ...(ses ? { endpoint: ses } : {}),
      }),
      limit: emailQuota({ now: edges.now, ...(ses ? { endpoint: ses } : {}) }),
    },
    sms: {
      send: async (message) => {
        // Anybody can cause these by typing a number into a form: an alarm counts them.
        if (asksByText.has(message.tags.step)) log('confirmation-text');
        return sendText(message);
      },
      limit: async () => config.pace.textParts,
    },
  };
  // Each is handed the messages of its own channel, which the compiler cannot follow.
  return senders as unknown as Record<ChannelName, Sender>;
}
