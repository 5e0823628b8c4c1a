import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inOneSentence } from '../lib/one-sentence';
import { type Lockfile, sbomOf } from '../lib/sbom';

/** `npm run sbom`: everything the lockfile installs, as CycloneDX JSON in `.build/sbom.json`. */
await inOneSentence(async () => {
  const root = join(import.meta.dirname, '..');
  const bom = sbomOf(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lockfile);
  mkdirSync(join(root, '.build'), { recursive: true });
  writeFileSync(join(root, '.build/sbom.json'), `${JSON.stringify(bom, null, 2)}\n`);
  const deployed = bom.components.filter(({ scope }) => scope === 'required').length;
  console.log(`.build/sbom.json: ${bom.components.length} components, ${deployed} of them deployed`);
  return 0;
});
