import type { Audience, CampaignDetail, EditCampaign, SeriesRow } from '../../../functions/http/staff/app';
import { meetsText } from '../audience/head-count';
import { dayAfter, lastDay, localDay, timeText } from '../when';
import { capital, channelOption, firstChannel, type Who } from '../words';

export type Draft = Omit<EditCampaign, 'who' | 'version'> & { who: Who };

/** A week from now leaves time to have the words approved. */
export const blank = (series: SeriesRow[]): Draft => ({
  name: '',
  seriesId: series[0]?.seriesId ?? '',
  who: {},
  channels: [firstChannel()],
  startDate: dayAfter(localDay(), 7),
  startTime: '10:00',
});

export const draftOf = (campaign: CampaignDetail): Draft => ({
  ...plainOf(campaign),
  ...begins(campaign),
});

/** Whether and when a series may begin again, as a request says it. */
export const begins = ({ restartAfterDays }: Pick<Draft, 'restartAfterDays'>) =>
  restartAfterDays === undefined ? {} : { restartAfterDays };

/** The start as a count asks for it: whole, or not at all. */
export const startOf = ({ startDate, startTime }: Pick<Draft, 'startDate' | 'startTime'>) =>
  /^\d{4}-\d{2}-\d{2}$/.test(startDate) && /^\d{2}:\d{2}$/.test(startTime) ? { startDate, startTime } : {};

const plainOf = ({ name, seriesId, segmentId, who, channels, startDate, startTime }: CampaignDetail) => ({
  name,
  seriesId,
  who,
  channels,
  startDate,
  startTime,
  ...(segmentId ? { segmentId } : {}),
});

/** A saved audience goes by its id, one put together by what it is. */
export const bodyOf = ({ segmentId, who, ...rest }: Draft): EditCampaign => ({
  ...rest,
  name: rest.name.trim(),
  ...(segmentId ? { segmentId } : { who }),
});

/** What stands in the way of a campaign, and what staff should know first. The server has the last word. */
export function checkCampaign(
  draft: Draft,
  series: SeriesRow | undefined,
  audience: Audience | undefined,
  today: string,
): { errors: string[]; warnings: string[] } {
  const errors: string[] = [];
  const warnings: string[] = [];
  if (draft.name.trim() === '') errors.push('Give the campaign a name.');
  if (!series) errors.push('Choose what to send.');
  if (draft.channels.length === 0) errors.push('Choose email, text or both.');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(draft.startDate)) errors.push('Choose a start date.');
  else if (draft.startDate < today) errors.push('The start date is in the past.');
  else if (draft.startDate > lastDay(today))
    errors.push(`The start date is in the year ${draft.startDate.slice(0, 4)}, more than 2 years ahead.`);
  else if (draft.startDate === today)
    warnings.push('It starts today: people whose local hour has passed are skipped or wait for the next open hour.');
  if (!/^\d{2}:\d{2}$/.test(draft.startTime)) errors.push('Choose a time of day.');
  else warnings.push(...hours(draft));
  if (series?.approval === 'draft')
    warnings.push('Nobody has approved these words yet. A live practice sends only approved words.');
  if (series?.paused) warnings.push('This series is paused. Nothing leaves until somebody resumes it.');
  if (series && series.reviewBy < draft.startDate)
    warnings.push('The words are past their review date. Ask a clinician to look at them.');
  if (!audience) return { errors, warnings };
  if (draft.channels.length > 0 && audience.reached === 0)
    errors.push('Nobody would get it. Widen the audience or choose another channel.');
  warnings.push(...audience.meets.map(meetsText));
  return { errors, warnings };
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function hours({ channels, startDate, startTime }: Draft): string[] {
  const said: string[] = [];
  const weekday = new Date(`${startDate}T12:00:00Z`).getUTCDay();
  for (const channel of channels) {
    const { many, open } = channelOption(channel);
    const who = capital(many);
    const window = open[String(weekday || 7)];
    if (!window) said.push(`${who} never leave on a ${weekdays[weekday]}; they wait for the next open day.`);
    else if (startTime < window.from || startTime >= window.to)
      said.push(
        `${who} leave between ${timeText(window.from)} and ${timeText(window.to)} of the reader’s day; they wait for that.`,
      );
  }
  return said;
}
