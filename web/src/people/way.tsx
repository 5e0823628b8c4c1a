import { Title } from '@mantine/core';
import { Link } from 'react-router';
import type { SubscriberDetail } from '../../../functions/http/staff/app';
import { Held } from '../inbox/held';
import { Chip, OutcomeChip } from '../ui/chip';
import { dateTime, fromNow, shortDate } from '../when';
import { channelLabel, stateWords } from '../words';
import { Why } from './why';

type Path = SubscriberDetail['paths'][number];
type Step = Path['steps'][number];

/** One run, step by step: what went out, what will, and why, for each of them. */
export function Way({
  path,
  run,
  subscriber,
  firstName,
  open,
  reload,
}: {
  path: Path;
  run: React.ReactNode;
  subscriber: string;
  firstName: string;
  open: (message: string) => void;
  reload: () => void;
}) {
  const id = `way-${path.enrollment}`;
  return (
    <section className="card" aria-labelledby={id}>
      <Title order={2} id={id}>
        <Link to={`/series/${path.seriesId}`}>{path.seriesName}</Link> by {channelLabel(path.channel).toLowerCase()}
      </Title>
      <div className="small dim" style={{ marginTop: -6, marginBottom: 12 }}>
        Path “{path.path}”. {run}
      </div>
      <ol className="way">
        {path.steps.map((step) => (
          <li key={step.stepId} className={isBehind(step) ? 'behind' : step.state === 'not-coming' ? 'never' : ''}>
            <div className="wayline">
              <div className="grow">
                <div className="strong">{step.subject}</div>
                <div className="small dim">{[dayOf(step), whenOf(step)].filter(Boolean).join(' · ')}</div>
                {step.reason ? <div className="small">{step.reason}</div> : null}
              </div>
              <StateChip step={step} />
            </div>
            <div className="wayacts">
              {step.messageId && isSent(step) ? (
                <button
                  type="button"
                  className="linklike small"
                  aria-label={`See the message ${step.subject}`}
                  onClick={() => step.messageId && open(step.messageId)}
                >
                  See the message
                </button>
              ) : null}
              <Why
                subscriber={subscriber}
                about={step.subject}
                question={{
                  seriesId: path.seriesId,
                  stepId: step.stepId,
                  channel: path.channel,
                  run: path.enrollment,
                }}
              />
            </div>
            {step.state === 'held' && step.messageId ? (
              <Held
                subscriber={subscriber}
                message={step.messageId}
                name={`${firstName}: ${step.subject}`}
                after={reload}
              />
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

const isSent = ({ state }: Step): boolean => state === 'sent' || state === 'unconfirmed' || state === 'held';
const isBehind = ({ state }: Step): boolean => state !== 'planned' && state !== 'waiting' && state !== 'not-coming';
const dayOf = ({ day }: Step): string => (day === undefined ? 'No longer on their path' : `Day ${day}`);

function whenOf({ at, state }: Step): string {
  if (at) return state === 'planned' ? `${dateTime(at)} (${fromNow(at)})` : shortDate(at);
  return state === 'waiting' ? 'after what holds it back' : '';
}

function StateChip({ step }: { step: Step }) {
  const { state, facts } = step;
  if (state === 'sent') return <OutcomeChip row={{ outcome: state, facts }} />;
  const { label, tone } = stateWords[state];
  return <Chip tone={tone}>{label}</Chip>;
}
