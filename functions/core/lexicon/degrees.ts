import type { Token } from './read';

/** Fever begins at 100 °F or 38 °C; beyond the upper ends the number is of something else. */
const FAHRENHEIT = { from: 100, to: 110 };
const CELSIUS = { from: 38, to: 43 };

const UNITS = new Map(
  Object.entries({
    f: FAHRENHEIT,
    fahrenheit: FAHRENHEIT,
    farenheit: FAHRENHEIT,
    c: CELSIUS,
    celsius: CELSIUS,
    centigrados: CELSIUS,
  }),
);
const DEGREES = new Set(['degrees', 'degree', 'deg', 'grados', 'grado']);

/** After or before these a number counts something else. */
const OTHER_AFTER = new Set(
  (
    'mile miles mi km kms kilometers m min mins minute minutes hour hours hr hrs lb lbs pounds kg reps bpm st rd th nd ave dollars bucks ' +
    'people s squats steps days weeks years yrs am pm percent pages times meters millas kilometros minutos horas libras kilos veces pesos dolares anos dias main outside afuera'
  ).split(' '),
);
const OTHER_BEFORE = new Set(
  'mile miles room suite apt highway hwy route exit interstate i page number no bpm rate pulse bp over age aged size channel milla cuarto ruta numero'.split(
    ' ',
  ),
);

/** Temperatures of somebody well. */
const WELL = [
  { from: 95, to: 99.9 },
  { from: 35, to: 37.9 },
];

/** Concepts that are numbers. */
export const numbers = {
  NUMBER: 'any number',
  YEAR_NUMBER: 'a year, 1950 to 2039',
  NORMAL_DEGREES: '95 to 99.9 or 35 to 37.9: a temperature of somebody well',
  DEGREES_OF_FEVER: '100 to 110 °F or 38 to 43 °C, not followed by miles, minutes and the like',
  DEGREES_WITH_POINT: 'the same with a decimal: 101.5, 38,4',
  UNIT_OF_FEVER: 'the same with its unit: 102F, 39 °C',
};
export type NumberConcept = keyof typeof numbers;

/** Which concepts a number is. */
export function numberConcepts(tokens: readonly Token[], at: number): NumberConcept[] {
  const number = tokens[at]?.number;
  if (number === undefined) return [];
  const found: NumberConcept[] = ['NUMBER', ...feverConcepts(tokens, at, number)];
  if (Number.isInteger(number) && number >= 1950 && number < 2040) found.push('YEAR_NUMBER');
  if (WELL.some(({ from, to }) => from <= number && number <= to)) found.push('NORMAL_DEGREES');
  return found;
}

function feverConcepts(tokens: readonly Token[], at: number, number: number): NumberConcept[] {
  const word = (i: number): string => tokens[i]?.word ?? '';
  const named = DEGREES.has(word(at + 1)) ? at + 2 : at + 1;
  const unit = UNITS.get(word(named));
  const within = ({ from, to }: typeof CELSIUS): boolean => from <= number && number <= to;
  if (unit) return within(unit) ? ['DEGREES_OF_FEVER', 'UNIT_OF_FEVER'] : [];
  if (OTHER_AFTER.has(word(named)) || OTHER_BEFORE.has(word(at - 1))) return [];
  if (!within(FAHRENHEIT) && !within(CELSIUS)) return [];
  return word(at).match(/[.,]/) ? ['DEGREES_OF_FEVER', 'DEGREES_WITH_POINT'] : ['DEGREES_OF_FEVER'];
}
