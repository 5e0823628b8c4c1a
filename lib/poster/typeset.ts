/**
 * Letters are measured as Arial's, because an SVG wraps nothing by itself. Helvetica and Liberation Sans have the same
 * widths; printers and browsers have one of the three.
 */
export const face = "Arial, Helvetica, 'Liberation Sans', sans-serif";

/** In thousandths of the size. What is not listed counts as wide, so that nothing is ever wider than was thought. */
const widths = new Map<string, number>([
  ...of(222, 'ijl'),
  ...of(278, " !,./:;ftI'"),
  ...of(333, '()-r¡'),
  ...of(500, 'ckJsvxyz'),
  ...of(556, '0123456789abdeghnopquL?¿$_#'),
  ...of(611, 'FTZ'),
  ...of(667, '&ABEKPSVXY'),
  ...of(722, 'CDHNRUw'),
  ...of(778, 'GOQ'),
  ...of(833, 'mM'),
]);
function of(width: number, letters: string): [string, number][] {
  return Array.from(letters, (letter) => [letter, width]);
}
/** Bold letters are at most so much wider. */
const boldBy = 1.1;

export interface Type {
  /** In points. */
  size: number;
  bold?: boolean;
}

/** Width of a line in points. */
export const widthOf = (text: string, { size, bold }: Type): number =>
  (Array.from(text.normalize('NFD').replace(/\p{M}/gu, '')).reduce((sum, one) => sum + (widths.get(one) ?? 1000), 0) *
    size *
    (bold ? boldBy : 1)) /
  1000;

/** The text in lines no wider than `room`; a word that is wider by itself is broken. */
export function linesIn(text: string, type: Type, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).flatMap((one) => piecesOf(one, type, room))) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthOf(longer, type) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function piecesOf(word: string, type: Type, room: number): string[] {
  if (widthOf(word, type) <= room) return [word];
  let end = word.length;
  while (end > 1 && widthOf(word.slice(0, end), type) > room) end -= 1;
  return [word.slice(0, end), ...piecesOf(word.slice(end), type, room)];
}

/** The largest size, down to `least`, in which the text takes so many lines at most. */
export function fitted(text: string, type: Type, room: number, most: number, least: number): Type {
  for (let { size } = type; size > least; size -= 0.5) {
    const smaller = { ...type, size };
    const whole = text.split(/\s+/).every((word) => widthOf(word, smaller) <= room);
    if (whole && linesIn(text, smaller, room).length <= most) return smaller;
  }
  return { ...type, size: least };
}
