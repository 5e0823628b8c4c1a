import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { parseSync } from '@swc/core';

/** One `import`, `export … from`, `import()` or `require()`. */
export interface Import {
  /** As written. */
  says: string;
  /** The file it leads to, from the root of the project; undefined for a package. */
  file?: string;
  /** Gone after compiling. */
  typeOnly: boolean;
}

export interface SourceFile {
  path: string;
  lines: number;
  imports: Import[];
  /** What the code asks of the world around it, such as `Date.now` or `process.env`. */
  asks: string[];
  /** What Lambda calls: the file is a door. */
  hasHandler: boolean;
  /** Nothing but other files' names passed on. */
  isBarrel: boolean;
}

export type Node = { type?: string; [key: string]: unknown };

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every node below, parents first. */
export function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) for (const one of value) visit(one, see);
  else if (isNode(value)) {
    if (typeof value.type === 'string') see(value);
    for (const child of Object.values(value)) if (isNode(child)) visit(child, see);
  }
}

const textOf = (node: unknown): string | undefined => {
  const { value, cooked } = (isNode(node) ? node : {}) as { value?: unknown; cooked?: unknown };
  return typeof value === 'string' ? value : typeof cooked === 'string' ? cooked : undefined;
};

const nameOf = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'Identifier' ? (node.value as string) : undefined;

function importOf(node: Node): { says: string; typeOnly: boolean } | undefined {
  if (
    node.type === 'ImportDeclaration' ||
    node.type === 'ExportNamedDeclaration' ||
    node.type === 'ExportAllDeclaration'
  ) {
    const says = textOf(node.source);
    const specifiers = (node.specifiers ?? []) as Node[];
    const each = specifiers.length > 0 && specifiers.every((one) => one.isTypeOnly === true);
    return says === undefined ? undefined : { says, typeOnly: node.typeOnly === true || each };
  }
  if (node.type === 'TsImportType') return { says: textOf(node.argument) ?? '', typeOnly: true };
  if (node.type !== 'CallExpression') return undefined;
  const callee = node.callee as Node;
  if (callee.type !== 'Import' && nameOf(callee) !== 'require') return undefined;
  const [first] = node.arguments as { expression: unknown }[];
  return { says: textOf(first?.expression) ?? '', typeOnly: false };
}

/** `Date.now`, `new Date()` (of nothing), `Math.random`, and names that are the world itself. */
const worldly = new Set([
  'process',
  'console',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'performance',
  'localStorage',
]);

function askOf(node: Node): string | undefined {
  if (node.type === 'MemberExpression') {
    const object = nameOf(node.object);
    const property = nameOf(node.property);
    if (object === 'Date' && property === 'now') return 'Date.now';
    if (object === 'Math' && property === 'random') return 'Math.random';
    if (object === 'DateTime' && (property === 'now' || property === 'utc' || property === 'local'))
      return `DateTime.${property}`;
    return object && worldly.has(object) ? object : undefined;
  }
  if (
    node.type === 'NewExpression' &&
    nameOf(node.callee) === 'Date' &&
    ((node.arguments ?? []) as unknown[]).length === 0
  )
    return 'new Date()';
  const called = node.type === 'CallExpression' ? nameOf(node.callee) : undefined;
  return called && worldly.has(called) ? called : undefined;
}

const exported = (node: Node): string[] => {
  if (node.type !== 'ExportDeclaration') return [];
  const declaration = node.declaration as { identifier?: unknown; declarations?: { id: unknown }[] };
  const names = [nameOf(declaration.identifier), ...(declaration.declarations ?? []).map((one) => nameOf(one.id))];
  return names.filter((name): name is string => name !== undefined);
};

/** The root of the project. */
export const root = join(__dirname, '../..');

export function readSource(path: string, text = readFileSync(join(root, path), 'utf8')): SourceFile {
  const { body } = parseSync(text, { syntax: 'typescript', tsx: path.endsWith('x'), target: 'es2022' });
  const imports: Import[] = [];
  const asks: string[] = [];
  visit(body, (node) => {
    const found = importOf(node);
    if (found) {
      const file = leadsTo(path, found.says);
      imports.push(file ? { ...found, file } : found);
    }
    const ask = askOf(node);
    if (ask) asks.push(ask);
  });
  const nodes = body as unknown as Node[];
  return {
    path,
    lines: text.replace(/\n$/, '').split('\n').length,
    imports,
    asks,
    hasHandler: nodes.flatMap(exported).includes('handler'),
    isBarrel:
      nodes.length > 0 &&
      nodes.every(
        ({ type, source }) => type === 'ExportAllDeclaration' || (type === 'ExportNamedDeclaration' && source != null),
      ),
  };
}

/** The file a relative import means, as the bundler finds it. */
function leadsTo(from: string, says: string): string | undefined {
  if (!says.startsWith('.')) return undefined;
  const base = posix.join(dirname(from), says.replace(/\?.*$/, ''));
  const found = [base, `${base}.ts`, `${base}.tsx`, `${base}.js`].find(
    (one) => /\.[a-z]+$/.test(one) && existsSync(join(root, one)),
  );
  if (!found) throw new Error(`${from} imports ${says}, and no file is there.`);
  return found;
}

/** Every source file below these folders. */
export function readSources(folders: string[]): SourceFile[] {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(m?ts|tsx)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort()
    .map((path) => readSource(path));
}

/** Everything that rides along when this file is bundled: what it imports, and what that imports. */
export function reachedFrom(start: string, sources: SourceFile[]): { files: Set<string>; packages: Set<string> } {
  const byPath = new Map(sources.map((one) => [one.path, one]));
  const files = new Set<string>();
  const packages = new Set<string>();
  const waiting = [start];
  for (let path = waiting.pop(); path; path = waiting.pop()) {
    if (files.has(path)) continue;
    files.add(path);
    for (const { says, file, typeOnly } of byPath.get(path)?.imports ?? []) {
      if (typeOnly) continue;
      if (file) waiting.push(file);
      else packages.add(says);
    }
  }
  return { files, packages };
}

/** One circle of imports, as a list of files, or undefined. Types count too: they tie two files together as firmly. */
export function circle(sources: SourceFile[]): string[] | undefined {
  const byPath = new Map(sources.map((one) => [one.path, one]));
  const done = new Set<string>();
  const walk = (path: string, trail: string[]): string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return undefined;
    for (const { file } of byPath.get(path)?.imports ?? []) {
      const found = file && walk(file, [...trail, path]);
      if (found) return found;
    }
    done.add(path);
    return undefined;
  };
  for (const { path } of sources) {
    const found = walk(path, []);
    if (found) return found;
  }
  return undefined;
}
