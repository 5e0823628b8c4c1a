import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { en } from 'zod/locales';
import * as z from 'zod/mini';
import { StridewellError } from '../core/base/error';

// The small zod brings no language, and these errors are read by people.
z.config(en());

type Path = readonly PropertyKey[];

/** A YAML file that knows on which line each of its values stands. */
export interface YamlFile<T> {
  value: T;
  /** An error at the line of a value, or of the nearest parent the file does hold. */
  fault: (path: Path, message: string) => StridewellError;
}

/** Reads and checks a YAML file; the first thing wrong is named with file and line. */
export function readYaml<T>(file: string, schema: z.core.$ZodType<T>): YamlFile<T> {
  const lines = new LineCounter();
  const doc = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  const name = relative(process.cwd(), file);
  const at = (offset: number, message: string) =>
    new StridewellError('invalid', `${name}:${lines.linePos(offset).line}: ${message}`, name);
  const fault = (path: Path, message: string) => at(offsetOf(doc, path), message);
  const broken = doc.errors[0];
  if (broken) throw at(broken.pos[0], broken.message.split('\n')[0] ?? 'not YAML');
  const parsed = z.safeParse(schema, doc.toJS());
  if (parsed.success) return { value: parsed.data, fault };
  // A misspelt key also makes the right one look missing; so the spelling is reported first.
  const issue = parsed.error.issues.find(({ code }) => code === 'unrecognized_keys') ?? parsed.error.issues[0]!;
  const reason = (issue.code === 'invalid_key' && issue.issues[0]?.message) || issue.message;
  const keys = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  throw fault([...issue.path, ...keys], `${issue.path.join('.') || 'file'}: ${reason}`);
}

function offsetOf(doc: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    // A key may be written as a number (a day) where the schema speaks of a string.
    const keys = path.slice(0, length) as (string | number)[];
    const last = keys.at(-1);
    const node = doc.getIn(keys, true) ?? doc.getIn([...keys.slice(0, -1), Number(last)], true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
