import { Title } from '@mantine/core';
import type { CampaignDetail } from '../../../functions/http/staff/app';
import { Empty } from '../ui/loaded';
import { count, plural, stepName } from '../words';

type Step = CampaignDetail['steps'][number];
const stages = [
  { key: 'sent', label: 'Sent' },
  { key: 'delivered', label: 'Delivered' },
  { key: 'clicked', label: 'Clicked' },
  { key: 'booked', label: 'Visits asked' },
] as const;

/** Each step of a campaign: how many were meant, reached and moved to act, and why the others were not. */
export function Funnel({ campaign: { steps, outcomesExact } }: { campaign: CampaignDetail }) {
  return (
    <section className="card" aria-labelledby="funnel">
      <Title order={2} id="funnel">
        Step by step
      </Title>
      {steps.length === 0 ? (
        <Empty icon="message" title={outcomesExact ? 'Nothing sent yet' : 'Not counted yet'}>
          Every message, sent or not, is counted here with its reason.
        </Empty>
      ) : (
        <ol className="funnels">
          {steps.map((step) => (
            <li key={step.stepId}>
              <div className="strong">{step.subject ?? stepName(step.stepId)}</div>
              <div className="small dim">
                {plural(step.meant, 'message')} meant
                {step.optedOut > 0 ? ` · ${count(step.optedOut)} opted out after it` : ''}
              </div>
              <dl className="funnel">
                {stages.map(({ key, label }) => (
                  <Stage key={key} label={label} n={step[key]} of={step.meant} />
                ))}
              </dl>
              <Reasons step={step} />
            </li>
          ))}
        </ol>
      )}
      {steps.some(({ clicked }) => clicked > 0) ? (
        <p className="small dim">
          A click counts when a person made it, as far as that can be told: not the programs that check links for
          mailboxes, and nothing within ten seconds of delivery.
        </p>
      ) : null}
      {outcomesExact ? null : (
        <p className="small dim">
          There was too much to count at once
          {steps.length === 0 ? '. Load the page again in a moment.' : '; these are the numbers of its first days.'}
        </p>
      )}
    </section>
  );
}

function Stage({ label, n, of }: { label: string; n: number; of: number }) {
  return (
    <div>
      <dt className="small dim">{label}</dt>
      <dd>
        <b>{count(n)}</b>
        <span className="bar" aria-hidden="true">
          <i style={{ width: `${of === 0 ? 0 : (n / of) * 100}%` }} />
        </span>
      </dd>
    </div>
  );
}

function Reasons({ step }: { step: Step }) {
  if (step.reasons.length === 0) return null;
  return (
    <div className="small">
      <div className="dim">Not sent, or not delivered:</div>
      <ul>
        {step.reasons.map(({ reason, count: n }) => (
          <li key={reason}>
            <b>{count(n)}</b> {reason}
          </li>
        ))}
      </ul>
    </div>
  );
}
