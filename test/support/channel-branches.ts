import { parseSync } from '@swc/core';
import { channelNames } from '../../functions/core/base/channel';
import { type Node, visit } from './imports';

const names: ReadonlySet<string> = new Set(channelNames);

const inside = (node: unknown, ...path: string[]): Node | undefined =>
  path.reduce<unknown>((at, key) => (at as Node | undefined)?.[key], node) as Node | undefined;

/** The name of a channel, if that is what the expression or type says. */
function nameIn(node: unknown): string | undefined {
  const { type, value } = (node ?? {}) as Node;
  if (type === 'ParenthesisExpression' || type === 'TsConstAssertion') return nameIn(inside(node, 'expression'));
  if (type === 'TsLiteralType') return nameIn(inside(node, 'literal'));
  return type === 'StringLiteral' && names.has(value as string) ? (value as string) : undefined;
}
const listOf = (node: Node, key: string): Node[] =>
  ((node[key] ?? []) as (Node | null)[]).filter((one) => one !== null);
const several = (found: (string | undefined)[]): boolean => new Set(found.filter(Boolean)).size > 1;

/** What the code does with names of channels that a third name would leave as it is. A table by name is no such thing: the compiler sees what it lacks. */
function kindOf(node: Node): string | undefined {
  switch (node.type) {
    case 'BinaryExpression':
      if (!/^[!=]==?$/.test(String(node.operator))) return undefined;
      return nameIn(node.left) || nameIn(node.right) ? 'compares with a name' : undefined;
    case 'SwitchCase':
      return nameIn(node.test) ? 'compares with a name' : undefined;
    case 'ConditionalExpression':
      return several([nameIn(node.consequent), nameIn(node.alternate)]) ? 'chooses between names' : undefined;
    case 'CallExpression': {
      const asks = inside(node, 'callee', 'property')?.value === 'includes';
      return asks && listOf(node, 'arguments').some((one) => nameIn(one.expression)) ? 'looks for a name' : undefined;
    }
    case 'TsUnionType':
      return several(listOf(node, 'types').map(nameIn)) ? 'lists the names' : undefined;
    case 'ArrayExpression':
      return several(listOf(node, 'elements').map((one) => nameIn(one.expression))) ? 'lists the names' : undefined;
    default:
      return undefined;
  }
}

/** Every place in this file that stays silent when a channel is added, as `line: what it does`. */
export function channelBranches(path: string, text: string): string[] {
  if (![...names].some((name) => text.includes(name))) return [];
  const { body } = parseSync(text, { syntax: 'typescript', tsx: path.endsWith('x'), target: 'es2022' });
  const bytes = Buffer.from(text);
  const found: string[] = [];
  visit(body, (node) => {
    const kind = kindOf(node);
    const { start = 1 } = (node.span ?? {}) as { start?: number };
    if (kind)
      found.push(
        `${
          bytes
            .subarray(0, start - 1)
            .toString()
            .split('\n').length
        }: ${kind}`,
      );
  });
  return found;
}
