import type { Audience } from '../../../functions/http/staff/app';
import { count, plural } from '../words';

type Counted = Audience['leftOut'];

/** Reasons and how many people each is of, in the words that stand on the person's own page as well. */
export function Reasons({ title, rows, about = '' }: { title: string; rows: Counted; about?: string }) {
  if (rows.length === 0) return null;
  return (
    <>
      <p className="small strong" style={{ margin: '16px 0 6px' }}>
        {title}
      </p>
      <ul className="small dim" style={{ margin: 0, paddingLeft: 18 }}>
        {rows.map(({ code, reason, count: n }) => (
          <li key={code}>
            {about}
            {count(n)}: {reason}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Two campaigns on one day, where one message a day is the promise. */
export const meetsText = ({ name, people }: Audience['meets'][number]): string =>
  `“${name}” goes to some of the same people on the same day. ${plural(people, 'person', 'people')} would lose one of the two messages.`;
