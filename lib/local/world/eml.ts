import MailComposer from 'nodemailer/lib/mail-composer';
import type { Kept } from './outbox';

/** The RFC 5322 message a mail server would have got: text first, HTML second (RFC 2046 5.1.4), then files. */
export function eml({ entry, attachments }: Kept): Promise<Buffer> {
  const replyTo = entry.headers.find(({ name }) => name.toLowerCase() === 'reply-to')?.value;
  const composer = new MailComposer({
    from: entry.from,
    to: entry.to,
    ...(replyTo === undefined ? {} : { replyTo }),
    subject: entry.subject ?? '',
    date: new Date(entry.acceptedAt),
    messageId: `<${entry.id}@local-world>`,
    baseBoundary: entry.requestId,
    text: entry.text,
    ...(entry.html === undefined ? {} : { html: entry.html }),
    // `prepared` keeps names and folding as the sender wrote them.
    headers: entry.headers
      .filter(({ name }) => name.toLowerCase() !== 'reply-to')
      .map(({ name, value }) => ({ key: name, value: { prepared: true, foldLines: true, value } })) as never,
    attachments: attachments.map((file) => ({
      filename: file.name,
      contentType: file.type,
      content: Buffer.from(file.base64, 'base64'),
      contentDisposition: file.inline ? 'inline' : 'attachment',
      ...(file.contentId === undefined ? {} : { cid: file.contentId }),
    })),
  });
  return composer.compile().build();
}
