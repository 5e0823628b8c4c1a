import encodeQR from 'qr';
import type { Locale } from '../../functions/core/base/locale';
import { paintOf } from '../../functions/core/practice/colour';
import { phoneText } from '../../functions/core/practice/phone-text';
import type { Practice } from '../../functions/core/practice/practice';
import { face, fitted, linesIn, type Type } from './typeset';
import { posterWords } from './words';

/** In points, as they are printed. */
export const papers = {
  letter: { width: 612, height: 792, prints: ['8.5in', '11in'] },
  a4: { width: 595, height: 842, prints: ['210mm', '297mm'] },
} as const;
export type Paper = keyof typeof papers;

export interface PosterWanted {
  practice: Practice;
  /** Of the stage, without a slash at the end. */
  publicUrl: string;
  /** Where it will hang, as the sign-up keeps it. */
  source: string;
  locale: Locale;
  paper: Paper;
  /** The logo for pale grounds as a `data:` address; without it the name stands in type. */
  logo?: string;
}

/** Where the code leads: the sign-up page, with where it hangs and the language it speaks. */
export const posterUrl = ({
  publicUrl,
  source,
  locale,
}: Pick<PosterWanted, 'publicUrl' | 'source' | 'locale'>): string =>
  `${publicUrl}/subscribe?source=${source}&lang=${locale}`;

const margin = 48;
const ink = '#17312f';
const soft = '#41504f';
/** What must be read is not printed smaller. */
const smallest = 8;

/** One printable page that asks nothing of anybody: no font, no picture and no service from elsewhere. */
export function poster(wanted: PosterWanted): string {
  const { practice, publicUrl, locale, paper, logo } = wanted;
  const { width, height, prints } = papers[paper];
  const paint = paintOf(practice.colour);
  const site = publicUrl.replace(/^https?:\/\//, '');
  const words = posterWords[locale]({
    number: phoneText(practice.sender.smsNumber),
    legalName: practice.legalName,
    site,
  });
  const room = width - 2 * margin;
  const out: string[] = [];

  /** Lines in the middle of the page, the first one under `top`; answers where they end. */
  const centred = (text: string, type: Type, top: number, colour: string, leading = 1.2): number => {
    const lines = linesIn(text, type, room);
    lines.forEach((line, i) => {
      const y = top + type.size * (0.8 + i * leading);
      out.push(
        `<text x="${width / 2}" y="${round(y)}" font-size="${type.size}"${type.bold ? ' font-weight="bold"' : ''} fill="${colour}" text-anchor="middle">${escaped(line)}</text>`,
      );
    });
    return top + type.size * (lines.length * leading);
  };
  const typed = (text: string, size: number, most: number, bold = false, inside = room) =>
    fitted(text, { size, bold }, inside, most, smallest);

  // From the top down.
  let top = 54;
  if (logo) {
    out.push(
      `<image href="${logo}" x="${(width - 280) / 2}" y="${top}" width="280" height="64"><title>${escaped(practice.name)}</title></image>`,
    );
    top += 64;
  } else top = centred(practice.name, typed(practice.name, 26, 2, true), top, paint.link);
  top = centred(practice.program, typed(practice.program, 52, 2, true), top + 26, ink, 1.1);
  top = centred(words.lead, typed(words.lead, 19, 2), top + 6, soft, 1.25);

  // From the bottom up.
  const footer = `${practice.name} · ${practice.postalAddress} · ${phoneText(practice.phone)}`;
  const small = typed(words.disclosure, 9.5, 8);
  const smallLines = linesIn(words.disclosure, small, room).length;
  const footerType = typed(footer, 9.5, 2);
  const footerTop = height - 40 - footerType.size * 1.25 * linesIn(footer, footerType, room).length;
  const smallTop = footerTop - 8 - small.size * 1.3 * smallLines;
  const emergency: Type = { size: 12, bold: true };
  centred(footer, footerType, footerTop, soft, 1.25);
  centred(words.disclosure, small, smallTop, ink, 1.3);
  centred(words.emergency, emergency, smallTop - 20, ink);

  // What remains between is the code's.
  const pill = typed(words.text, 24, 1, true, room - 48);
  const pillHeight = 50;
  const pillTop = smallTop - 36 - pillHeight;
  const visit = typed(words.visit, 14, 1);
  const scan = typed(words.scan, 19, 1, true);
  const between = pillTop - top;
  const frame = Math.min(300, between - scan.size * 1.3 - visit.size * 1.3 - 56);
  const codeTop = centred(words.scan, scan, top + (between - frame - 70) / 2, paint.link) + 8;
  out.push(code(posterUrl(wanted), (width - frame) / 2, codeTop, frame, paint.brand));
  centred(words.visit, visit, codeTop + frame + 10, soft);
  out.push(
    `<rect x="${margin}" y="${round(pillTop)}" width="${room}" height="${pillHeight}" rx="14" fill="${paint.brand}"/>`,
  );
  centred(words.text, pill, pillTop + (pillHeight - pill.size) / 2 + pill.size * 0.06, paint.onBrand);

  return `<svg xmlns="http://www.w3.org/2000/svg" width="${prints[0]}" height="${prints[1]}" viewBox="0 0 ${width} ${height}" lang="${locale}" font-family="${face}">
<title>${escaped(`${practice.program}, ${practice.name}`)}</title>
<rect width="${width}" height="${height}" fill="#fff"/>
<rect width="${width}" height="16" fill="${paint.brand}"/>
${out.join('\n')}
</svg>
`;
}

/** Ink on white whatever the practice's colour is, with the quiet zone of four modules that ISO/IEC 18004 asks for. */
function code(url: string, x: number, y: number, frame: number, colour: string): string {
  const modules = encodeQR(url, 'raw', { ecc: 'quartile', border: 4 });
  const dark = modules.flatMap((row, j) => row.flatMap((on, i) => (on ? [`M${i} ${j}h1v1h-1z`] : [])));
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(frame)}" height="${round(frame)}" rx="16" fill="#fff" stroke="${colour}" stroke-width="3"/>
<path transform="translate(${round(x)} ${round(y)}) scale(${frame / modules.length})" d="${dark.join('')}" fill="#000" shape-rendering="crispEdges"/>`;
}

const round = (value: number): number => Math.round(value * 100) / 100;
const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
