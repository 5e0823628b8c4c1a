import { PinpointSMSVoiceV2Client, SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import type { Answer, OutgoingText } from '../core/sending/outgoing';
import { classify } from './classify';
import { oneRequest } from './http-client';

interface SmsOptions {
  /** Phone number, pool or its ARN. */
  origination: string;
  configurationSet: string;
  endpoint?: string;
  region?: string;
}

/** End User Messaging `SendTextMessage` (docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendTextMessage.html). */
export function smsSender(options: SmsOptions): (message: OutgoingText) => Promise<Answer> {
  const { origination, configurationSet, endpoint, region } = options;
  const client = new PinpointSMSVoiceV2Client({
    ...oneRequest(),
    ...(endpoint ? { endpoint } : {}),
    ...(region ? { region } : {}),
  });
  return async (message) => {
    const command = new SendTextMessageCommand({
      DestinationPhoneNumber: message.to,
      OriginationIdentity: origination,
      MessageBody: message.body,
      MessageType: message.stream === 'marketing' ? 'PROMOTIONAL' : 'TRANSACTIONAL',
      ConfigurationSetName: configurationSet,
      TimeToLive: message.timeToLive,
      Context: { ...message.tags },
    });
    try {
      const { MessageId } = await client.send(command);
      return MessageId ? { is: 'accepted', providerId: MessageId } : { is: 'unknown', reason: 'no-message-id' };
    } catch (error) {
      return classify(error);
    }
  };
}
