import { Hono } from 'hono';
import type { Booking, BookingStatus } from '../core/booking';
import type { Campaign, Segment } from '../core/campaign';
import type { EditedVersion } from '../core/change';
import { StridewellError } from '../core/error';
import { mergeFields } from '../core/merge';
import { samples } from '../core/sample';
import type { SeriesVersion } from '../core/series';
import { linkKeys } from '../core/series';
import { checkInAnswers, experiences, painKinds } from '../core/subscriber';
import { iso, second } from '../core/time';
import { type EditBookingPorts, editBooking } from '../flows/edit-booking';
import * as campaign from '../flows/edit-campaign';
import { type PausePorts, pauseSeries, setKill } from '../flows/edit-controls';
import * as segment from '../flows/edit-segment';
import { approveSeries, type EditSeriesPorts, editSeries } from '../flows/edit-series';
import { type EditSubscriberPorts, markSeen, optOut } from '../flows/edit-subscriber';
import { type FindPorts, findByAddress, listSubscribers, subscriberStory } from '../flows/find-subscriber';
import { previewPath, previewStep, type RenderedPorts, renderedMessage } from '../flows/preview';
import {
  bookingsByStep,
  campaignOutcomes,
  homeReport,
  messagesOfDay,
  type ReportPorts,
  replies,
} from '../flows/report';
import { peopleById, type ShowPorts, showMessages } from '../flows/show-messages';
import { errorBody, problemOf, statusOf, type Unexpected } from './answer';
import { guarded, small } from './guard';
import { bearer } from './staff-auth';
import { openApi } from './staff-openapi';
import { type Route, type RoutePorts, routesOf, serve } from './staff-route';
import * as shape from './staff-shapes';
import * as view from './staff-view';

export type * from './staff-shapes';

/** What the flows ask for, and the lists that are read as they are. */
export type StaffPorts = RoutePorts &
  EditSeriesPorts &
  PausePorts &
  segment.EditSegmentPorts &
  segment.CountPorts &
  campaign.EditCampaignPorts &
  FindPorts &
  EditSubscriberPorts &
  EditBookingPorts &
  RenderedPorts &
  ReportPorts &
  ShowPorts & {
    unexpected: Unexpected;
    series: {
      list(limit: number, after?: string): Promise<{ series: SeriesVersion[]; next?: string }>;
      versions(id: string, limit: number): Promise<{ versions: SeriesVersion[] }>;
    };
    segments: { list(limit: number, after?: string): Promise<{ segments: Segment[]; next?: string }> };
    campaigns: { list(limit: number, after?: string): Promise<{ campaigns: Campaign[]; next?: string }> };
    bookings: {
      list(limit: number, after?: string, status?: BookingStatus): Promise<{ bookings: Booking[]; next?: string }>;
    };
  };

const route = routesOf<StaffPorts>();
const missing = () => new StridewellError('not-found', 'There is no such thing.');
const paused = { answer: shape.pausedSchema };
const done = { acknowledged: true as const };

/** Every door of the staff side, with the lowest role that may open it. */
export const routes: Route<StaffPorts>[] = [
  // Around
  route('GET', '/me', 'viewer', 'Who I am', { answer: shape.meSchema }, ({ staff }) => ({
    name: staff.name,
    role: staff.role,
  })),
  route(
    'GET',
    '/options',
    'viewer',
    'What pickers offer',
    { answer: shape.optionsSchema },
    ({ ports: { practice } }) => ({
      practice: { name: practice.name, timeZone: practice.timeZone },
      links: [...linkKeys],
      mergeFields: [...mergeFields],
      locations: practice.locations.map(({ id, name }) => ({ id, name })),
      pain: [...painKinds],
      experience: [...experiences],
      checkIn: [...checkInAnswers],
    }),
  ),
  route('GET', '/home', 'viewer', 'Today at a glance', { answer: shape.homeSchema }, async ({ ports }) => {
    const [{ counts, recent }, { bookings }, controls] = await Promise.all([
      homeReport(ports),
      ports.bookings.list(5, undefined, 'requested'),
      ports.controls.read(),
    ]);
    return {
      now: iso(ports.now()),
      counts,
      recentMessages: (await showMessages(ports, recent)).map(view.messageRow),
      newBookings: bookings.map((one) => view.bookingRow(one, ports.practice)),
      controls: view.controlsView(controls),
    };
  }),
  route('GET', '/controls', 'viewer', 'What is stopped', { answer: shape.controlsSchema }, async ({ ports }) =>
    view.controlsView(await ports.controls.read()),
  ),
  route(
    'POST',
    '/controls/kill',
    'approver',
    'Stop all sending, or let it go on',
    { body: shape.killSchema, answer: shape.controlsSchema },
    async ({ ports, body }) => view.controlsView(await setKill(ports, body.on, body.reason)),
  ),

  // People
  route(
    'GET',
    '/subscribers',
    'viewer',
    'People',
    { query: shape.subscribersQuery, answer: shape.subscriberListSchema },
    async ({ ports, query }) => {
      if (query.q !== undefined) {
        const person = await ports.people.load(query.q);
        return view.list(person ? [view.subscriberRow(person)] : []);
      }
      const { people, next } = await listSubscribers(ports, query.limit, query.cursor, query.status);
      return view.list(people.map(view.subscriberRow), next);
    },
  ),
  route(
    'POST',
    '/subscribers/find',
    'viewer',
    'Whose address this is',
    { body: shape.findSchema, answer: shape.subscriberListSchema, reads: true },
    async ({ ports, body }) => {
      const person = await findByAddress(ports, body.address);
      return view.list(person ? [view.subscriberRow(person)] : []);
    },
  ),
  route(
    'GET',
    '/subscribers/{id}',
    'viewer',
    'One person: what happened and what will',
    { answer: shape.subscriberDetailSchema },
    async ({ ports, params }) => {
      const { person, timeline, next } = await subscriberStory(ports, params.id);
      return view.subscriberDetail(person, timeline, next);
    },
  ),
  route(
    'POST',
    '/subscribers/{id}/opt-out',
    'marketer',
    'Record an opt-out',
    { body: shape.optOutSchema, answer: shape.acknowledgedSchema },
    async ({ ports, params, body, staff }) => {
      await optOut(ports, params.id, body.channel, body.reason, staff);
      return done;
    },
  ),
  route(
    'POST',
    '/subscribers/{id}/seen',
    'marketer',
    'A doctor has seen this person',
    { answer: shape.acknowledgedSchema },
    async ({ ports, params, staff }) => {
      await markSeen(ports, params.id, staff);
      return done;
    },
  ),

  // Series
  route(
    'GET',
    '/series',
    'viewer',
    'Series and broadcasts',
    { query: shape.pageQuery, answer: shape.seriesListSchema },
    async ({ ports, query }) => {
      const [{ series, next }, controls, waiting] = await Promise.all([
        ports.series.list(query.limit, query.cursor),
        ports.controls.read(),
        segment.countWaiting(ports),
      ]);
      return view.list(
        series.map((one) => view.seriesRow(one, controls, waiting.bySeries[one.seriesId] ?? 0, waiting.exact)),
        next,
      );
    },
  ),
  route(
    'GET',
    '/series/{id}',
    'viewer',
    'One version, the latest unless asked',
    { query: shape.versionQuery, answer: shape.seriesDetailSchema },
    async ({ ports, params, query }) => {
      const found: EditedVersion | undefined =
        query.version === undefined
          ? await ports.series.latest(params.id)
          : await ports.series.version(params.id, query.version);
      if (!found) throw missing();
      const { author, approvedBy: _approvedBy, ...version } = found;
      const [{ versions }, controls] = await Promise.all([
        ports.series.versions(params.id, 100),
        ports.controls.read(),
      ]);
      return {
        version,
        author,
        versions: versions.map((one) => one.version),
        paused: controls.pausedSeries.includes(params.id),
      };
    },
  ),
  route(
    'POST',
    '/series/{id}/versions',
    'marketer',
    'Save edited words as the next version',
    { body: shape.editSeriesSchema, answer: shape.newVersionSchema, created: true },
    async ({ ports, params, body, staff }) => ({
      version: await editSeries(ports, params.id, body.base, body, staff),
    }),
  ),
  route(
    'POST',
    '/series/{id}/versions/{version}/approve',
    'approver',
    'Let a version go out',
    { answer: shape.acknowledgedSchema },
    async ({ ports, params, staff }) => {
      await approveSeries(ports, params.id, params.version, staff);
      return done;
    },
  ),
  route('POST', '/series/{id}/pause', 'marketer', 'Hold a series back', paused, async ({ ports, params }) => {
    await pauseSeries(ports, params.id, true);
    return { paused: true, acknowledged: true as const };
  }),
  route('POST', '/series/{id}/resume', 'marketer', 'Let a series go on', paused, async ({ ports, params }) => {
    await pauseSeries(ports, params.id, false);
    return { paused: false, acknowledged: true as const };
  }),

  // Previews
  route('GET', '/samples', 'viewer', 'People that previews are written to', { answer: shape.samplesSchema }, () =>
    view.list(samples),
  ),
  route(
    'POST',
    '/preview',
    'viewer',
    'A step as it would be sent',
    { body: shape.previewSchema, answer: shape.previewedSchema, reads: true },
    ({ ports, body }) => previewStep(ports, body),
  ),
  route(
    'POST',
    '/preview/path',
    'viewer',
    'The dates a person would get',
    { body: shape.pathRequestSchema, answer: shape.pathListSchema, reads: true },
    async ({ ports, body: { startAt, ...wanted } }) => {
      const steps = await previewPath(ports, {
        ...wanted,
        startAt: startAt === undefined ? undefined : Date.parse(startAt),
      });
      return view.list(steps.map((step) => ({ ...step, at: iso(step.at) })));
    },
  ),

  // Audiences
  route(
    'GET',
    '/segments',
    'viewer',
    'Saved audiences',
    { query: shape.pageQuery, answer: shape.segmentListSchema },
    async ({ ports, query }) => {
      const { segments, next } = await ports.segments.list(query.limit, query.cursor);
      return view.list(segments.map(view.segmentRow), next);
    },
  ),
  route(
    'POST',
    '/segments',
    'marketer',
    'Save an audience',
    { body: shape.editSegmentSchema, answer: shape.segmentSchema, created: true },
    async ({ ports, body, staff }) => view.segmentRow(await segment.createSegment(ports, body.name, body.who, staff)),
  ),
  route(
    'POST',
    '/segments/count',
    'viewer',
    'How many an audience reaches',
    { body: shape.countSchema, answer: shape.audienceSchema, reads: true },
    ({ ports, body }) => segment.countAudience(ports, body, body.exact ? 20 * second : undefined),
  ),
  route(
    'GET',
    '/segments/{id}',
    'viewer',
    'One audience',
    { answer: shape.segmentSchema },
    async ({ ports, params }) => {
      const found = await ports.segments.get(params.id);
      if (!found) throw missing();
      return view.segmentRow(found);
    },
  ),
  route(
    'PUT',
    '/segments/{id}',
    'marketer',
    'Change an audience',
    { body: shape.editSegmentSchema, answer: shape.segmentSchema },
    async ({ ports, params, body }) =>
      view.segmentRow(await segment.changeSegment(ports, params.id, body.name, body.who)),
  ),

  // Campaigns
  route(
    'GET',
    '/campaigns',
    'viewer',
    'Campaigns',
    { query: shape.pageQuery, answer: shape.campaignListSchema },
    async ({ ports, query }) => {
      const { campaigns, next } = await ports.campaigns.list(query.limit, query.cursor);
      return view.list(campaigns.map(view.campaignRow), next);
    },
  ),
  route(
    'POST',
    '/campaigns',
    'marketer',
    'Draft a campaign',
    { body: shape.editCampaignSchema, answer: shape.campaignRowSchema, created: true },
    async ({ ports, body, staff }) => view.campaignRow(await campaign.createCampaign(ports, body, staff)),
  ),
  route(
    'GET',
    '/campaigns/{id}',
    'viewer',
    'One campaign and how far it is',
    { answer: shape.campaignDetailSchema },
    async ({ ports, params }) => {
      const found = await ports.campaigns.get(params.id);
      if (!found) throw missing();
      const { outcomes, exact } = await campaignOutcomes(ports, found);
      const { cursor: _cursor, ...sweep } = found.sweep ?? { seen: 0, enrolled: 0, skipped: {}, done: false };
      return { ...view.campaignRow(found), ...(found.sweep ? { sweep } : {}), outcomes, outcomesExact: exact };
    },
  ),
  route(
    'PUT',
    '/campaigns/{id}',
    'marketer',
    'Change a draft',
    { body: shape.editCampaignSchema, answer: shape.campaignRowSchema },
    async ({ ports, params, body }) => view.campaignRow(await campaign.changeCampaign(ports, params.id, body)),
  ),
  ...(
    [
      ['schedule', 'Fix the audience and begin', campaign.scheduleCampaign],
      ['pause', 'Hold a campaign back', campaign.pauseCampaign],
      ['resume', 'Let a campaign go on', campaign.resumeCampaign],
      ['cancel', 'End a campaign for good', campaign.cancelCampaign],
    ] as const
  ).map(([verb, what, act]) =>
    route(
      'POST',
      `/campaigns/{id}/${verb}`,
      'marketer',
      what,
      { answer: shape.campaignRowSchema },
      async ({ ports, params }) => view.campaignRow(await act(ports, params.id)),
    ),
  ),

  // Bookings
  route(
    'GET',
    '/bookings',
    'viewer',
    'Requests for a visit',
    { query: shape.bookingsQuery, answer: shape.bookingListSchema },
    async ({ ports, query }) => {
      const { bookings, next } = await ports.bookings.list(query.limit, query.cursor, query.status);
      return view.list(
        bookings.map((one) => view.bookingRow(one, ports.practice)),
        next,
      );
    },
  ),
  route(
    'GET',
    '/bookings/by-step',
    'viewer',
    'Which step brings people in',
    { answer: shape.bookingsByStepSchema },
    async ({ ports }) => view.list(await bookingsByStep(ports)),
  ),
  route(
    'POST',
    '/bookings/{id}',
    'marketer',
    'What became of a request',
    { body: shape.editBookingSchema, answer: shape.bookingRowSchema },
    async ({ ports, params, body, staff }) =>
      view.bookingRow(
        await editBooking(
          ports,
          params.id,
          body.status,
          body.visitAt === undefined ? undefined : Date.parse(body.visitAt),
          staff,
        ),
        ports.practice,
      ),
  ),

  // Messages
  route(
    'GET',
    '/messages',
    'viewer',
    'Messages of a day',
    { query: shape.messagesQuery, answer: shape.messageListSchema },
    async ({ ports, query: { limit, cursor, ...filter } }) => {
      const { messages, next } = await messagesOfDay(ports, filter, limit, cursor);
      return view.list((await showMessages(ports, messages)).map(view.messageRow), next);
    },
  ),
  route(
    'GET',
    '/messages/{id}/{message}/rendered',
    'viewer',
    'A message as it was sent',
    { answer: shape.renderedSchema },
    ({ ports, params }) => renderedMessage(ports, params.id, params.message),
  ),
  route(
    'GET',
    '/replies',
    'viewer',
    'Texts people sent us',
    { query: shape.repliesQuery, answer: shape.replyListSchema },
    async ({ ports, query }) => {
      const wanted = query.forStaff === undefined ? undefined : query.forStaff === 'true';
      const { replies: found, next } = await replies(ports, wanted, query.limit, query.cursor);
      const people = await peopleById(
        ports,
        found.map(({ subscriber }) => subscriber),
      );
      return view.list(
        found.map((entry) => view.replyRow(entry, people.get(entry.subscriber))),
        next,
      );
    },
  ),
];

/** The staff side over HTTP. Everything but the API's own description needs a token, even a path that is not there. */
export function staffApp(ports: StaffPorts): Hono {
  const app = new Hono();
  const description = openApi(routes);
  app.use(guarded, small);
  app.onError((thrown, c) => {
    const problem = problemOf(thrown, ports.unexpected);
    return c.json(errorBody(problem), statusOf[problem.code]);
  });
  app.get('/staff/api/openapi.json', (c) => c.json(description));
  for (const one of routes)
    app.on(one.method, `/staff/api${one.path.replace(/\{(\w+)\}/g, ':$1')}`, (c) => serve(ports, one, c));
  app.notFound(async (c) => {
    try {
      await ports.verify(bearer(c.req.header('authorization')));
      throw missing();
    } catch (thrown) {
      const problem = problemOf(thrown, ports.unexpected);
      return c.json(errorBody(problem), statusOf[problem.code]);
    }
  });
  return app;
}
