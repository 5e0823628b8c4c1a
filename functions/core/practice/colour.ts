/** The four shades a mail is painted with, all from the practice's one colour and all legible (WCAG 1.4.3, 4.5 to 1). */
export interface Paint {
  brand: string;
  /** Letters on `brand`. */
  onBrand: string;
  /** Links on a light ground. */
  link: string;
  /** Links and buttons on a dark ground. */
  linkDark: string;
}

const white: Rgb = [255, 255, 255];
/** Dark enough that any colour stands out from it or from white. */
const ink: Rgb = [4, 6, 6];
/** The least favourable grounds the looks use: the page behind a footer, and the dark card. */
const lightGround: Rgb = [243, 240, 232];
const darkGround: Rgb = [30, 40, 43];

type Rgb = [number, number, number];

/** A practice has one colour for all its mail. */
const mixed = new Map<string, Paint>();

/** Derives the shades so that text stays readable with any colour a practice picks. */
export function paintOf(colour: string): Paint {
  const known = mixed.get(colour);
  if (known) return known;
  const paint = mix(parse(colour));
  mixed.set(colour, paint);
  return paint;
}

function mix(brand: Rgb): Paint {
  return {
    brand: hex(brand),
    onBrand: hex(contrast(brand, white) >= contrast(brand, ink) ? white : ink),
    link: hex(until(brand, ink, lightGround, 5)),
    linkDark: hex(until(brand, white, darkGround, 7)),
  };
}

/** The outlines of the drawings, which the accent must not swallow. */
const outline: Rgb = [23, 49, 47];

/**
 * The accent of the drawings: the practice's colour, as dark as a drawing needs to stand out from its pale ground
 * (3 to 1, WCAG 1.4.11), and as light as it needs to stand out from its dark outlines.
 */
export function accentOf(colour: string): string {
  const dark = until(parse(colour), ink, white, 3.6);
  return hex(until(dark, white, outline, 2));
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.1). */
export function contrastOf(a: string, b: string): number {
  return contrast(parse(a), parse(b));
}

/** Walks from a colour toward another until it stands out from the ground. */
function until(from: Rgb, to: Rgb, ground: Rgb, enough: number): Rgb {
  for (let step = 0; step <= 20; step += 1) {
    const between = from.map((channel, i) => Math.round(channel + ((to[i]! - channel) * step) / 20)) as Rgb;
    if (contrast(between, ground) >= enough) return between;
  }
  return to;
}

function contrast(a: Rgb, b: Rgb): number {
  const [hi, lo] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (hi + 0.05) / (lo + 0.05);
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((channel) => {
    const share = channel / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const parse = (colour: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as Rgb;
const hex = (rgb: Rgb): string => `#${rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
