import type * as z from 'zod';
import { iso } from '../../core/base/time';
import { reasonText } from '../../core/reporting/reason';
import type { Delivery } from '../../core/sending/delivery';
import { explainStep } from '../../flows/reports/explain-step';
import { findByAddress, listSubscribers, subscriberStory } from '../../flows/reports/find-subscriber';
import { answersTo, listMessages, replies } from '../../flows/reports/list-messages';
import { renderedMessage } from '../../flows/reports/preview';
import { peopleById, showMessages } from '../../flows/reports/show-messages';
import { lessHeld } from '../../flows/sending/watch';
import { askAgain } from '../../flows/staff/ask-again';
import { decideHeld } from '../../flows/staff/decide-held';
import { decideMany, heldGroups } from '../../flows/staff/decide-many';
import { markSeen, optOut, setOffice } from '../../flows/staff/edit-subscriber';
import { type Current, done, type Plain, type StaffPorts, type WithBody, type WithQuery } from './ports';
import type { Call } from './route';
import type * as shape from './shapes/api';
import type * as persons from './shapes/person';
import * as view from './view';

export const people = async ({ ports, query }: WithQuery<typeof persons.subscribersQuery>) => {
  if (query.q !== undefined) {
    const person = await ports.people.load(query.q);
    return view.list(person ? [view.subscriberRow(person, ports.practice.questions)] : []);
  }
  const { people, next } = await listSubscribers(ports, query.limit, query.cursor, query.status);
  return view.list(
    people.map((one) => view.subscriberRow(one, ports.practice.questions)),
    next,
  );
};

export const find = async ({ ports, body }: WithBody<typeof persons.findSchema>) => {
  const person = await findByAddress(ports, body.address);
  return view.list(person ? [view.subscriberRow(person, ports.practice.questions)] : []);
};

export const person = async ({ ports, params }: Current) =>
  view.subscriberDetail(await subscriberStory(ports, params.id), ports.practice.questions);

export const why = async ({ ports, params, query }: WithQuery<typeof persons.explainQuery>) => ({
  why: await explainStep(ports, params.id, query),
});

export const decide = async ({ ports, params, body, staff }: WithBody<typeof shape.decideSchema>) => {
  await decideHeld(ports, params.id, params.message, body.as, staff);
  await lessHeld(ports, 1);
  return done;
};

const heldOf = (ports: StaffPorts) => ({
  held: (limit: number, cursor?: string) => listMessages(ports, { outcome: 'held' }, limit, cursor),
});

export const held = async ({ ports }: Plain) => {
  const { groups, more } = await heldGroups(heldOf(ports));
  return {
    items: groups.map(({ since, ...group }) => ({
      ...group,
      reasonText: reasonText(group.reason),
      since: iso(since),
    })),
    more,
  };
};

export const decideAll = async ({
  ports,
  query,
  body: { as, ...group },
  staff,
}: Call<StaffPorts, z.output<typeof shape.decideManyQuery>, z.output<typeof shape.decideManySchema>>) => {
  const decide = ({ subscriber, id }: Delivery) => decideHeld(ports, subscriber, id, as, staff);
  const done = await decideMany({ ...heldOf(ports), decide }, group, query.cursor);
  await lessHeld(ports, done.decided);
  return done;
};

export const leave = async ({ ports, params, body, staff }: WithBody<typeof persons.optOutSchema>) => {
  await optOut(ports, params.id, body.channel, body.reason, staff);
  return done;
};

export const askOnceMore = async ({ ports, params, body, staff }: WithBody<typeof persons.askSchema>) => {
  await askAgain(ports, params.id, body.channel, staff);
  return done;
};

export const seen = async ({ ports, params, body, staff }: WithBody<typeof shape.seenSchema>) => {
  await markSeen(ports, params.id, body.rev, staff);
  return done;
};

export const office = async ({ ports, params, body, staff }: WithBody<typeof persons.officeSchema>) => {
  await setOffice(ports, params.id, body.rev, body.location, staff);
  return done;
};

export const messages = async ({
  ports,
  query: { limit, cursor, ...filter },
}: WithQuery<typeof shape.messagesQuery>) => {
  const { messages, next } = await listMessages(ports, filter, limit, cursor);
  return view.list((await showMessages(ports, messages)).map(view.messageRow), next);
};

export const rendered = ({ ports, params }: Plain) => renderedMessage(ports, params.id, params.message);

export const listReplies = async ({ ports, query }: WithQuery<typeof shape.repliesQuery>) => {
  const wanted = query.forStaff === undefined ? undefined : query.forStaff === 'true';
  const { replies: found, next } = await replies(ports, wanted, query.limit, query.cursor);
  const people = await peopleById(
    ports,
    found.map(({ subscriber }) => subscriber),
  );
  const answers = new Map((await answersTo(ports, found)).map(({ text, is }) => [text, is]));
  return view.list(
    found.map((entry) => view.replyRow(entry, people.get(entry.subscriber), answers.get(entry))),
    next,
  );
};
