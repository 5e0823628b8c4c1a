import { Chip, Fieldset, SegmentedControl, Stack, TagsInput } from '@mantine/core';
import { useConsole } from '../ui/console';
import { checkInWords, type Who } from '../words';
import { QuestionRule } from './question-rule';
import { type Condition, localeWords, safetyWords } from './who-text';

const named = (words: Record<string, string>) => Object.entries(words).map(([id, name]) => ({ id, name }));

/** An audience put together by tapping; what is left untouched does not matter. */
export function WhoBuilder({ who, onChange }: { who: Who; onChange: (who: Who) => void }) {
  const { options } = useConsole();
  const set = (key: string, rule: Condition | undefined) => {
    const { [key]: _was, ...rest } = who;
    onChange((rule === undefined ? rest : { ...rest, [key]: rule }) as Who);
  };
  const list = (key: string, values: string[]) => set(key, values.length === 0 ? undefined : values);
  return (
    <Stack gap="md">
      {options.questions.map((question) => (
        <QuestionRule
          key={question.id}
          question={question}
          rule={who[question.id]}
          onChange={(rule) => set(question.id, rule)}
        />
      ))}
      <Many label="Safety" of={named(safetyWords)} chosen={who.safety} onChange={(values) => list('safety', values)} />
      <Three
        label="Seen by a doctor"
        no="Not yet"
        yes="Seen"
        value={who.seen}
        onChange={(value) => set('seen', value === 'any' ? undefined : value === 'yes')}
      />
      <Many
        label="Last check-in"
        of={options.checkIn.map((id) => ({ id, name: checkInWords[id] }))}
        chosen={who.checkIn}
        onChange={(values) => list('checkIn', values)}
      />
      <Many
        label="Nearest office"
        of={options.locations}
        chosen={who.location}
        onChange={(values) => list('location', values)}
      />
      <Many
        label="Language"
        of={named(localeWords)}
        chosen={who.locale}
        onChange={(values) => list('locale', values)}
      />
      <TagsInput
        label="Signed up through"
        description="Names of posters, QR codes or campaigns; press Enter after each"
        value={who.source ?? []}
        onChange={(values) => list('source', values)}
        maxTags={20}
      />
    </Stack>
  );
}

function Many({
  label,
  of,
  chosen = [],
  onChange,
}: {
  label: string;
  of: { id: string; name: string }[];
  chosen?: readonly string[] | undefined;
  onChange: (values: string[]) => void;
}) {
  return (
    <Fieldset legend={label} variant="unstyled">
      <Chip.Group multiple value={[...chosen]} onChange={onChange}>
        <div className="choices">
          {of.map(({ id, name }) => (
            <Chip key={id} value={id} variant="outline">
              {name}
            </Chip>
          ))}
        </div>
      </Chip.Group>
    </Fieldset>
  );
}

function Three({
  label,
  no,
  yes,
  value,
  onChange,
}: {
  label: string;
  no: string;
  yes: string;
  value: boolean | undefined;
  onChange: (value: string) => void;
}) {
  return (
    <Fieldset legend={label} variant="unstyled">
      <SegmentedControl
        aria-label={label}
        value={value === undefined ? 'any' : value ? 'yes' : 'no'}
        onChange={onChange}
        data={[
          { value: 'any', label: 'Any' },
          { value: 'yes', label: yes },
          { value: 'no', label: no },
        ]}
      />
    </Fieldset>
  );
}
