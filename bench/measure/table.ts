/** One line of the table: what, how much, and against what it is held. */
export interface Line {
  what: string;
  measured: string;
  beside?: string;
  goal?: string;
  met?: boolean;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

/** The nearest rank: at least this share of the values is no larger. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

export const micro = (us: number): string => (us >= 1000 ? `${(us / 1000).toFixed(2)} ms` : `${us.toFixed(0)} µs`);

export function markdown(lines: readonly Line[]): string {
  const rows = lines.map(({ what, measured, beside = '', goal = '', met }) =>
    [what, measured, beside, goal && `${goal}${met === undefined ? '' : met ? ' ✓' : ' ✗ missed'}`].join(' | '),
  );
  return ['| What | Measured | Beside | Goal |', '| --- | --- | --- | --- |', ...rows.map((row) => `| ${row} |`)].join(
    '\n',
  );
}
