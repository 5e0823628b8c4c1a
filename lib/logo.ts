import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logo } from '../functions/core/practice/practice';

const themes = ['light', 'dark'] as const;

export interface LogoFault {
  theme: (typeof themes)[number];
  /** What is wrong and what would be right, without the name of the setting. */
  what: string;
}

const mostBytes = 60_000;
/** Higher ones would push the page's own heading off a phone. */
const mostPixelsHigh = 96;

/** What is wrong with the files of the logo. People open mail on the road, and a page must never run a logo's script. */
export function logoFaults(logo: Logo | undefined, drawings: string): LogoFault[] {
  if (!logo) return [];
  return themes.flatMap((theme) => {
    const what = wrongWith(join(drawings, logo[theme]), logo[theme], logo.width);
    return what === undefined ? [] : [{ theme, what }];
  });
}

function wrongWith(path: string, name: string, width: number): string | undefined {
  if (!existsSync(path)) return `there is no file drawings/${name}`;
  const bytes = readFileSync(path);
  if (bytes.length > mostBytes) return `drawings/${name} has ${bytes.length} bytes; ${mostBytes} is the most`;
  const isSvg = name.endsWith('.svg');
  const text = isSvg ? bytes.toString('utf8') : '';
  const unsafe = isSvg ? unsafeIn(text) : undefined;
  if (unsafe !== undefined) return `drawings/${name} ${unsafe}`;
  const size = isSvg ? svgSize(text) : pngSize(bytes);
  if (!size) return `drawings/${name} is no ${isSvg ? 'SVG with a viewBox' : 'PNG'}`;
  if (!isSvg && size.width < width)
    return `drawings/${name} is ${size.width} pixels wide; ${width * 2} would be sharp, ${width} is the least`;
  const high = Math.round((size.height / size.width) * width);
  return high > mostPixelsHigh
    ? `drawings/${name} would be ${high} pixels high at a width of ${width}; ${mostPixelsHigh} is the most, so make logo.width smaller`
    : undefined;
}

/** Only what draws. Letters need fonts that neither mails nor the renderer have, so they are drawn as paths. */
const drawing = new Set(
  'svg title desc defs g path rect circle ellipse line polyline polygon use symbol clipPath mask linearGradient radialGradient stop style'.split(
    ' ',
  ),
);

/** Why an SVG may not be shown; whatever is not known to be harmless is refused. */
function unsafeIn(svg: string): string | undefined {
  const text = svg.replace(/<!--[\s\S]*?-->/g, '');
  if (/<!(?!DOCTYPE\b)|<!DOCTYPE[^>]*\[|<\?(?!xml\s)|&#|\bxml:base\b/i.test(text))
    return 'declares entities, sections or a style sheet; export it as a plain SVG';
  const stranger = [...text.matchAll(/<\/?([A-Za-z_][\w.:-]*)/g)]
    .map(([, tag]) => tag!)
    .find((tag) => !drawing.has(tag));
  if (stranger === 'text' || stranger === 'tspan')
    return 'holds text; turn its letters into paths, so that every reader sees them';
  if (stranger !== undefined) return `holds <${stranger}>; a logo is shapes alone, so export it as a plain SVG`;
  if (/[\s"'/]on[a-z]+\s*=/i.test(text)) return 'holds a script; export it as a plain SVG';
  const links = [...text.matchAll(/[\s"'/](?:[\w-]+:)?(?:href|src)\s*=\s*["']?\s*(.)/gi)].map(([, first]) => first);
  const addresses = [...text.matchAll(/url\s*\(\s*["']?\s*(.)/gi)].map(([, first]) => first);
  if (
    [...links, ...addresses].some((first) => first !== '#') ||
    /@import|\\|\b(?:image|image-set|src)\s*\(/i.test(text)
  )
    return 'points outside itself; a logo loads nothing';
  return undefined;
}

interface Size {
  width: number;
  height: number;
}

function svgSize(text: string): Size | undefined {
  const root = /<svg\b[^>]*>/.exec(text)?.[0] ?? '';
  const box = /\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*["']/.exec(root);
  return positive(Number(box?.[1]), Number(box?.[2]));
}

/** PNG 1.2, 3.1 and 4.1.1: the signature, then IHDR, which begins with width and height. */
function pngSize(bytes: Buffer): Size | undefined {
  const isPng = bytes.length > 24 && bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
  return isPng && bytes.toString('latin1', 12, 16) === 'IHDR'
    ? positive(bytes.readUInt32BE(16), bytes.readUInt32BE(20))
    : undefined;
}

const positive = (width: number, height: number): Size | undefined =>
  width > 0 && height > 0 ? { width, height } : undefined;
