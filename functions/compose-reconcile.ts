import type { Config } from './config';
import type { ChannelName } from './core/base/channel';
import type { Edges } from './core/base/edges';
import { newId } from './core/base/id';
import type { AuditEntry } from './core/reporting/audit';
import { reconcile } from './flows/care/reconcile';
import { eraseUnproven, keptByLaw } from './flows/public/erase';
import { deleteRecord, forgetChannel, goesOn } from './flows/public/my-data';
import { setKill } from './flows/staff/edit-controls';
import { ground, systemEdges } from './ground';
import { auditStore } from './store/audit';
import { bookingStore } from './store/bookings';
import { campaignStore } from './store/campaigns';
import { departurePages } from './store/departures';
import { guardStore } from './store/guards';
import { guardEditors } from './store/people';

/** What a restore needs. Run by hand, with the rights of whoever runs it: no function of the service may do this. */
export function composeReconcile(config: Config, edges: Edges = systemEdges) {
  const base = ground(config, edges);
  const { client } = base;
  const bookings = bookingStore(client, config.tables.records);
  const ports = {
    ...base,
    departures: { page: departurePages(client, config.tables.departures) },
    // Without the journal: what comes from there is not written there again.
    guardAt: guardEditors(guardStore(client, config.tables.guards), base.addressKey).guardAt,
    campaigns: campaignStore(client, config.tables.records),
    bookings,
    async forget(id: string, channels: ReadonlySet<ChannelName>): Promise<boolean> {
      const person = await base.people.load(id);
      if (person && goesOn(person, channels)) {
        for (const channel of channels) await forgetChannel({ ...base, bookings }, id, channel);
        return false;
      }
      if (person) await eraseUnproven(base, person);
      else {
        await base.ledger.erasePerson(id, keptByLaw);
        await base.textLinks.remove(id);
      }
      return person !== undefined;
    },
  };
  const written = byHand(config, base);
  return {
    client,
    stop: () =>
      written('restore: stop', { kind: 'controls', id: 'controls' }, () =>
        setKill(base, true, 'a backup is being restored'),
      ),
    /** Around the copying of a table, which is not this file's to do. */
    written,
    reconcile: (gap: Parameters<typeof reconcile>[1]) =>
      written('restore: reconcile', undefined, () => reconcile(ports, gap)),
  };
}

/** Forgets a person who asked by letter or on the phone, just as the button of their own page does. */
export function composeErase(config: Config, edges: Edges = systemEdges) {
  const base = ground(config, edges);
  const own = { ...base, bookings: bookingStore(base.client, config.tables.records) };
  const written = byHand(config, base);
  return (id: string): Promise<boolean> =>
    written('erase', { kind: 'subscriber', id }, async () => {
      const known = (await base.people.load(id)) !== undefined;
      await deleteRecord(own, id);
      return known;
    });
}

/**
 * What is done from a terminal stands in the audit trail too, before it is done and after. AWS knows whose terminal it
 * was (CloudTrail); here it is somebody with rights of their own.
 */
function byHand(config: Config, { client, ...edges }: Pick<ReturnType<typeof ground>, 'client' | 'now' | 'bytes'>) {
  const { append } = auditStore(client, config.tables.audit);
  return async <T>(act: string, object: AuditEntry['object'], run: () => Promise<T>): Promise<T> => {
    const line: Omit<AuditEntry, 'result'> = {
      id: newId('aud', edges.bytes),
      at: edges.now(),
      who: { sub: 'by-hand' },
      act,
      ...(object ? { object } : {}),
    };
    await append({ ...line, result: 'started' });
    const ended = (result: 'done' | 'failed') => append({ ...line, result, endedAt: edges.now() });
    try {
      const answer = await run();
      await ended('done');
      return answer;
    } catch (thrown) {
      await ended('failed').catch(() => undefined);
      throw thrown;
    }
  };
}
