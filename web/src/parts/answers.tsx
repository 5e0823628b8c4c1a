import { Title } from '@mantine/core';
import type { SubscriberDetail } from '../../../functions/http/staff-app';
import { dateTime } from '../when';
import { channelWords, checkInWords, experienceWords, painWords, plural, reasonText, stepName } from '../words';
import { useConsole } from './console';

type Person = SubscriberDetail['subscriber'];

/** What the person told at sign-up and since. */
export function Answers({ profile }: { profile: NonNullable<Person['profile']> }) {
  const { options } = useConsole();
  const rows: [string, string | undefined][] = [
    ['Running', experienceWords[profile.experience]],
    ['Pain', painWords[profile.pain]],
    ['Seen by a doctor', profile.seen ? 'Yes' : 'Not on record'],
    ['Cross-training', profile.crossTraining ? 'Open to it' : 'Would rather only run'],
    ['Last check-in', profile.checkIn && checkInWords[profile.checkIn]],
    ['Office', options.locations.find(({ id }) => id === profile.location)?.name ?? profile.location],
    ['Language', profile.locale === 'es' ? 'Spanish' : 'English'],
    ['Time zone', `${profile.zones.join(' or ')} (from ${profile.zoneSource.replaceAll('-', ' ')})`],
    ['Signed up through', profile.source],
  ];
  return (
    <section className="card" aria-labelledby="answers">
      <Title order={2} id="answers">
        Their answers
      </Title>
      <dl className="facts">
        {rows.map(([label, value]) =>
          value ? (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </section>
  );
}

const states = { active: 'under way', paused: 'resting', stopped: 'stopped', finished: 'finished' } as const;

/** Every series the person is or was in. */
export function Enrollments({ enrollments }: { enrollments: Person['enrollments'] }) {
  if (enrollments.length === 0) return null;
  return (
    <ul className="small dim" style={{ margin: '12px 0 0', paddingLeft: 18 }}>
      {enrollments.map((one) => (
        <li key={one.id}>
          {stepName(one.seriesId)} by {channelWords[one.channel].toLowerCase()}: {states[one.status]}
          {one.phase === 'held'
            ? ', held for you to look at'
            : one.phase === 'unknown'
              ? ', waiting to learn what became of a message'
              : ''}
          {one.pausedUntil ? ` until ${dateTime(one.pausedUntil)}` : ''}
          {one.reason ? `, because ${reasonText(one.reason)}` : ''}. {plural(one.completedSteps.length, 'step')} done.
        </li>
      ))}
    </ul>
  );
}
