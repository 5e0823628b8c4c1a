/** One letter a zone, so that the tables of states, postal codes and area codes stay small. */
export const zoneOfLetter: Readonly<Record<string, string>> = {
  E: 'America/New_York',
  C: 'America/Chicago',
  M: 'America/Denver',
  Z: 'America/Phoenix',
  P: 'America/Los_Angeles',
  A: 'America/Anchorage',
  K: 'America/Adak',
  H: 'Pacific/Honolulu',
  R: 'America/Puerto_Rico',
  G: 'Pacific/Guam',
  S: 'Pacific/Pago_Pago',
};

/** The zones of each state and territory, the one most people live in first (49 CFR 71). */
export const stateZones: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV'.split(' ').map((state) => [state, 'E']),
  ),
  ...Object.fromEntries('AL AR IA IL LA MN MO MS OK WI'.split(' ').map((state) => [state, 'C'])),
  ...Object.fromEntries('CO MT NM UT WY'.split(' ').map((state) => [state, 'M'])),
  ...Object.fromEntries('FL IN KY MI'.split(' ').map((state) => [state, 'EC'])),
  ...Object.fromEntries('KS ND NE SD TX'.split(' ').map((state) => [state, 'CM'])),
  ...Object.fromEntries('NV OR'.split(' ').map((state) => [state, 'PM'])),
  CA: 'P',
  WA: 'P',
  TN: 'CE',
  ID: 'MP',
  AZ: 'ZM',
  AK: 'AK',
  HI: 'H',
  PR: 'R',
  VI: 'R',
  GU: 'G',
  MP: 'G',
  AS: 'S',
};

/** Where a number that tells nothing may ring: every zone of the states, and Puerto Rico. */
export const anywhere = 'ECMZPAKHR';

/** Zones of the US and its territories, but for the families under America/Indiana, Kentucky and North_Dakota. */
export const usZones: ReadonlySet<string> = new Set([
  ...Object.values(zoneOfLetter),
  ...'Detroit Menominee Boise Juneau Sitka Metlakatla Yakutat Nome St_Thomas Virgin Shiprock Atka Fort_Wayne Indianapolis Louisville Knox_IN'
    .split(' ')
    .map((city) => `America/${city}`),
  'Pacific/Saipan',
  'Pacific/Johnston',
  'Pacific/Samoa',
  'Navajo',
  'EST5EDT',
  'CST6CDT',
  'MST7MDT',
  'PST8PDT',
]);
