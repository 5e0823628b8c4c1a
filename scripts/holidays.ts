import { writeFileSync } from 'node:fs';
import { isHoliday } from '../functions/core/time/holidays';
import { firstYear, holidayTable, lastYear } from './holiday-table';

/** Writes functions/core/time/holiday-dates.ts: `npx tsx scripts/holidays.ts`. */
const rows = Object.entries(holidayTable((date) => isHoliday(date))).map(([state, years]) => `  ${state}: '${years}',`);
writeFileSync(
  new URL('../functions/core/time/holiday-dates.ts', import.meta.url),
  `/** Made by \`npx tsx scripts/holidays.ts\` from the date-holidays package; do not edit. */
export const firstYear = ${firstYear};
export const lastYear = ${lastYear};

/** Each state's own holidays: years from the first parted by |, each a run of MMDD. Federal days are not in it. */
export const stateHolidays: Readonly<Record<string, string>> = {
${rows.join('\n')}
};
`,
);
