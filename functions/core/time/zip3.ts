/** Postal code prefixes by state, 3 digits unless the line asks for more. Military mail (AA, AE, AP) tells no place. */
const prefixes: Readonly<Record<string, string>> = {
  AK: '995-999',
  AL: '350-352 354-369',
  AR: '716-729',
  AS: '96799',
  AZ: '850-853 855-857 859-860 863-865',
  CA: '900-908 910-928 930-961',
  CO: '800-816',
  CT: '060-069',
  DC: '200 202-205 569 888',
  DE: '197-199',
  FL: '320-339 341-342 344 346-347 349',
  GA: '300-319 398-399',
  GU: '9691 9692 9693',
  HI: '967-968',
  IA: '500-516 520-528',
  ID: '832-838',
  IL: '600-620 622-629',
  IN: '460-479',
  KS: '660-662 664-679',
  KY: '400-418 420-427',
  LA: '700-701 703-708 710-714',
  MA: '010-027 055',
  MD: '206-212 214-219',
  ME: '039-049',
  MI: '480-499',
  MN: '550-551 553-567',
  MO: '630-631 633-641 644-658',
  MP: '9695',
  MS: '386-397',
  MT: '590-599',
  NC: '270-289',
  ND: '580-588',
  NE: '680-681 683-693',
  NH: '030-038',
  NJ: '070-089',
  NM: '870-871 873-884',
  NV: '889-891 893-895 897-898',
  NY: '005 06390 100-149',
  OH: '430-459',
  OK: '730-731 734-741 743-749',
  OR: '970-979',
  PA: '150-196',
  PR: '006-007 009',
  RI: '028-029',
  SC: '290-299',
  SD: '570-577',
  TN: '370-385',
  TX: '733 73960 750-770 772-799 885',
  UT: '840-847',
  VA: '201 220-246',
  VI: '008',
  VT: '050-054 056-059',
  WA: '980-986 988-994',
  WI: '530-532 534-535 537-549',
  WV: '247-268',
  WY: '820-831 83414',
};

/** The zone of every other prefix of a state that has more than one. */
const mostly: Readonly<Record<string, string>> = {
  AK: 'A',
  AZ: 'Z',
  FL: 'E',
  ID: 'M',
  IN: 'E',
  KS: 'C',
  KY: 'E',
  MI: 'E',
  ND: 'C',
  NE: 'C',
  NV: 'P',
  OR: 'P',
  SD: 'C',
  TN: 'C',
  TX: 'C',
};

/** Prefixes with other zones than most of their state; two letters where the prefix does not decide. */
const otherwise: Readonly<Record<string, string>> = {
  EC: '324 373-374 377 401 426-427 465 469 475 479 498-499',
  C: '325 420-424 463-464 476-477',
  E: '376 378-379',
  CM: '575-576 585-586 677-678 690-692 798-799',
  M: '577 693 885 89883',
  ZM: '860 865',
  MP: '835 979',
  P: '838',
  K: '99546 99547',
};

function* expand(ranges: string): Generator<string> {
  for (const range of ranges.split(' ')) {
    const [first = '', last = first] = range.split('-');
    for (let prefix = Number(first); prefix <= Number(last); prefix++) yield String(prefix).padStart(first.length, '0');
  }
}

let states: Map<string, string> | undefined;
let exceptions: Map<string, string> | undefined;

const invert = (table: Readonly<Record<string, string>>): Map<string, string> =>
  new Map(
    Object.entries(table).flatMap(([value, ranges]) => [...expand(ranges)].map((prefix) => [prefix, value] as const)),
  );

function longest(table: Map<string, string>, code: string): string | undefined {
  return table.get(code) ?? table.get(code.slice(0, 4)) ?? table.get(code.slice(0, 3));
}

interface PostalPlace {
  state: string;
  /** Zone letters; undefined where the whole state has one zone. */
  letters: string | undefined;
}

/** What a ZIP or ZIP+4 code says about the place; undefined when nothing. */
export function postalPlace(postalCode: string): PostalPlace | undefined {
  const code = /^\s*(\d{5})(-?\d{4})?\s*$/.exec(postalCode)?.[1];
  if (!code) return undefined;
  states ??= invert(prefixes);
  exceptions ??= invert(otherwise);
  const state = longest(states, code);
  return state === undefined ? undefined : { state, letters: longest(exceptions, code) ?? mostly[state] };
}
