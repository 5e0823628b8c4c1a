import { whoText } from '../audience/who-text';
import { useConsole } from '../ui/console';
import { stepName } from '../words';
import type { Version } from './wording';

/** Every path with its days, in the order in which they are tried. */
export function SeriesPaths({ version }: { version: Version }) {
  const { options } = useConsole();
  return (
    <ul className="rows">
      {version.paths.map((path) => (
        <li key={path.name} style={{ padding: '12px 0' }}>
          <div>
            <span className="strong">{path.name}</span> <span className="dim small">{whoText(path.who, options)}</span>
          </div>
          <ol className="choices" style={{ listStyle: 'none', padding: 0, margin: '8px 0 0' }}>
            {path.steps.map(({ day, step }) => (
              <li
                key={`${day} ${step}`}
                className="small"
                style={{ background: 'var(--soft)', borderRadius: 8, padding: '3px 10px' }}
              >
                <b>Day {day}</b> {stepName(step)}
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ul>
  );
}
