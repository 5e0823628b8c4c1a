import { Chip, Fieldset, Group, SegmentedControl, Stack, TagsInput } from '@mantine/core';
import { useConsole } from '../ui/console';
import { checkInWords, experienceWords, painWords, type Who } from '../words';

type Listing = 'pain' | 'experience' | 'checkIn' | 'locale' | 'location' | 'source';
type Yes = 'crossTraining' | 'seen';

/** An audience put together by tapping; what is left untouched does not matter. */
export function WhoBuilder({ who, onChange }: { who: Who; onChange: (who: Who) => void }) {
  const { options } = useConsole();
  const list = (key: Listing, values: string[]) => {
    const { [key]: _was, ...rest } = who;
    onChange((values.length === 0 ? rest : { ...rest, [key]: values }) as Who);
  };
  const yes = (key: Yes, value: string) => {
    const { [key]: _was, ...rest } = who;
    onChange(value === 'any' ? rest : { ...rest, [key]: value === 'yes' });
  };
  return (
    <Stack gap="md">
      <Many
        label="Pain"
        of={options.pain.map((id) => ({ id, name: painWords[id] }))}
        chosen={who.pain}
        onChange={(values) => list('pain', values)}
      />
      <Many
        label="Running"
        of={options.experience.map((id) => ({ id, name: experienceWords[id] }))}
        chosen={who.experience}
        onChange={(values) => list('experience', values)}
      />
      <Group gap="lg" align="flex-start">
        <Three
          label="Cross-training"
          no="Only running"
          yes="Open to it"
          value={who.crossTraining}
          onChange={(value) => yes('crossTraining', value)}
        />
        <Three
          label="Seen by a doctor"
          no="Not yet"
          yes="Seen"
          value={who.seen}
          onChange={(value) => yes('seen', value)}
        />
      </Group>
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
        of={[
          { id: 'en', name: 'English' },
          { id: 'es', name: 'Spanish' },
        ]}
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
