import { StridewellError } from '../functions/core/base/error';

/** A package of `package-lock.json`, version 3. */
interface Locked {
  name?: string;
  version?: string;
  license?: string;
  integrity?: string;
  dev?: boolean;
  optional?: boolean;
  link?: boolean;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}
export interface Lockfile {
  name: string;
  version: string;
  packages: Record<string, Locked>;
}

interface Component {
  type: 'library';
  'bom-ref': string;
  name: string;
  version: string;
  /** Deployed packages are "required"; build and test packages are "excluded" (CycloneDX 1.5, "scope"). */
  scope: 'required' | 'optional' | 'excluded';
  purl: string;
  hashes?: { alg: 'SHA-512'; content: string }[];
  licenses?: ({ expression: string } | { license: { name: string } })[];
}

/**
 * Everything the lockfile installs, as CycloneDX 1.5 JSON: the same bytes for the same lockfile, with no path and no
 * host of a machine. `npm sbom` refuses a tree in which one package's peer asks for another version, so the lockfile is
 * read here. Throws `invalid` where it lists nothing, or a package without a version.
 */
export function sbomOf({ name, version, packages }: Lockfile) {
  const { '': root, ...rest } = packages;
  const installed = Object.entries(rest).filter(([, { link }]) => !link);
  if (!root || installed.length === 0)
    throw new StridewellError('invalid', 'package-lock.json lists no packages, so there is nothing to make a bill of.');
  const refOf = (path: string) => {
    const found = packages[path];
    if (!found?.version) throw new StridewellError('invalid', `package-lock.json names no version of ${path}.`, path);
    return purlOf(nameAt(path, found), found.version);
  };
  const components = new Map<string, Component>();
  const needs = new Map<string, Set<string>>([[purlOf(name, version), new Set()]]);
  for (const [path, one] of [['', root] as const, ...installed]) {
    const ref = path === '' ? purlOf(name, version) : refOf(path);
    const wanted = Object.keys({
      ...one.dependencies,
      ...one.optionalDependencies,
      ...(path === '' && one.devDependencies),
    });
    const found = wanted.flatMap((dependency) => placeOf(packages, path, dependency) ?? []).map(refOf);
    needs.set(ref, new Set([...(needs.get(ref) ?? []), ...found]));
    if (path !== '') components.set(ref, stronger(components.get(ref), componentOf(ref, nameAt(path, one), one)));
  }
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': purlOf(name, version), name, version } },
    components: [...components.values()].sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1)),
    dependencies: [...needs]
      .map(([ref, on]) => ({ ref, dependsOn: [...on].sort() }))
      .sort((a, b) => (a.ref < b.ref ? -1 : 1)),
  };
}

const nameAt = (path: string, { name }: Locked): string => name ?? path.slice(path.lastIndexOf('node_modules/') + 13);

/** github.com/package-url/purl-spec, type npm: the `@` of a scope is escaped. */
const purlOf = (name: string, version: string): string => `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;

function componentOf(
  ref: string,
  name: string,
  { version = '', license, integrity, dev, optional }: Locked,
): Component {
  const sha512 = /^sha512-(\S+)$/.exec(integrity ?? '')?.[1];
  return {
    type: 'library',
    'bom-ref': ref,
    name,
    version,
    scope: dev ? 'excluded' : optional ? 'optional' : 'required',
    purl: ref,
    ...(sha512
      ? { hashes: [{ alg: 'SHA-512' as const, content: Buffer.from(sha512, 'base64').toString('hex') }] }
      : {}),
    ...(license ? { licenses: [licenceOf(license)] } : {}),
  };
}

/** An SPDX expression, or the words that stand in its place, without an address among them. */
const licenceOf = (said: string) =>
  /^[\w.+() -]+$/.test(said) ? { expression: said } : { license: { name: said.replace(/\s*\(?https?:\S+/g, '') } };

const ranks = ['excluded', 'optional', 'required'];
/** One version may stand in several places; the one that is deployed counts. */
const stronger = (known: Component | undefined, next: Component): Component =>
  known && ranks.indexOf(known.scope) >= ranks.indexOf(next.scope) ? known : next;

/** Where Node finds a dependency from a package's place: its own node_modules, then each one above. */
function placeOf(packages: Lockfile['packages'], from: string, dependency: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    const place = `${at === '' ? '' : `${at}/`}node_modules/${dependency}`;
    if (packages[place]?.version) return place;
    if (at === '') return undefined;
  }
}
