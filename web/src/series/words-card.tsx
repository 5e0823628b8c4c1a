import { Alert, Button, Group, Select, Title } from '@mantine/core';
import { whoText } from '../audience/who-text';
import { useConsole } from '../ui/console';
import { Icon } from '../ui/icons';
import { inLocale, isWritten, keyOf, type Place, placeOf, type Version, type Wording } from './wording';
import { WordsEditor } from './words-editor';

interface Shown {
  version: Version;
  place: Place;
  words: Wording | undefined;
  wrong: Record<string, string>;
  /** The newest version; older ones are only looked at. */
  latest: boolean;
  readOnly: boolean;
  onChange: (words: Wording) => void;
  onPick: (place: Place) => void;
  /** Drops what was typed here; absent when nothing was. */
  undo?: () => void;
}

/** The words of one place, and which of the step's wordings they are. */
export function WordsCard({ version, place, words, wrong, latest, readOnly, onChange, onPick, undo }: Shown) {
  const { options } = useConsole();
  const { stepId, locale = 'en' } = place;
  const variants = version.steps[stepId]?.variants ?? [];
  return (
    <section className="card" aria-labelledby="words">
      <Group justify="space-between" className="head">
        <Title order={2} id="words">
          The words
        </Title>
        {undo ? (
          <Button size="compact-sm" variant="default" onClick={undo}>
            Undo changes here
          </Button>
        ) : null}
      </Group>
      {latest ? null : <p className="dim">An older version, kept as it was sent. Change the newest one instead.</p>}
      {variants.length > 0 ? (
        <Select
          mb="md"
          label="Wording for"
          data={[
            { value: keyOf(inLocale({ stepId }, locale)), label: 'Everyone else' },
            ...variants.map((one, i) => ({
              value: keyOf(inLocale({ stepId, variant: i }, locale)),
              label: whoText(one.who, options),
            })),
          ]}
          value={keyOf(place)}
          onChange={(value) => value && onPick(placeOf(value))}
        />
      ) : null}
      {isWritten(version, place) ? null : (
        <Alert color="yellow" variant="outline" icon={<Icon name="warn" />} mb="md">
          Not written in Spanish yet, so people who read Spanish get the English words. Fill in every field to change
          that.
        </Alert>
      )}
      {words ? (
        <WordsEditor words={words} locale={locale} onChange={onChange} wrong={wrong} readOnly={readOnly} />
      ) : null}
    </section>
  );
}
