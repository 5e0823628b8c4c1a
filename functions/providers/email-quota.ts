import { GetAccountCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { type Instant, minute } from '../core/base/time';
import { oneRequest } from './http-client';

interface QuotaOptions {
  now(): Instant;
  endpoint?: string;
  region?: string;
}

/** How long an answer counts. The rate rises by itself as SES learns to trust the account. */
const keptFor = 5 * minute;
/** What a new account may send a second; also where nothing is known. */
const atLeast = 1;

/** Mails a second the whole account may send; while SES cannot be asked, what it last said. */
export function emailQuota({ now, endpoint, region }: QuotaOptions): () => Promise<number> {
  const client = new SESv2Client({ ...oneRequest(), ...(endpoint ? { endpoint } : {}), ...(region ? { region } : {}) });
  let known = atLeast;
  let until = -Infinity;
  let asking: Promise<void> | undefined;
  const ask = async () => {
    const { SendQuota } = await client.send(new GetAccountCommand({})).catch(() => ({ SendQuota: undefined }));
    if (SendQuota?.MaxSendRate && SendQuota.MaxSendRate > 0) known = SendQuota.MaxSendRate;
    until = now() + keptFor;
    asking = undefined;
  };
  return async () => {
    if (now() < until) return known;
    asking ??= ask();
    await asking;
    return known;
  };
}
