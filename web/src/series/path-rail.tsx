import { shortDate } from '../when';
import { stepName } from '../words';

export interface Stop {
  stepId: string;
  /** Absent for a step this person does not get. */
  day?: number;
  at?: string;
  changed: boolean;
}

/** The way through a series as a line of days; each stop is a button. */
export function PathRail({
  stops,
  chosen,
  onChoose,
  label,
}: {
  stops: Stop[];
  chosen: string;
  onChoose: (stepId: string) => void;
  label: string;
}) {
  return (
    <ol className="rail" aria-label={label}>
      {stops.map(({ stepId, day, at, changed }) => (
        <li key={`${stepId} ${day ?? ''}`}>
          <button type="button" className="stop" aria-pressed={stepId === chosen} onClick={() => onChoose(stepId)}>
            <span className="dot">{day === undefined ? '–' : `Day ${day}`}</span>
            <span className="label">{stepName(stepId)}</span>
            {at ? <span className="small dim">{shortDate(at)}</span> : null}
            {changed ? <span className="chip warn">Changed</span> : null}
          </button>
        </li>
      ))}
    </ol>
  );
}
