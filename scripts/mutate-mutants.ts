import { parseSync } from '@swc/core';

/** One source mutation: the file with [from, to) replaced by `text`. */
export interface Mutant {
  file: string;
  line: number;
  /** The changed line as it is and as it becomes: what a reader sees, and how an equivalent is named. */
  was: string;
  becomes: string;
  source: string;
}

interface Node {
  type: string;
  span: { start: number; end: number };
  [field: string]: unknown;
}

/** A member of an object literal or pattern; most come without a span of their own. */
type Member = Partial<Node> & { key?: Node; value?: Node; arguments?: Node };

const operators: Record<string, string[]> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&&': ['||'],
  '||': ['&&'],
};
const comparisons = new Set(['<', '<=', '>', '>=', '===', '!==']);

/** Words that can be mistaken for each other: each becomes the next of its row. */
const mistakable = [
  ['active', 'paused', 'stopped', 'finished'],
  ['waiting', 'sending', 'unknown', 'held'],
  ['email', 'sms'],
  ['assume', 'hold', 'resend'],
  ['drip', 'broadcast'],
  ['unsubscribed', 'suppressed', 'pending'],
  ['enrollment', 'notice'],
];
const otherWord = (word: string): string => {
  const row = mistakable.find((one) => one.includes(word));
  return row ? row[(row.indexOf(word) + 1) % row.length]! : `${word}?`;
};
const swapped: Record<string, string> = { min: 'max', max: 'min', some: 'every', every: 'some', find: 'findLast' };
const dropped = new Set(['filter', 'sort', 'slice']);

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'span' in value;

/** Every mutant of one source file. Types are left alone, and so are the sentences of errors: they decide nothing. */
export function mutantsOf(file: string, source: string): Mutant[] {
  // Spans count bytes over everything parsed so far; an empty statement in front shows where this file begins.
  const bytes = Buffer.from(source);
  const tree = parseSync(`;${source}`, { syntax: 'typescript', target: 'es2023' });
  const origin = (tree.body[0] as unknown as Node).span.start + 1;
  const found = new Map<string, Mutant>();
  const textOf = ({ span }: Node) => bytes.subarray(span.start - origin, span.end - origin).toString();

  const put = ({ start, end }: { start: number; end: number }, text: string) => {
    const head = bytes.subarray(0, start - origin).toString();
    const mutated = head + text + bytes.subarray(end - origin).toString();
    if (mutated === source || found.has(mutated)) return;
    const from = head.lastIndexOf('\n') + 1;
    const tail = bytes.subarray(end - origin).toString();
    const rest = tail.includes('\n') ? tail.slice(0, tail.indexOf('\n')) : tail;
    const was = source.slice(from, source.length - tail.length + rest.length);
    const squeeze = (lines: string) => lines.replace(/\s+/g, ' ').trim();
    found.set(mutated, {
      file,
      line: head.split('\n').length,
      was: squeeze(was),
      becomes: squeeze(head.slice(from) + text + rest),
      source: mutated,
    });
  };
  const replace = (node: Node, text: string) => put(node.span, text);

  const rules: Record<string, (node: Node) => void> = {
    BinaryExpression(node) {
      const { left, right, operator } = node as unknown as { left: Node; right: Node; operator: string };
      const gap = { start: left.span.end, end: right.span.start };
      const between = bytes.subarray(gap.start - origin, gap.end - origin).toString();
      for (const other of operators[operator] ?? []) put(gap, between.replace(operator, other));
      if (operator === '??') {
        replace(node, `(${textOf(left)})`);
        replace(node, `(${textOf(right)})`);
      }
      if (!comparisons.has(operator)) return;
      replace(node, 'true');
      replace(node, 'false');
    },
    UnaryExpression(node) {
      if (node.operator === '!' || node.operator === '-') replace(node, textOf(node.argument as Node));
    },
    UpdateExpression(node) {
      replace(node, textOf(node).replace('++', '--'));
    },
    AssignmentExpression(node) {
      const { left, right, operator } = node as unknown as { left: Node; right: Node; operator: string };
      if (operator === '+=') replace(node, `${textOf(left)} -= ${textOf(right)}`);
    },
    IfStatement(node) {
      replace(node.test as Node, 'true');
      replace(node.test as Node, 'false');
    },
    ConditionalExpression(node) {
      replace(node.test as Node, 'true');
      replace(node.test as Node, 'false');
    },
    WhileStatement(node) {
      replace(node.test as Node, 'false');
    },
    ForStatement(node) {
      replace(node.test as Node, 'false');
    },
    ForOfStatement(node) {
      replace(node.right as Node, '[]');
    },
    ExpressionStatement(node) {
      replace(node, ';');
    },
    ReturnStatement(node) {
      if (node.argument) replace(node, 'return undefined;');
    },
    ArrowFunctionExpression(node) {
      const body = node.body as Node;
      replace(body, body.type === 'BlockStatement' ? '{}' : 'undefined');
    },
    ObjectExpression(node) {
      const members = node.properties as Member[];
      if (members.length > 0) replace(node, '{}');
      for (const member of members) {
        if (member.type === 'SpreadElement') replace(member.arguments!, '{}');
        else if (member.key) put({ start: member.key.span.start, end: member.value!.span.end }, '...{}');
        else if (member.span) put(member.span, '...{}');
      }
    },
    ArrayExpression(node) {
      const elements = node.elements as ({ spread: unknown; expression: Node } | undefined)[];
      if (elements.length > 0) replace(node, '[]');
      for (const element of elements) if (element?.spread) replace(element.expression, '[]');
    },
    /** A name left out by `{ name: _name, ...rest }` stays in `rest`. */
    ObjectPattern(node) {
      const members = node.properties as Member[];
      if (members.at(-1)?.type !== 'RestElement') return;
      for (const { key, value } of members)
        if (key && String(value?.value).startsWith('_')) replace(key, `${textOf(key)}IsKept`);
    },
    NumericLiteral(node) {
      const value = node.value as number;
      replace(node, String(value + 1));
      replace(node, value === 0 ? '(-1)' : String(value - 1));
    },
    BooleanLiteral(node) {
      replace(node, String(!node.value));
    },
    StringLiteral(node) {
      replace(node, `'${otherWord(node.value as string)}'`);
    },
    RegExpLiteral(node) {
      const pattern = node.pattern as string;
      if (pattern.startsWith('^')) replace(node, `/${pattern.slice(1)}/${node.flags as string}`);
      if (pattern.endsWith('$')) replace(node, `/${pattern.slice(0, -1)}/${node.flags as string}`);
    },
    TemplateLiteral(node) {
      replace(node, '``');
    },
    MemberExpression(node) {
      const property = node.property as Node;
      const other = property.type === 'Identifier' ? swapped[property.value as string] : undefined;
      if (other) replace(property, other);
    },
    CallExpression(node) {
      const callee = node.callee as Node;
      if (callee.type !== 'MemberExpression') return;
      const property = callee.property as Node;
      if (dropped.has(property.value as string)) replace(node, textOf(callee.object as Node));
    },
    OptionalChainingExpression(node) {
      const base = node.base as Node;
      if (base.type !== 'MemberExpression') return;
      const property = base.property as Node;
      put({ start: (base.object as Node).span.end, end: property.span.start }, property.type === 'Computed' ? '' : '.');
    },
  };

  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!isNode(value)) {
      // Lists, and members and arguments that come without a span of their own.
      for (const child of Object.values(value)) visit(child);
    } else if (value.type === 'NewExpression') {
      const [code, , field] = value.arguments as unknown[];
      visit([code, field]);
    } else if (value.type.startsWith('Ts')) {
      visit(value.expression);
    } else if (value.type !== 'ImportDeclaration') {
      rules[value.type]?.(value);
      for (const child of Object.values(value)) visit(child);
    }
  };
  visit(tree.body);
  return [...found.values()].sort((a, b) => a.line - b.line);
}
