import { Select } from '@mantine/core';
import type { Draft } from './campaign-check';

const never = 'never';
const offered = [30, 90, 180, 365];

/** What a person who had this series before gets: nothing, or the series once more. */
export function Again({
  draft,
  set,
  error,
}: {
  draft: Draft;
  set: (days: number | undefined) => void;
  error: string | undefined;
}) {
  const { restartAfterDays: chosen } = draft;
  const days = [...new Set([...offered, ...(chosen === undefined ? [] : [chosen])])].sort((a, b) => a - b);
  return (
    <Select
      label="People who had this series before"
      description="Nobody gets it twice at a time. Who was only skipped has not had it."
      allowDeselect={false}
      data={[{ value: never, label: 'are left out' }, ...days.map((n) => ({ value: String(n), label: againText(n) }))]}
      value={chosen === undefined ? never : String(chosen)}
      onChange={(value) => set(value === never || value === null ? undefined : Number(value))}
      error={error}
    />
  );
}

export const againText = (days: number): string => `begin again, ${days} days after the last message`;
