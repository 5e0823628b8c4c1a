import { Icon } from './icons';

/** What stands in the way, then what to know first; or that all is well. */
export function Checks({ errors, warnings }: { errors: string[]; warnings: string[] }) {
  return (
    <ul className="rows" aria-label="Checks" aria-live="polite">
      {errors.map((text) => (
        <Check key={text} tone="bad" text={text} />
      ))}
      {warnings.map((text) => (
        <Check key={text} tone="warn" text={text} />
      ))}
      {errors.length === 0 && warnings.length === 0 ? <Check tone="good" text="Everything is in order." /> : null}
    </ul>
  );
}

const icons = { good: 'check', warn: 'warn', bad: 'stop' } as const;

function Check({ tone, text }: { tone: 'good' | 'warn' | 'bad'; text: string }) {
  return (
    <li style={{ display: 'flex', gap: 10, padding: '8px 0', color: `var(--${tone})` }}>
      <Icon name={icons[tone]} />
      <span>{text}</span>
    </li>
  );
}
