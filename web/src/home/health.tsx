import { Title } from '@mantine/core';
import type { Home } from '../../../functions/http/staff/app';
import { count } from '../words';

const percent = (share: number): string => `${Number((share * 100).toFixed(2))} %`;

/** How far the mail of the week is from the limits at which sending stops. */
export function Health({ health }: { health: NonNullable<Home['health']> }) {
  return (
    <section className="card" aria-labelledby="health">
      <Title order={2} id="health">
        Sender health
      </Title>
      {health.sent === 0 ? (
        <p className="dim" style={{ margin: 0 }}>
          No mail in the last 7 days, so there is nothing to judge.
        </p>
      ) : (
        <>
          <p className="small dim" style={{ marginTop: -6 }}>
            {count(health.sent)} emails in the last 7 days. Providers close accounts whose mail comes back or annoys, so
            sending stops by itself before that.
          </p>
          <div className="meters">
            <Meter label="Came back as undeliverable" rate={health.bounced} />
            <Meter label="Reported as spam" rate={health.complained} />
          </div>
        </>
      )}
    </section>
  );
}

function Meter({ label, rate }: { label: string; rate: NonNullable<Home['health']>['bounced'] }) {
  const { share, warn, stop } = rate;
  const tone = share >= stop ? 'bad' : share >= warn ? 'warn' : 'good';
  return (
    <div>
      <div className="meterline">
        <span>{label}</span>
        <b>{percent(share)}</b>
      </div>
      <div className="meter" aria-hidden="true">
        <span className={`fill ${tone}`} style={{ width: `${Math.min(100, (share / stop) * 100)}%` }} />
        <span className="limit" style={{ left: `${(warn / stop) * 100}%` }} />
      </div>
      <div className="small dim">
        {count(rate.count)} · warns at {percent(warn)}, stops at {percent(stop)}
      </div>
    </div>
  );
}
