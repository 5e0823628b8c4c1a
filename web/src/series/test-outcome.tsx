import { Loader } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { TestSent } from '../../../functions/http/staff/app';
import { api } from '../api';
import { useLoad } from '../load';
import { Icon } from '../ui/icons';
import { clockTime } from '../when';
import { outcomeWords, type Tone } from '../words';

interface Said {
  tone: Tone;
  title: string;
  more?: string;
}

/** The ledger's word on a test, in the reader's. */
function saidOf({ outcome, reason, waitsUntil, recipient, facts }: TestSent): Said {
  if (outcome === 'pending') {
    if (!reason) return { tone: 'calm', title: `Queued for ${recipient}` };
    const until = waitsUntil ? `It waits until ${clockTime(waitsUntil)} and is dropped after that.` : '';
    return { tone: 'warn', title: 'It has to wait', more: `${reason} ${until}` };
  }
  const more = reason ? { more: reason } : {};
  if (facts.bounced) return { tone: 'bad', title: `It came back from ${recipient}`, ...more };
  if (facts.complained) return { tone: 'bad', title: 'It was marked as spam', ...more };
  if (outcome === 'sent')
    return facts.delivered
      ? { tone: 'good', title: `Delivered to ${recipient}` }
      : { tone: 'good', title: 'Sent', more: 'The provider has it and will report when it is delivered.' };
  const { label, tone } = outcomeWords[outcome];
  return { tone, title: label, ...more };
}

/** Nothing more will be learned of it soon. */
const isOver = ({ outcome, facts }: TestSent): boolean =>
  outcome === 'sent'
    ? Boolean(facts.delivered ?? facts.bounced ?? facts.complained)
    : outcome !== 'pending' && outcome !== 'unknown';

const askEvery = 1500;
/** A dialog that is left open asks for about three minutes. */
const looksAtMost = 120;

/** Follows one test until its end is known. */
export function TestOutcome({ sent }: { sent: TestSent }) {
  const [over, setOver] = useState(false);
  const looks = useRef(0);
  const load = useLoad((signal) => api.testSent(sent.id, signal), sent.id, over ? undefined : askEvery);
  const state = load.data ?? sent;
  useEffect(() => {
    looks.current += 1;
    if (isOver(state) || looks.current >= looksAtMost) setOver(true);
  }, [state]);
  const { tone, title, more } = saidOf(state);
  const waiting = state.outcome === 'pending' && !state.reason;
  return (
    <div
      className="status"
      role="status"
      style={{ padding: '12px 16px', color: `var(--${tone})`, background: `var(--${tone}-soft)` }}
    >
      {waiting ? (
        <Loader size={22} color={`var(--${tone})`} />
      ) : (
        <Icon name={tone === 'good' ? 'check' : tone === 'warn' ? 'clock' : 'warn'} size={22} />
      )}
      <div>
        <p className="strong">{title}</p>
        {more ? <p className="small">{more}</p> : null}
        {load.error ? <p className="small">{load.error.message}</p> : null}
      </div>
    </div>
  );
}
