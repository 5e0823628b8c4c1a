import MailComposer from 'nodemailer/lib/mail-composer';
import type { Kept } from './outbox';

/** The RFC 5322 message a mail server would have got: text first, HTML second (RFC 2046 5.1.4), then files. */
export async function eml({ entry, attachments }: Kept): Promise<Buffer> {
  const isMailbox = ({ name }: { name: string }) => name.toLowerCase() === 'reply-to';
  const composer = new MailComposer({
    to: entry.to,
    subject: entry.subject ?? '',
    date: new Date(entry.acceptedAt),
    messageId: `<${entry.id}@local-world>`,
    baseBoundary: entry.requestId,
    // RFC 5322 2.1: lines end with CRLF, those of the bodies too.
    newline: 'windows',
    text: entry.text,
    ...(entry.html === undefined ? {} : { html: entry.html }),
    // `prepared` keeps names and folding as the sender wrote them.
    headers: entry.headers
      .filter((header) => !isMailbox(header))
      .map(({ name, value }) => ({ key: name, value: { prepared: true, foldLines: true, value } })) as never,
    attachments: attachments.map((file) => ({
      filename: file.name,
      contentType: file.type,
      content: Buffer.from(file.base64, 'base64'),
      contentDisposition: file.inline ? 'inline' : 'attachment',
      ...(file.contentId === undefined ? {} : { cid: file.contentId }),
    })),
  });
  // The composer would encode these names again, so they are written as they were sent.
  const sent = [{ name: 'From', value: entry.from }, ...entry.headers.filter(isMailbox)];
  const lines = sent.map(({ name, value }) => `${name}: ${value.replace(/\?= (?==\?)/g, '?=\r\n ')}\r\n`);
  return Buffer.concat([Buffer.from(lines.join('')), await composer.compile().build()]);
}
