import { Checkbox, Stack } from '@mantine/core';
import { useState } from 'react';
import type { SeriesDetail } from '../../../functions/http/staff/app';
import { api } from '../api';
import { ConfirmButton } from '../ui/act';
import { Icon } from '../ui/icons';

/** A clinician's word for a version. Each warning about its words is ticked by its name first. */
export function ApproveWords({ series, after }: { series: SeriesDetail; after: () => void }) {
  const { version, warnings } = series;
  const [accepted, setAccepted] = useState<string[]>([]);
  return (
    <ConfirmButton
      label="Approve"
      variant="filled"
      leftSection={<Icon name="check" size={18} />}
      title={`Approve version ${version.version}?`}
      yes="Approve these words"
      done="The version is approved."
      notYet={accepted.length < warnings.length}
      act={() => api.approve(version.seriesId, version.version, { accepted })}
      after={after}
    >
      <Stack>
        <div>
          You say that a clinician of the practice stands behind every word of it, for every kind of reader. From then
          on it may be sent. Nobody approves a version they wrote.
        </div>
        {warnings.length > 0 ? (
          <Checkbox.Group
            label={
              warnings.length === 1 ? 'One warning about these words' : `${warnings.length} warnings about these words`
            }
            description="Tick each that you accept. Your ticks are kept with the approval."
            value={accepted}
            onChange={setAccepted}
          >
            <Stack gap="xs" mt="xs">
              {warnings.map(({ name, message }) => (
                <Checkbox key={name} value={name} label={inWords(name)} description={message} />
              ))}
            </Stack>
          </Checkbox.Group>
        ) : null}
      </Stack>
    </ConfirmButton>
  );
}

/** `grade in steps.rest.words.paragraphs` reads as "grade, step rest, paragraphs". */
const inWords = (name: string): string =>
  name
    .replace(/ in steps\.([^.]+)\./, ', step $1, ')
    .replace(/variants\.(\d+)\./, (_, n) => `variant ${Number(n) + 1}, `)
    .replace('words.', '')
    .replace(/\.(\d+)/, (_, n) => ` ${Number(n) + 1}`);
