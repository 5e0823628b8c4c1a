import { readFileSync } from 'node:fs';
import { type Lockfile, sbomOf } from '../../lib/sbom';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile;
const bom = sbomOf(lock);
const refs = new Set(bom.components.map((one) => one['bom-ref']));

describe('the bill of materials', () => {
  it('is CycloneDX 1.5 and lists every package of the lockfile once', () => {
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1 });
    const locked = Object.entries(lock.packages).filter(([path, { link }]) => path !== '' && !link);
    const named = new Set(
      locked.map(([path, one]) => `${one.name ?? path.split('node_modules/').at(-1)}@${one.version}`),
    );
    expect(new Set(bom.components.map(({ name, version }) => `${name}@${version}`))).toEqual(named);
    expect(refs.size).toBe(bom.components.length);
    expect(bom.components.length).toBeGreaterThan(500);
  });

  it('tells what is deployed from what builds and tests it', () => {
    const versionOf = (name: string) => lock.packages[`node_modules/${name}`]?.version;
    const scopeOf = (name: string) =>
      bom.components.find((one) => one.name === name && one.version === versionOf(name))?.scope;
    for (const name of Object.keys(lock.packages['']!.dependencies!)) expect(scopeOf(name)).toBe('required');
    expect([scopeOf('jest'), scopeOf('vite'), scopeOf('aws-cdk-lib')]).toEqual(['excluded', 'excluded', 'excluded']);
  });

  it('names what each one needs, and nothing that is not listed', () => {
    for (const { ref, dependsOn } of bom.dependencies)
      for (const one of [ref, ...dependsOn]) expect(one === 'pkg:npm/stridewell@0.1.0' || refs.has(one)).toBe(true);
    expect(bom.dependencies).toHaveLength(bom.components.length + 1);
    const own = bom.dependencies.find(({ ref }) => ref.startsWith('pkg:npm/stridewell@'));
    expect(own?.dependsOn.some((one) => one.startsWith('pkg:npm/hono@'))).toBe(true);
  });

  it('holds no host and no path of a machine, and is the same for the same lockfile', () => {
    const text = JSON.stringify(bom);
    const leaks = [/https?:/, /registry\./, /node_modules\//].filter((leak) => leak.test(text));
    expect([leaks, text.includes(process.cwd())]).toEqual([[], false]);
    expect(JSON.stringify(sbomOf(lock)) === text).toBe(true);
  });

  it('refuses a lockfile that lists nothing, or a package without a version', () => {
    const { name, version } = lock;
    expect(() => sbomOf({ name, version, packages: { '': {} } })).toThrow(/lists no packages/);
    expect(() => sbomOf({ name, version, packages: {} })).toThrow(/lists no packages/);
    expect(() => sbomOf({ name, version, packages: { '': {}, 'node_modules/a': {} } })).toThrow(/no version of/);
  });
});
