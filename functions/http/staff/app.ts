import { Hono } from 'hono';
import { errorBody, problemOf, statusOf } from '../answer';
import { guarded, small } from '../guard';
import { noted } from '../noted';
import * as audience from './audience';
import * as trail from './audit';
import * as counts from './count';
import * as desk from './desk';
import { openApi } from './openapi';
import * as people from './people';
import { missing, type StaffPorts } from './ports';
import { type Route, routesOf, serve } from './route';
import * as series from './series';
import * as shape from './shapes/api';
import * as group from './shapes/audience';
import * as home from './shapes/home';
import * as person from './shapes/person';
import * as tests from './test-sends';
import { signedIn } from './trail';
import { witnessed } from './witness';

export type { AuditLine } from './audit';
export type { StaffPorts } from './ports';
export type * from './shapes/api';
export type * from './shapes/audience';
export type * from './shapes/home';
export type * from './shapes/person';
export type { TestRecipient, TestSendRequest, TestSent } from './test-sends';

const route = routesOf<StaffPorts>();

/** Every door of the staff side, with the lowest role that may open it. */
// biome-ignore format: a table is read line by line
export const routes: Route<StaffPorts>[] = [
  // Around
  route('GET', '/me', 'viewer', 'Who I am', { answer: shape.meSchema }, desk.me),
  route('GET', '/options', 'viewer', 'What pickers offer', { answer: shape.optionsSchema }, desk.options),
  route('GET', '/home', 'viewer', 'Today at a glance', { answer: home.homeSchema }, desk.home),
  route('GET', '/controls', 'viewer', 'Get sending controls', { answer: home.controlsSchema }, desk.controls),
  route('POST', '/controls/kill', 'marketer', 'Stop all sending; an approver may let it go on', { body: home.killSchema, answer: home.controlsSchema, current: desk.controls }, desk.kill),
  route('POST', '/controls/total', 'admin', 'Stop even the answers to STOP, HELP and emergencies, or let them go on', { body: home.totalSchema, answer: home.controlsSchema, current: desk.controls }, desk.total),

  // People
  route('GET', '/subscribers', 'viewer', 'People', { query: person.subscribersQuery, answer: person.subscriberListSchema }, people.people),
  route('POST', '/subscribers/find', 'viewer', 'Find a person by address', { body: person.findSchema, answer: person.subscriberListSchema, reads: true }, people.find),
  route('GET', '/subscribers/{id}', 'viewer', 'One person: what happened and what will', { answer: person.subscriberDetailSchema }, people.person),
  route('GET', '/subscribers/{id}/explain', 'viewer', 'Why a step did not come', { query: person.explainQuery, answer: person.explainedSchema }, people.why),
  route('POST', '/subscribers/{id}/opt-out', 'marketer', 'Record an opt-out', { body: person.optOutSchema, answer: shape.acknowledgedSchema }, people.leave),
  route('POST', '/subscribers/{id}/ask', 'marketer', 'Ask a waiting sign-up to confirm once more', { body: person.askSchema, answer: shape.acknowledgedSchema }, people.askOnceMore),
  route('POST', '/subscribers/{id}/seen', 'marketer', 'Record that a doctor has seen this person', { body: shape.seenSchema, answer: shape.acknowledgedSchema, current: people.person }, people.seen),
  route('POST', '/subscribers/{id}/office', 'marketer', 'Set the nearest office', { body: person.officeSchema, answer: shape.acknowledgedSchema, current: people.person }, people.office),

  // Series
  route('GET', '/series', 'viewer', 'Series and broadcasts', { query: shape.pageQuery, answer: shape.seriesListSchema }, series.series),
  route('GET', '/series/{id}', 'viewer', 'One version, the latest unless asked', { query: shape.versionQuery, answer: shape.seriesDetailSchema }, series.version),
  route('POST', '/series/{id}/versions', 'marketer', 'Save edited words as the next version', { body: shape.editSeriesSchema, answer: shape.newVersionSchema, created: true, current: series.newest }, series.edit),
  route('POST', '/series/{id}/versions/{version}/approve', 'approver', 'Approve a version', { body: shape.approveWordsSchema, answer: shape.acknowledgedSchema }, series.approve),
  route('POST', '/series/{id}/pause', 'marketer', 'Pause a series', { answer: shape.pausedSchema }, series.pause),
  route('POST', '/series/{id}/resume', 'marketer', 'Let a series go on; an approver, where the service paused it', { body: shape.seenSchema, answer: shape.pausedSchema, current: series.newest }, series.resume),

  // Previews
  route('GET', '/samples', 'viewer', 'List sample people for previews', { answer: shape.samplesSchema }, series.listSamples),
  route('POST', '/preview', 'viewer', 'Preview a step', { body: shape.previewSchema, answer: shape.previewedSchema, reads: true }, series.preview),
  route('POST', '/preview/path', 'viewer', 'Preview the dates of a path', { body: shape.pathRequestSchema, answer: shape.pathListSchema, reads: true }, series.path),

  // Tests
  route('GET', '/test-recipients', 'marketer', 'List test recipients', { answer: tests.testRecipientsSchema }, tests.recipients),
  route('POST', '/test-sends', 'marketer', 'Send a step as a test', { body: tests.testSendSchema, answer: tests.testStateSchema, created: true, limited: true }, tests.send),
  route('GET', '/test-sends/{id}', 'marketer', 'Get the result of a test', { answer: tests.testStateSchema }, tests.watch),

  // Audiences
  route('GET', '/segments', 'viewer', 'Saved audiences', { query: shape.pageQuery, answer: group.segmentListSchema }, audience.segments),
  route('POST', '/segments', 'marketer', 'Save an audience', { body: group.editSegmentSchema, answer: group.segmentSchema, created: true }, audience.createSegment),
  route('POST', '/segments/count', 'viewer', 'Count an audience', { body: group.countSchema, answer: group.audienceSchema, reads: true }, counts.count),
  route('GET', '/segments/{id}', 'viewer', 'One audience', { answer: group.segmentSchema }, audience.segment),
  route('PUT', '/segments/{id}', 'marketer', 'Change an audience', { body: group.changeSegmentSchema, answer: group.segmentSchema, current: audience.segment }, audience.changeSegment),

  // Campaigns
  route('GET', '/campaigns', 'viewer', 'Campaigns', { query: shape.pageQuery, answer: group.campaignListSchema }, audience.campaigns),
  route('POST', '/campaigns', 'marketer', 'Draft a campaign', { body: group.editCampaignSchema, answer: group.campaignRowSchema, created: true }, audience.createCampaign),
  route('GET', '/campaigns/{id}', 'viewer', 'One campaign and how far it is', { answer: group.campaignDetailSchema }, audience.campaign),
  route('PUT', '/campaigns/{id}', 'marketer', 'Change a draft', { body: group.changeCampaignSchema, answer: group.campaignRowSchema, current: audience.campaignNow }, audience.changeCampaign),
  route('POST', '/campaigns/{id}/review', 'marketer', 'Ask for approval', { body: shape.seenSchema, answer: group.campaignRowSchema, current: audience.campaignNow }, audience.askForApproval),
  route('POST', '/campaigns/{id}/approve', 'approver', 'Let a campaign of somebody else go out as it is', { body: group.approveSchema, answer: group.campaignRowSchema, current: audience.campaignNow }, audience.approve),
  route('POST', '/campaigns/{id}/schedule', 'marketer', 'Schedule a campaign', { body: group.scheduleSchema, answer: group.scheduledSchema, current: audience.campaignNow }, audience.schedule),
  route('POST', '/campaigns/{id}/pause', 'marketer', 'Pause a campaign', { answer: group.campaignRowSchema }, audience.pause),
  route('POST', '/campaigns/{id}/resume', 'marketer', 'Resume a campaign', { body: shape.seenSchema, answer: group.campaignRowSchema, current: audience.campaignNow }, audience.resume),
  route('POST', '/campaigns/{id}/cancel', 'marketer', 'Cancel a campaign', { answer: group.campaignRowSchema }, audience.cancel),

  // Bookings
  route('GET', '/bookings', 'viewer', 'Requests for a visit', { query: shape.bookingsQuery, answer: shape.bookingListSchema }, desk.bookings),
  route('GET', '/bookings/by-step', 'viewer', 'Count bookings by step', { answer: shape.bookingsByStepSchema }, desk.byStep),
  route('POST', '/bookings/{id}', 'marketer', 'Update a booking', { body: shape.editBookingSchema, answer: shape.bookingRowSchema, current: desk.bookingNow }, desk.booking),

  // Messages
  route('GET', '/messages', 'viewer', 'Messages of a day', { query: shape.messagesQuery, answer: shape.messageListSchema }, people.messages),
  route('GET', '/messages/{id}/{message}/rendered', 'viewer', 'A message as it was sent', { answer: shape.renderedSchema }, people.rendered),
  route('POST', '/messages/{id}/{message}/decide', 'marketer', 'Settle a held message', { body: shape.decideSchema, answer: shape.acknowledgedSchema }, people.decide),
  route('GET', '/held', 'viewer', 'Held messages by what is known of them', { answer: shape.heldGroupsSchema }, people.held),
  route('POST', '/held/decide', 'marketer', 'Settle all held messages of one channel and reason, a page a call', { query: shape.decideManyQuery, body: shape.decideManySchema, answer: shape.decidedManySchema }, people.decideAll),
  route('GET', '/replies', 'viewer', 'Texts people sent us', { query: shape.repliesQuery, answer: shape.replyListSchema }, people.listReplies),

  // Audit
  route('GET', '/audit', 'admin', 'Who did what, and who was turned away', { query: trail.auditQuery, answer: trail.auditListSchema, idsOnly: true }, trail.audit),
];

/** The staff side over HTTP. Everything but the API's own description needs a token, even a path that is not there. */
export function staffApp(ports: StaffPorts): Hono {
  const app = new Hono();
  const description = openApi(routes);
  app.use(noted(ports.note, ports.sourceOf), guarded(ports.publicUrl), small);
  app.onError((thrown, c) => {
    const problem = problemOf(thrown, ports.unexpected);
    return c.json(errorBody(problem), statusOf[problem.code]);
  });
  app.get('/staff/api/openapi.json', (c) => c.json(description));
  for (const one of routes)
    app.on(one.method, `/staff/api${one.path.replace(/\{(\w+)\}/g, ':$1')}`, (c) => serve(ports, one, c, witnessed));
  app.notFound(async (c) => {
    try {
      await signedIn(ports, c);
      throw missing();
    } catch (thrown) {
      const problem = problemOf(thrown, ports.unexpected);
      return c.json(errorBody(problem), statusOf[problem.code]);
    }
  });
  return app;
}
