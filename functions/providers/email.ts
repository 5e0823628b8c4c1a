import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { mailbox } from '../core/messages/encoded-word';
import type { Practice } from '../core/practice/practice';
import type { Answer, OutgoingEmail } from '../core/sending/outgoing';
import { classify } from './classify';
import { oneRequest } from './http-client';

interface EmailOptions {
  practice: Practice;
  configurationSets: { marketing: string; transactional: string };
  endpoint?: string;
  region?: string;
}

/**
 * SES v2 `SendEmail`, one recipient a call (docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html). Of the
 * headers SES encodes the subject alone; the others are ASCII when they leave here.
 */
export function emailSender(options: EmailOptions): (message: OutgoingEmail) => Promise<Answer> {
  const { practice, configurationSets, endpoint, region } = options;
  const client = new SESv2Client({ ...oneRequest(), ...(endpoint ? { endpoint } : {}), ...(region ? { region } : {}) });
  return async (message) => {
    const from = message.stream === 'marketing' ? practice.sender.marketing : practice.sender.transactional;
    const command = new SendEmailCommand({
      FromEmailAddress: mailbox(practice.name, from),
      ReplyToAddresses: [practice.sender.replyTo],
      Destination: { ToAddresses: [message.to] },
      ConfigurationSetName: configurationSets[message.stream],
      EmailTags: Object.entries(message.tags).map(([Name, Value]) => ({ Name, Value })),
      Content: {
        Simple: {
          Subject: { Data: message.subject, Charset: 'UTF-8' },
          Body: { Text: { Data: message.text, Charset: 'UTF-8' }, Html: { Data: message.html, Charset: 'UTF-8' } },
          Headers: message.headers.map(({ name, value }) => ({ Name: name, Value: value })),
          ...(message.attachments && {
            Attachments: message.attachments.map(({ name, type, body }) => ({
              FileName: name,
              ContentType: type,
              RawContent: Buffer.from(body, 'utf8'),
            })),
          }),
        },
      },
    });
    try {
      const { MessageId } = await client.send(command);
      return MessageId ? { is: 'accepted', providerId: MessageId } : { is: 'unknown', reason: 'no-message-id' };
    } catch (error) {
      return classify(error);
    }
  };
}
