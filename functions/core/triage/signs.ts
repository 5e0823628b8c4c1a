import type { Sign } from './sign';
import { bodySigns } from './signs-body';
import { helpSigns } from './signs-help';
import { legSigns } from './signs-leg';
import { nerveSigns } from './signs-nerve';

/** In the order of what a wrong reading costs: the answer to self-harm covers every other, never the other way round. */
export const signs: readonly Sign[] = [
  ...helpSigns.filter(({ kind }) => kind === 'crisis'),
  ...nerveSigns,
  ...legSigns,
  ...bodySigns,
  ...helpSigns.filter(({ kind }) => kind === 'call-for-help'),
];
