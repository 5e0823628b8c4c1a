import { StridewellError } from '../base/error';
import type { Location, Practice } from '../practice/practice';
import type { Profile } from './subscriber';

type Nearest = Pick<Profile, 'location' | 'locationSource'>;
type Offices = Pick<Practice, 'locations'>;

export const isOffice = ({ locations }: Offices, id: string): boolean => locations.some((one) => one.id === id);

/** The first three digits name an area (a sectional center); fewer say nothing about distance. */
const area = 3;

/** How surely an office is the one for a ZIP code: what it names itself comes before its own address. */
function nearness({ near = [], address }: Location, zip: string): number {
  const named = near.filter((prefix) => zip.startsWith(prefix)).map((prefix) => 10 + prefix.length);
  const own = /\b(\d{5})(?:-\d{4})?\s*$/.exec(address)?.[1] ?? '';
  let shared = 0;
  while (shared < own.length && own[shared] === zip[shared]) shared += 1;
  return Math.max(shared < area ? 0 : shared, ...named);
}

/** The one office that is nearest by ZIP code; undefined when none is, or two are alike. */
export function officeByZip({ locations }: Offices, postalCode: string | undefined): string | undefined {
  const zip = postalCode?.slice(0, 5);
  if (!zip) return undefined;
  const [first, second] = locations
    .map((office) => ({ id: office.id, nearness: nearness(office, zip) }))
    .sort((a, b) => b.nearness - a.nearness);
  return first && first.nearness > 0 && first.nearness > (second?.nearness ?? 0) ? first.id : undefined;
}

/** The office a person names, or the one their ZIP code tells. Refuses an office that is none of ours. */
export function nearestOf(
  practice: Offices,
  { location, postalCode }: { location?: string | undefined; postalCode?: string | undefined },
): Nearest {
  if (location !== undefined && !isOffice(practice, location))
    throw new StridewellError('invalid', 'Please choose one of our offices.', 'location');
  if (location !== undefined) return { location, locationSource: 'stated' };
  const told = officeByZip(practice, postalCode);
  return told === undefined ? {} : { location: told, locationSource: 'postal-code' };
}

/** Of two tellings the newer, but a ZIP code never outdoes what somebody said. */
export function newerOffice(newer: Nearest, known: Nearest | undefined): Nearest {
  const wins =
    newer.location !== undefined && (newer.locationSource === 'stated' || known?.locationSource !== 'stated');
  const { location, locationSource } = wins ? newer : (known ?? newer);
  return {
    ...(location === undefined ? {} : { location }),
    ...(locationSource === undefined ? {} : { locationSource }),
  };
}
