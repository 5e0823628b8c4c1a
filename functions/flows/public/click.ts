import { StridewellError } from '../../core/base/error';
import { minute } from '../../core/base/time';
import { readToken, signToken } from '../../core/base/token';
import { isPersons, type Visit } from '../../core/membership/robot';
import type { Delivery } from '../../core/sending/delivery';
import { type LinkKey, linkKeys } from '../../core/series/series';
import type { Clock, Keys, Ledger, OfPractice } from '../ports';

type ClickPorts = Clock & Keys & OfPractice & Ledger<'delivery' | 'mergeDelivery' | 'addHistory'>;

/**
 * Where a button leads. The destination comes from the closed list inside the signed token, so the redirect is open to
 * nowhere else; the click is written down, and nothing about the person's subscription moves.
 */
export async function click(ports: ClickPorts, token: string, visit: Visit): Promise<{ to: string }> {
  const [sub = '', msg = '', key = ''] = readToken(ports.keys, 'click', token);
  const link = linkKeys.find((one) => one === key);
  if (!link)
    throw new StridewellError('not-found', 'This link is not complete. Please open it again from the message.');

  const subscriber = `sub_${sub}`;
  const delivery = await ports.ledger.delivery(subscriber, `msg_${msg}`);
  if (delivery) await record(ports, delivery, link, visit);
  return { to: destination(ports, link, sub, msg) };
}

async function record(ports: ClickPorts, delivery: Delivery, link: LinkKey, visit: Visit): Promise<void> {
  const at = ports.now();
  const left = Math.max(delivery.facts.accepted?.at ?? delivery.at, delivery.facts.delivered?.at ?? 0);
  const human = isPersons(visit, left, at);
  const { subscriber, id } = delivery;
  if (human) await ports.ledger.mergeDelivery({ ...delivery, facts: { clicked: { at, note: link } } });
  // One entry a minute is enough for a link that is pressed again and again.
  const entry = `click-${id.slice(4)}-${link}-${human ? 'person' : 'program'}-${Math.floor(at / minute)}`;
  await ports.ledger.addHistory({ subscriber, id: entry, at, happening: { what: 'click', delivery: id, link, human } });
}

function destination({ keys, practice }: ClickPorts, link: LinkKey, sub: string, msg: string): string {
  switch (link) {
    case 'book':
      return `/book/${signToken(keys, 'book', [sub, msg])}`;
    case 'tip':
      return `/tips/${signToken(keys, 'tips', [sub, msg])}`;
    case 'check-in':
      return `/check-in/${signToken(keys, 'check-in', [sub, msg])}`;
    case 'seen':
      return `/check-in/${signToken(keys, 'check-in', [sub, msg])}?answer=seen`;
    case 'preferences':
      return `/preferences/${signToken(keys, 'preferences', [sub])}`;
    case 'call':
      return `tel:${practice.phone}`;
    case 'site':
      return practice.site;
  }
}
