import type { Context } from 'hono';
import type { Config } from './config';
import type { ChannelName } from './core/base/channel';
import type { Edges } from './core/base/edges';
import { addressIn, sourceKey } from './core/person/address';
import { refusals } from './core/reporting/refusals';
import { leaveChannel } from './flows/public/leave';
import { ground, hints } from './ground';
import { staffApp } from './http/staff/app';
import { staffVerifier } from './http/staff/auth';
import { log } from './log';
import { renderMail } from './providers/render';
import { auditStore } from './store/audit';
import { bookingStore } from './store/bookings';
import { campaignStore } from './store/campaigns';
import { hourStore } from './store/hours';
import { segmentStore } from './store/segments';
import { testQuotaStore } from './store/test-quotas';

interface StaffEdges extends Edges {
  /** The caller's address: from the gateway in the cloud, from the socket at home. */
  ipOf(c: Context): string | undefined;
}

/** Everything staff can reach. Tokens are judged by real time, which has nothing to do with the service's clock. */
export function composeStaff(config: Config, edges: StaffEdges) {
  // Approvals given elsewhere must show at once, so drafts are read each time.
  const base = ground(config, edges, false);
  const { wake } = hints(config);
  const { records } = config.tables;
  const audit = auditStore(base.client, config.tables.audit);
  const { issuer, clientId, jwksUri } = config.oidc;
  return staffApp({
    ...base,
    wake,
    stage: config.stage,
    composer: { ...base, render: renderMail },
    verify: staffVerifier({ issuer, audience: clientId, ...(jwksUri ? { jwksUri } : {}) }, { now: () => new Date() }),
    audit: (line) => audit.append(line),
    auditTrail: audit.list,
    refused: refusals(),
    sourceOf: (c) => sourceKey(config.guardSecret, edges.ipOf(c) ?? ''),
    note: (line) => log('answered', { door: 'staff', ...line }),
    ownerOf: async (address) =>
      base.guardOf(addressIn(address), (guard) => guard).then(({ owner, wish }) => owner ?? wish),
    leave: (id: string, channel: ChannelName, context: { means: 'staff'; said: string }) =>
      leaveChannel(base, id, channel, context),
    bookings: bookingStore(base.client, records),
    campaigns: campaignStore(base.client, records),
    segments: segmentStore(base.client, records),
    hours: hourStore(base.client, records),
    testQuotas: testQuotaStore(base.client, records),
    unexpected: (errorClass) => log('unexpected', { door: 'staff', error: errorClass }),
  });
}
