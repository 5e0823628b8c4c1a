import { Stack, Title } from '@mantine/core';
import { whoText } from '../audience/who-text';
import type { Side } from '../ui/conflict';
import { useConsole } from '../ui/console';
import { stepName } from '../words';
import { changed, placeOf, type Version, type Wording, wordingAt } from './wording';

const names: Record<keyof Wording, string> = {
  figures: 'Drawings',
  subject: 'Subject',
  preheader: 'Preheader',
  headline: 'Headline',
  paragraphs: 'Paragraphs',
  button: 'Button',
  text: 'Text message',
};

function shown(value: Wording[keyof Wording]): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return `${value.label} → ${value.link}`;
  return value.map((one) => (typeof one === 'string' ? one : [one.title, one.text, one.alt].join('\n'))).join('\n\n');
}

/** Each wording typed here beside what somebody else has saved of it meanwhile. */
export const sidesOf = (base: Version, theirs: Version, drafts: Record<string, Wording>): Side[] =>
  Object.entries(drafts).flatMap(([key, draft]) => {
    const place = placeOf(key);
    const before = wordingAt(base, place);
    const now = wordingAt(theirs, place);
    if (!before) return [];
    return (Object.keys(changed(before, draft)) as (keyof Wording)[]).map((field) => ({
      label: `${stepName(place.stepId)}${place.variant === undefined ? '' : `, wording ${place.variant + 1}`}${place.locale ? ', Spanish' : ''}: ${names[field]}`,
      theirs: now ? shown(now[field]) : 'not there any more',
      mine: shown(draft[field]),
    }));
  });

/** What a new version would change, before and after, field by field. */
export function SeriesDiff({ version, drafts }: { version: Version; drafts: Record<string, Wording> }) {
  const { options } = useConsole();
  return (
    <Stack gap="md">
      {Object.entries(drafts).map(([key, draft]) => {
        const place = placeOf(key);
        const before = wordingAt(version, place);
        if (!before) return null;
        const variant = place.variant === undefined ? undefined : version.steps[place.stepId]?.variants[place.variant];
        return (
          <section key={key}>
            <Title order={3} size="h4">
              {stepName(place.stepId)}
              {place.locale ? <span className="small dim"> in Spanish</span> : null}
              {variant ? <span className="small dim"> for {whoText(variant.who, options)}</span> : null}
            </Title>
            {(Object.keys(changed(before, draft)) as (keyof Wording)[]).map((field) => (
              <div key={field} style={{ marginTop: 8 }}>
                <div className="small strong">{names[field]}</div>
                <del className="was" style={{ whiteSpace: 'pre-wrap' }}>
                  {shown(before[field])}
                </del>
                <ins className="now" style={{ whiteSpace: 'pre-wrap' }}>
                  {shown(draft[field])}
                </ins>
              </div>
            ))}
          </section>
        );
      })}
    </Stack>
  );
}
