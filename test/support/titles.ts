import { parseSync } from '@swc/core';

/** One test as jest names it: the names of its groups, then its own. */
export interface Title {
  title: string;
  skipped: boolean;
}

type Node = { type?: string; [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** `it.each(…)` is `it.each`, `describe.skip` is `describe.skip`. */
function calleeOf(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'Identifier') return node.value as string;
  if (node.type === 'MemberExpression') return `${calleeOf(node.object)}.${calleeOf(node.property)}`;
  if (node.type === 'CallExpression') return calleeOf(node.callee);
  if (node.type === 'TaggedTemplateExpression') return calleeOf(node.tag);
  return node.type === 'TsInstantiation' ? calleeOf(node.expression) : '';
}

function wordsOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'StringLiteral') return node.value as string;
  if (node.type !== 'TemplateLiteral') return undefined;
  return (node.quasis as { cooked?: string; raw: string }[]).map(({ cooked, raw }) => cooked ?? raw).join('…');
}

/** Every test that a file holds; what a loop makes stands once, with `…` where its values go. */
export function titlesIn(source: string): Title[] {
  const found: Title[] = [];
  const walk = (value: unknown, groups: string[], skipped: boolean): void => {
    if (Array.isArray(value)) for (const one of value) walk(one, groups, skipped);
    if (!isNode(value) || Array.isArray(value)) return;
    const [, left = '', kind, right = ''] =
      (value.type === 'CallExpression' && /^([fx]?)(describe|it|test)((?:\.\w+)*)$/.exec(calleeOf(value.callee))) || [];
    const given = (value.arguments ?? []) as { expression: unknown }[];
    // `it.each(table)` alone names nothing: the call around it does.
    const named = given.length > 1 || /\.todo\b/.test(right);
    const words = kind && named ? wordsOf(given[0]?.expression) : undefined;
    if (words === undefined) {
      for (const child of Object.values(value)) walk(child, groups, skipped);
      return;
    }
    const off = skipped || left === 'x' || /\.(skip|todo|failing)\b/.test(right);
    if (kind === 'describe') walk(given.slice(1), [...groups, words], off);
    else found.push({ title: [...groups, words].join(' '), skipped: off });
  };
  walk(parseSync(source, { syntax: 'typescript', tsx: false, target: 'es2022' }).body, [], false);
  return found;
}

/** `it.only` and its kin: everything else in the file is not run. */
export const hasOnly = (source: string): boolean => /\b(?:describe|it|test)\.only\b|\b(?:fit|fdescribe)\(/.test(source);
