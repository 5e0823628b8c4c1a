import { Link } from 'react-router';
import type { Audience, CampaignRow, CountRequest } from '../../../functions/http/staff/app';
import { meetsText } from '../audience/head-count';
import { whoText } from '../audience/who-text';
import { useConsole } from '../ui/console';
import { dayText, timeText } from '../when';
import { channelLabel, count, plural, stepName } from '../words';
import { againText } from './campaign-again';
import { begins, startOf } from './campaign-check';

/** What to count for a campaign. */
export const countOf = (row: CampaignRow): CountRequest => {
  const { who, channels, seriesId } = row;
  return { who, channels, seriesId, ...begins(row), ...startOf(row) };
};

/** All that somebody decides about in one place: what, to whom and how many, on which channels, when. */
export function WhatGoesOut({ row, audience }: { row: CampaignRow; audience: Audience }) {
  const { options } = useConsole();
  const { people, exact } = audience;
  const everybody = Object.keys(row.who).length === 0 ? ', everybody there is' : '';
  return (
    <dl className="facts">
      <dt>Sends</dt>
      <dd>
        <Link to={`/series/${row.seriesId}`}>{stepName(row.seriesId)}</Link>, version {row.version}
      </dd>
      <dt>To</dt>
      <dd>
        {whoText(row.who, options)}
        <div role="status">
          {exact ? 'Now that is ' : 'Now that is about '}
          <b>{plural(people, 'person', 'people')}</b>
          {everybody}; {audience.exact ? '' : 'about '}
          <b>{count(audience.reached)}</b> can get it.
        </div>
      </dd>
      <dt>By</dt>
      <dd>{row.channels.map((one) => channelLabel(one).toLowerCase()).join(' and ')}</dd>
      {row.restartAfterDays === undefined ? null : (
        <>
          <dt>Again</dt>
          <dd>People who had it before {againText(row.restartAfterDays)}</dd>
        </>
      )}
      <dt>Starts</dt>
      <dd>
        {dayText(row.startDate)} at {timeText(row.startTime)}, in each person’s own time zone
        {audience.meets.map((one) => (
          <div key={one.id} style={{ color: 'var(--warn)' }}>
            {meetsText(one)}
          </div>
        ))}
      </dd>
    </dl>
  );
}
