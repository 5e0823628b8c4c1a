import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { accentOf } from '../../functions/core/practice/colour';
import { drawAll, inColour } from '../../lib/draw';
import { practiceDir } from '../support/practice';

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40" color="#3b9a94"><rect width="80" height="40" fill="currentColor"/></svg>';

it.each(['#7a1f3d', '#ffd400', '#000000'])('the accent of a drawing is the colour of the practice: %s', (colour) => {
  const { pixels } = new Resvg(inColour(drawing, colour)).render();
  expect(`#${Buffer.from(pixels.subarray(0, 3)).toString('hex')}`).toBe(accentOf(colour));
});

it('leaves a drawing that has no accent as it is', () => {
  const plain = drawing.replace(' color="#3b9a94"', '');
  expect(inColour(plain, '#7a1f3d')).toBe(plain);
});

describe('a folder with a logo', () => {
  let copy: string;
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'draw-'));
    cpSync(practiceDir, copy, { recursive: true });
    rmSync(join(copy, 'drawings'), { recursive: true });
    cpSync(join(practiceDir, 'drawings/rest.svg'), join(copy, 'drawings/rest.svg'));
    for (const name of ['logo.svg', 'night.svg', 'hills.svg']) writeFileSync(join(copy, 'drawings', name), drawing);
  });
  afterEach(() => rmSync(copy, { recursive: true, force: true }));
  const png = (name: string) => readFileSync(join(copy, 'drawings', name));
  const folder = () => ({ settings: settings(), drawings: join(copy, 'drawings') });
  const settings = () => join(copy, 'practice.yaml');

  it('is drawn: the logo in its own colours at twice its width, the rest in the colour of the practice', () => {
    const written = readFileSync(settings(), 'utf8');
    writeFileSync(settings(), `${written}logo: { light: logo.svg, dark: night.svg, width: 90 }\n`);
    expect(drawAll(folder()).sort()).toEqual(['hills.svg', 'logo.svg', 'night.svg', 'rest.svg']);
    const own = new Resvg(drawing, { fitTo: { mode: 'width', value: 180 } }).render().asPng();
    expect(png('logo.png').equals(own)).toBe(true);
    const [, colour = ''] = /^colour: "(.*)"$/m.exec(written)!;
    const painted = new Resvg(inColour(drawing, colour), { fitTo: { mode: 'width', value: 800 } }).render().asPng();
    expect(png('hills.png').equals(painted)).toBe(true);
  });

  it('is not drawn while the settings are wrong, so that nothing is drawn in a wrong colour', () => {
    writeFileSync(settings(), 'colour: teal\n');
    drawAll(folder());
    expect(() => png('hills.png')).toThrow('ENOENT');
  });
});
