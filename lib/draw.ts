import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { StridewellError } from '../functions/core/base/error';
import { drawnFrom } from '../functions/core/messages/message';
import { accentOf } from '../functions/core/practice/colour';
import type { Practice } from '../functions/core/practice/practice';
import type { PracticeFolder } from './practice-folder';
import { loadPractice } from './settings';

/** Draws every SVG of the practice as PNG and names them: drawings in the practice's colour, the logo as it is. */
export function drawAll({ drawings, settings }: Pick<PracticeFolder, 'drawings' | 'settings'>): string[] {
  const practice = readable(settings);
  const names = existsSync(drawings) ? readdirSync(drawings).filter((name) => name.endsWith('.svg')) : [];
  // Without settings there is no colour to draw in; the judge says what is wrong with them.
  if (!practice) return names;
  const { colour, logo } = practice;
  for (const name of names) {
    const svg = readFileSync(join(drawings, name), 'utf8');
    const isLogo = name === logo?.light || name === logo?.dark;
    writeFileSync(join(drawings, drawnFrom(name)), isLogo ? png(svg, logo.width * 2) : png(inColour(svg, colour), 800));
  }
  return names;
}

/** The accent of a drawing is `currentColor`, which its root sets (SVG 2, 13.3): there the practice's colour goes in. */
export function inColour(svg: string, colour: string): string {
  return svg.replace(/(<svg\b[^>]*?\scolor=")[^"]*"/, `$1${accentOf(colour)}"`);
}

/** Twice the widest place it is shown in, since screens are dense. */
function png(svg: string, width: number): Uint8Array {
  return new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } }).render().asPng();
}

function readable(settings: string): Practice | undefined {
  try {
    return loadPractice(settings);
  } catch (error) {
    if (error instanceof StridewellError) return undefined;
    throw error;
  }
}
