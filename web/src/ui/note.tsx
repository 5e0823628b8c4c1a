import { Icon, type IconName } from './icons';

/** Something staff should know at once: what it is, why, and the act that ends it. */
export function Note({
  tone,
  icon,
  title,
  label,
  act,
  children,
}: {
  tone: 'good' | 'calm' | 'warn' | 'bad';
  icon: IconName;
  title: React.ReactNode;
  label: string;
  act?: React.ReactNode;
  children: React.ReactNode;
}) {
  return (
    <section className={`status ${tone}`} aria-label={label}>
      <Icon name={icon} size={28} />
      <div className="grow">
        <p className="big">{title}</p>
        <p>{children}</p>
      </div>
      {act ? <div className="act">{act}</div> : null}
    </section>
  );
}
