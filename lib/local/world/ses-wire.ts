import * as z from 'zod';
import type { Attachment, Entry } from './outbox';
import { WireError } from './wire-error';

/** SES v2 takes 40 MB after encoding; no message of ours comes near. */
export const sesBodyLimit = 40 * 1024 * 1024;

const content = z.object({ Data: z.string(), Charset: z.string().optional() });
const addresses = z.array(z.string()).optional();
const sendEmailSchema = z.object({
  FromEmailAddress: z.string().optional(),
  Destination: z.object({ ToAddresses: addresses, CcAddresses: addresses, BccAddresses: addresses }).optional(),
  ReplyToAddresses: addresses,
  Content: z.object({
    Simple: z
      .object({
        Subject: content,
        Body: z.object({ Text: content.optional(), Html: content.optional() }),
        Headers: z.array(z.object({ Name: z.string(), Value: z.string() })).optional(),
        Attachments: z
          .array(
            z.object({
              RawContent: z.string(),
              FileName: z.string().min(1),
              ContentType: z.string().optional(),
              ContentDisposition: z.enum(['ATTACHMENT', 'INLINE']).optional(),
              ContentId: z.string().optional(),
            }),
          )
          .optional(),
      })
      .optional(),
  }),
  EmailTags: z.array(z.object({ Name: z.string(), Value: z.string() })).optional(),
  ConfigurationSetName: z.string().optional(),
});

/** What a `SendEmail` asks for, once it is known to be in order. */
interface EmailRequest {
  message: Pick<Entry, 'channel' | 'to' | 'from' | 'subject' | 'text' | 'html' | 'headers' | 'tags'>;
  attachments: Attachment[];
  configurationSet?: string;
}

const bad = (message: string) => new WireError(400, 'BadRequestException', message);

const address =
  /^[^\s@<>",]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*$/;

/** The address within `Name <a@b>`, or undefined where it is none; a name outside ASCII must come as encoded words. */
export function bareAddress(text: string): string | undefined {
  if (!/^[\x20-\x7e]*$/.test(text)) return undefined;
  const bare = /<([^<>]*)>\s*$/.exec(text)?.[1] ?? text.trim();
  return address.test(bare) && bare.length <= 320 ? bare : undefined;
}

/** SES writes these itself; a request may not bring its own. */
const reserved = new Set(
  [
    'bcc',
    'cc',
    'content-disposition',
    'content-transfer-encoding',
    'content-type',
    'date',
    'from',
    'message-id',
  ].concat(['mime-version', 'reply-to', 'return-path', 'sender', 'subject', 'to']),
);

/** Reads and checks the body of `POST /v2/email/outbound-emails`; throws what SES would answer. */
export function readSendEmail(body: unknown): EmailRequest {
  const parsed = sendEmailSchema.safeParse(body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw bad(`${issue.path.join('.') || 'request'}: ${issue.message}`);
  }
  const { FromEmailAddress: from, Destination: destination, Content: holder, ...rest } = parsed.data;
  const simple = holder.Simple;
  if (simple === undefined) throw bad('This world takes Content.Simple only.');
  if (from === undefined || bareAddress(from) === undefined) throw bad('Missing or illegal FromEmailAddress.');
  const recipients = [destination?.ToAddresses, destination?.CcAddresses, destination?.BccAddresses].flatMap(
    (list) => list ?? [],
  );
  if (recipients.length === 0) throw bad('Destination: at least one recipient is needed.');
  if (recipients.length > 50) throw bad('Recipient count exceeds 50.');
  for (const one of recipients) if (bareAddress(one) === undefined) throw bad('Illegal address');
  for (const one of rest.ReplyToAddresses ?? []) if (bareAddress(one) === undefined) throw bad('Illegal reply address');
  if (simple.Subject.Data === '' || /[\r\n]/.test(simple.Subject.Data))
    throw bad('Subject: one line that is not empty.');
  const { Text: text, Html: html } = simple.Body;
  if (text === undefined && html === undefined) throw bad('Body: text, HTML or both are needed.');
  const headers = checkHeaders((simple.Headers ?? []).map(({ Name, Value }) => ({ name: Name, value: Value })));
  const tags = checkTags(rest.EmailTags ?? []);
  if (rest.ConfigurationSetName !== undefined && !/^[A-Za-z0-9_-]{1,64}$/.test(rest.ConfigurationSetName)) {
    throw bad('ConfigurationSetName: 1 to 64 of A-Z a-z 0-9 _ -');
  }
  if ((rest.ReplyToAddresses ?? []).length > 0)
    headers.push({ name: 'Reply-To', value: rest.ReplyToAddresses!.join(', ') });
  return {
    message: {
      channel: 'email',
      to: bareAddress(recipients[0]!)!,
      from,
      subject: simple.Subject.Data,
      text: text?.Data ?? '',
      ...(html === undefined ? {} : { html: html.Data }),
      headers,
      tags,
    },
    attachments: (simple.Attachments ?? []).map((file) => ({
      name: file.FileName,
      type: file.ContentType ?? 'application/octet-stream',
      base64: file.RawContent,
      inline: file.ContentDisposition === 'INLINE',
      ...(file.ContentId === undefined ? {} : { contentId: file.ContentId }),
    })),
    ...(rest.ConfigurationSetName === undefined ? {} : { configurationSet: rest.ConfigurationSetName }),
  };
}

/** Limits of `MessageHeader`: printable ASCII, name 126, value 995, both 996, at most 15, none twice. */
function checkHeaders(headers: Entry['headers']): Entry['headers'] {
  if (headers.length > 15) throw bad('Headers: at most 15.');
  const seen = new Set<string>();
  for (const { name, value } of headers) {
    if (!/^[\x21-\x39\x3b-\x7e]{1,126}$/.test(name))
      throw bad('Header name: 1 to 126 printable ASCII characters, no colon.');
    if (!/^[\x20-\x7e]{1,995}$/.test(value)) throw bad(`Header ${name}: 1 to 995 printable ASCII characters.`);
    if (name.length + value.length > 996) throw bad(`Header ${name}: name and value together at most 996 characters.`);
    const key = name.toLowerCase();
    if (reserved.has(key)) throw bad(`Header ${name} is not allowed here.`);
    if (seen.has(key)) throw bad(`Header ${name} appears twice.`);
    seen.add(key);
  }
  return [...headers];
}

function checkTags(list: { Name: string; Value: string }[]): Record<string, string> {
  if (list.length > 50) throw bad('EmailTags: at most 50.');
  const tags: Record<string, string> = {};
  for (const { Name, Value } of list) {
    if (!/^[A-Za-z0-9_-]{1,256}$/.test(Name)) throw bad('Invalid tag name: 1 to 256 of A-Z a-z 0-9 _ -');
    if (!/^[A-Za-z0-9_-]{1,256}$/.test(Value)) throw bad(`Invalid value of tag ${Name}: 1 to 256 of A-Z a-z 0-9 _ -`);
    if (Object.hasOwn(tags, Name)) throw bad(`Duplicate tag ${Name}.`);
    tags[Name] = Value;
  }
  return tags;
}

/** `GET /v2/email/account`: a healthy production account. */
export const account = (sentLast24Hours: number) => ({
  DedicatedIpAutoWarmupEnabled: false,
  EnforcementStatus: 'HEALTHY',
  ProductionAccessEnabled: true,
  SendingEnabled: true,
  SendQuota: { Max24HourSend: 1_000_000, MaxSendRate: 500, SentLast24Hours: sentLast24Hours },
});
