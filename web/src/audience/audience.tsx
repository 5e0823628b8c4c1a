import { Loader, Title } from '@mantine/core';
import { useRef } from 'react';
import type { Audience, CountRequest } from '../../../functions/http/staff/app';
import { api } from '../api';
import { type Loading, useLoad, useSettled } from '../load';
import { Bars } from '../ui/bars';
import { Failed } from '../ui/loaded';
import { channelOption, count } from '../words';
import { Reasons } from './head-count';

/** Counts while the audience is being put together; the last figure stays until the next one is in. */
export function useAudience(request: CountRequest): Loading<Audience> {
  const settled = useSettled(request, 350);
  const load = useLoad<Audience>((signal) => api.count(settled, signal), JSON.stringify(settled));
  const last = useRef<Audience>(undefined);
  if (load.data) last.current = load.data;
  return { ...load, data: load.data ?? last.current };
}

export function AudienceCard({ load, channels }: { load: Loading<Audience>; channels: CountRequest['channels'] }) {
  const { data, error } = load;
  return (
    <section className="card" aria-labelledby="audience">
      <Title order={2} id="audience">
        Who would get it
      </Title>
      {error ? <Failed error={error} retry={load.reload} /> : null}
      <div aria-live="polite" aria-busy={load.busy}>
        {data ? (
          <Figures audience={data} channels={channels} />
        ) : error ? null : (
          <Loader size="sm" aria-label="Counting" />
        )}
      </div>
    </section>
  );
}

function Figures({ audience, channels }: { audience: Audience; channels: CountRequest['channels'] }) {
  const about = audience.sampled || !audience.exact ? 'about ' : '';
  const say = (n: number) => `${about}${count(n)}`;
  return (
    <>
      <Bars
        bars={[
          { key: 'people', label: 'People who match', value: audience.people, note: say(audience.people) },
          { key: 'reached', label: 'can get it', value: audience.reached, note: say(audience.reached) },
          ...channels.map((channel) => ({
            key: channel,
            label: `by ${channelOption(channel).noun}`,
            value: audience.eligible[channel],
            note: say(audience.eligible[channel]),
          })),
        ]}
      />
      <Reasons title="Left out, each once" rows={audience.leftOut} about={about} />
      <Reasons title="May be delayed, or skipped where it cannot wait" rows={audience.delayed} about={about} />
      {about ? (
        <p className="small dim" style={{ marginBottom: 0 }}>
          Estimated from part of the list, to answer quickly. Enrolling looks at everyone.
        </p>
      ) : null}
    </>
  );
}
