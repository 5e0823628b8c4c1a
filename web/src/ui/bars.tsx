import type { Tone } from '../words';
import { count } from '../words';

interface Bar {
  key: string;
  label: React.ReactNode;
  /** How long, next to the longest. */
  value: number;
  /** How much of it is dark; the rest is pale. */
  of?: number;
  note: string;
}

/** Numbers as lengths; the number itself always stands in words, so the picture carries nothing alone. */
export function Bars({ bars }: { bars: Bar[] }) {
  const longest = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <ul className="bars">
      {bars.map((bar) => (
        <li key={bar.key}>
          <div style={{ display: 'flex', justifyContent: 'space-between', gap: 12, marginBottom: 4 }}>
            <span className="cut">{bar.label}</span>
            <span className="small dim" style={{ whiteSpace: 'nowrap' }}>
              {bar.note}
            </span>
          </div>
          <div className="bar" aria-hidden="true">
            <i style={{ width: `${((bar.of ?? bar.value) / longest) * 100}%` }} />
            {bar.of === undefined ? null : <i style={{ width: `${((bar.value - bar.of) / longest) * 100}%` }} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** One bar of several shares, with its legend. */
export function Shares({ shares }: { shares: { key: string; label: string; value: number; tone: Tone }[] }) {
  const total = Math.max(
    1,
    shares.reduce((sum, one) => sum + one.value, 0),
  );
  const shown = shares.filter((one) => one.value > 0);
  return (
    <div>
      <div className="bar" style={{ height: 16, borderRadius: 8 }} aria-hidden="true">
        {shown.map((one) => (
          <i key={one.key} className={one.tone} style={{ width: `${(one.value / total) * 100}%` }} />
        ))}
      </div>
      <ul className="choices" style={{ listStyle: 'none', padding: 0, margin: '10px 0 0' }}>
        {shares.map((one) => (
          <li key={one.key} className={`chip ${one.tone}`}>
            {count(one.value)} {one.label}
          </li>
        ))}
      </ul>
    </div>
  );
}
