import { composeSenders } from './compose-senders';
import type { Config } from './config';
import { channelNames, perChannel, traits } from './core/base/channel';
import type { Edges } from './core/base/edges';
import { composeMessage } from './core/messages/compose-message';
import { hadReports } from './core/reporting/hour';
import { pacer } from './core/sending/pace';
import { seedSeries } from './flows/care/seed-series';
import { eraseUnproven } from './flows/public/erase';
import { receiveSms } from './flows/public/receive-sms';
import { dispatch } from './flows/sending/dispatch';
import { receiveEvent } from './flows/sending/receive-event';
import { type SendPorts, wake } from './flows/sending/send';
import { sweepCampaigns } from './flows/sending/sweep';
import { watch } from './flows/sending/watch';
import { budgets, ground, hints, systemEdges } from './ground';
import { log, namedError } from './log';
import { asideOf } from './providers/asides';
import { deadQueue } from './providers/dead-queue';
import { parseInboundText, parseProviderEvent } from './providers/provider-events';
import { renderMail } from './providers/render';
import { campaignStore } from './store/campaigns';
import { hourStore } from './store/hours';

export function composeDispatch(config: Config, edges: Edges = systemEdges) {
  const base = ground(config, edges);
  const { queue } = hints(config);
  const ports = {
    ...base,
    channels: channelNames,
    shards: config.shards,
    queue,
    room: perChannel((name) => traits[name].room),
  };
  return () => dispatch(ports);
}

export function composeSend(config: Config, edges: Edges = systemEdges) {
  const base = ground(config, edges);
  const senders = composeSenders(config, edges);
  const pace = pacer({
    ...edges,
    limit: async (channel) => (await senders[channel].limit()) / config.pace.workers[channel],
  });
  const composer = { ...base, render: renderMail };
  const ports: SendPorts = {
    ...base,
    compose: (waiting, now) => composeMessage(composer, waiting, now),
    hadReports: async (channel, at) => hadReports(await hourStore(base.client, config.tables.records).get(at), channel),
    pace,
    send: (message) => senders[message.channel].send(message),
    alarm: (kind, reason, subscriber) => log('answer-not-sent', { subscriber, kind, reason }),
    report: (error, subscriber) => log('postponed', { subscriber, ...namedError(error) }),
    erase: (person) => eraseUnproven(base, person),
  };
  return (subscriber: string) => wake(ports, subscriber);
}

export function composeEvents(config: Config, edges: Edges = systemEdges) {
  const base = ground(config, edges);
  return async (body: string): Promise<string> => {
    const event = parseProviderEvent(body);
    if (event) await receiveEvent(base, event);
    return event ? `${event.channel}-${event.kind}` : (asideOf(body) ?? 'not-ours');
  };
}

export function composeInbound(config: Config, edges: Edges = systemEdges) {
  const base = ground(config, edges);
  const { wake: hint } = hints(config);
  const within = budgets(config, base);
  const ports = {
    ...base,
    wake: hint,
    everyVersion: base.series.everyVersion,
    mayAnswer: (from: string) => within('answers', { addresses: [from] }),
  };
  return async (body: string): Promise<string> => {
    const text = parseInboundText(body);
    if (!text) return asideOf(body) ?? 'not-ours';
    const meaning = await receiveSms(ports, text);
    return text.body === '' ? 'no-words' : meaning;
  };
}

export function composeSweep(config: Config, edges: Edges = systemEdges) {
  const base = ground(config, edges);
  const ports = { ...base, stage: config.stage, campaigns: campaignStore(base.client, config.tables.records) };
  return (until: number) => sweepCampaigns(ports, until);
}

export function composeWatch(config: Config, edges: Edges = systemEdges) {
  const base = ground(config, edges);
  const { records } = config.tables;
  const ports = {
    ...base,
    hours: hourStore(base.client, records),
    campaigns: campaignStore(base.client, records),
    shards: config.shards,
    report: log,
  };
  return (until: number) => watch(ports, until);
}

export function composeSeed(config: Config, edges: Edges = systemEdges) {
  const base = ground(config, edges);
  return (builtIn: unknown) => seedSeries(base, builtIn);
}

/** Imported like the rest: what is loaded later makes the bundler keep all it shares with the rest apart and unshaken. */
export const deadLetters = ({ deadQueueUrl, endpoints }: Config) =>
  deadQueueUrl ? deadQueue(deadQueueUrl, endpoints?.sqs) : undefined;
