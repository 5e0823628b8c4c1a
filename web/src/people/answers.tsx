import { Title } from '@mantine/core';
import type { SubscriberDetail } from '../../../functions/http/staff/app';
import { localeWords, safetyWords } from '../audience/who-text';
import { useConsole } from '../ui/console';
import { dateTime } from '../when';
import { checkInWords, plural } from '../words';
import { OfficeChoice } from './office-choice';

type Person = SubscriberDetail['subscriber'];

const zoneFrom: Record<string, string> = {
  stated: 'as they said',
  'postal-code': 'by their ZIP code',
  'area-code': 'by their area code',
  practice: 'the practice’s own, as nothing else is known',
};

/** What the person told at sign-up and since. */
export function Answers({ person, reload }: { person: Person; reload: () => void }) {
  const { options, can } = useConsole();
  const { profile } = person;
  if (!profile) return null;
  const rows: [string, string | undefined][] = [
    ...profile.answers.map(({ label, text }): [string, string] => [label, text]),
    ['Safety', profile.safety && safetyWords[profile.safety]],
    ['Seen by a doctor', profile.seen ? 'Yes' : 'Not on record'],
    ['Last check-in', profile.checkIn && checkInWords[profile.checkIn]],
    [
      'Office',
      profile.location &&
        `${options.locations.find(({ id }) => id === profile.location)?.name ?? profile.location}${profile.locationSource === 'postal-code' ? ' (by their ZIP code)' : ''}`,
    ],
    ['Language', localeWords[profile.locale]],
    ['Time zone', `${profile.zones.join(' or ')} (${zoneFrom[profile.zoneSource] ?? profile.zoneSource})`],
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
      {can('marketer') ? <OfficeChoice key={person.rev} person={person} reload={reload} /> : null}
    </section>
  );
}

const states = { active: 'under way', paused: 'resting', stopped: 'stopped', finished: 'finished' } as const;

/** Every series the person is or was in. */
/** How a run stands, in a sentence. */
export function runText(run: Person['enrollments'][number]): string {
  const { status, phase, pausedUntil, reason, completedSteps } = run;
  const until = pausedUntil ? ` until ${dateTime(pausedUntil)}` : '';
  const open =
    phase === 'held'
      ? ' A message is held for you to decide.'
      : phase === 'unknown'
        ? ' The provider has not answered about a message yet.'
        : '';
  const done = plural(completedSteps.length, 'step');
  return `It is ${states[status]}${until}, ${done} done.${reason ? ` ${reason}` : ''}${open}`;
}
