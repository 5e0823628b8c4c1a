import * as segments from 'sms-segments-calculator';
import * as z from 'zod';
import type { Entry } from './outbox';
import { WireError } from './wire-error';

export const smsNamespace = 'com.amazonaws.pinpointsmsvoicev2';
export const smsTarget = 'PinpointSMSVoiceV2.';

const name = z.string().regex(/^[A-Za-z0-9_:/+-]{1,256}$/);
const sendTextSchema = z.object({
  DestinationPhoneNumber: z.string().regex(/^\+?[1-9][0-9]{1,18}$/),
  OriginationIdentity: name.optional(),
  MessageBody: z.string().min(1).max(1600),
  MessageType: z.enum(['TRANSACTIONAL', 'PROMOTIONAL']).optional(),
  Keyword: z.string().max(30).optional(),
  ConfigurationSetName: name.optional(),
  MaxPrice: z
    .string()
    .regex(/^[0-9]{0,2}\.[0-9]{1,5}$/)
    .optional(),
  TimeToLive: z.int().min(5).max(259_200).optional(),
  Context: z
    .record(z.string().regex(/^\S{1,100}$/), z.string().regex(/^(?!\s)[\s\S]{1,800}$/))
    .refine((map) => Object.keys(map).length <= 5, 'at most 5 keys')
    .optional(),
  DryRun: z.boolean().optional(),
});
const optOutSchema = z.object({
  OptOutListName: name,
  OptedOutNumber: z.string().regex(/^\+?[1-9][0-9]{1,18}$/),
});

/** What a `SendTextMessage` asks for, once it is known to be in order. */
interface TextRequest {
  message: Pick<Entry, 'channel' | 'to' | 'from' | 'text' | 'headers' | 'tags' | 'parts'>;
  configurationSet?: string;
  /** Checked and answered, but nothing leaves. */
  dryRun: boolean;
}

/** Reads and checks a `SendTextMessage`; throws what the service would answer. */
export function readSendText(body: unknown, ownNumber: string): TextRequest {
  const input = check(sendTextSchema, body);
  const from = input.OriginationIdentity ?? ownNumber;
  if (/^\+\d+$/.test(from) && from !== ownNumber) {
    throw new WireError(400, 'ResourceNotFoundException', 'The origination number is not yours.', {
      ResourceType: 'phone-number',
      ResourceId: from,
    });
  }
  return {
    message: {
      channel: 'sms',
      to: e164(input.DestinationPhoneNumber),
      from,
      text: input.MessageBody,
      headers: [],
      tags: input.Context ?? {},
      parts: partsOf(input.MessageBody).parts,
    },
    ...(input.ConfigurationSetName === undefined ? {} : { configurationSet: input.ConfigurationSetName }),
    dryRun: input.DryRun === true,
  };
}

export function readOptOut(body: unknown): { list: string; number: string } {
  const input = check(optOutSchema, body);
  return { list: input.OptOutListName, number: e164(input.OptedOutNumber) };
}

export const optOutAnswer = (list: string, number: string, at: number) => ({
  OptOutListArn: `arn:aws:sms-voice:us-east-1:000000000000:opt-out-list/${list}`,
  OptOutListName: list,
  OptedOutNumber: number,
  OptedOutTimestamp: at / 1000,
  EndUserOptedOut: false,
});

/** `DescribePhoneNumbers`: the practice's one number, a 10DLC at one part a second. */
export const describeNumbers = (number: string) => ({
  PhoneNumbers: [
    {
      PhoneNumberArn: 'arn:aws:sms-voice:us-east-1:000000000000:phone-number/phone-local',
      PhoneNumberId: 'phone-local',
      PhoneNumber: number,
      Status: 'ACTIVE',
      IsoCountryCode: 'US',
      MessageType: 'TRANSACTIONAL',
      NumberCapabilities: ['SMS'],
      NumberType: 'TEN_DLC',
      MonthlyLeasingPrice: '1.00',
      TwoWayEnabled: true,
      SelfManagedOptOutsEnabled: true,
      OptOutListName: 'Default',
      DeletionProtectionEnabled: false,
      CreatedTimestamp: 1_760_000_000,
      MessagingLimits: { RateLimits: { SMS: '1' }, DailyMessageCaps: { SMS: '86400' } },
    },
  ],
});

export const optedOut = () =>
  new WireError(400, 'ConflictException', 'The destination phone number is on the opt-out list.', {
    Reason: 'DESTINATION_PHONE_NUMBER_OPTED_OUT',
  });

/** What the carrier bills, and in which alphabet. */
export function partsOf(text: string): { parts: number; encoding: 'GSM' | 'UNICODE' } {
  const message = new segments.SegmentedMessage(text, 'auto');
  return { parts: message.segmentsCount, encoding: message.getEncodingName() === 'GSM-7' ? 'GSM' : 'UNICODE' };
}

const e164 = (number: string) => (number.startsWith('+') ? number : `+${number}`);

function check<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const field = issue.path.join('.') || 'request';
  throw new WireError(400, 'ValidationException', `${field}: ${issue.message}`, {
    Reason: 'FIELD_VALIDATION_FAILED',
    Fields: [{ Name: field, Message: issue.message }],
  });
}
