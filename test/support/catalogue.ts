/** A leaf of a catalogue: what it says, the facts it takes, the numbers it says, and the links it has. */
interface Leaf {
  text: string;
  facts: string[];
  digits: string[];
  links: string[];
}

/**
 * What a catalogue says, by the path of each key. A function is asked with facts that tell on themselves, so the test sees
 * which facts a sentence uses, whatever its language.
 */
export async function leavesOf(copy: object, path = ''): Promise<Map<string, Leaf>> {
  const leaves = new Map<string, Leaf>();
  for (const [key, value] of Object.entries(copy)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'object' && value !== null && !isText(value) && !(value instanceof Promise))
      for (const [inner, leaf] of await leavesOf(value, at)) leaves.set(inner, leaf);
    else leaves.set(at, await leafOf(value));
  }
  return leaves;
}

const isText = (value: object): boolean => value instanceof String;

/** The text of a leaf; every fact stands in it as `⟦name⟧`. */
export async function textOf(value: unknown): Promise<string> {
  const facts = new Proxy({}, { get: (_, name) => `⟦${String(name)}⟧` });
  return String(await (typeof value === 'function' ? (value as (facts: object) => unknown)(facts) : value));
}

async function leafOf(value: unknown): Promise<Leaf> {
  const text = await textOf(value);
  const all = (pattern: RegExp) => [...new Set(text.match(pattern) ?? [])].sort();
  return { text, facts: all(/⟦\w+⟧/g), digits: all(/\d+/g), links: all(/(href|lang)="[^"]*"/g) };
}

/** What two catalogues say differently, as sentences; empty when every key is in both with the same facts, numbers and links. */
export async function differences(one: object, other: object): Promise<string[]> {
  const [left, right] = [await leavesOf(one), await leavesOf(other)];
  const keys = [...new Set([...left.keys(), ...right.keys()])].sort();
  return keys.flatMap((key) => {
    const [a, b] = [left.get(key), right.get(key)];
    if (!a || !b) return [`${key} is in one catalogue only`];
    return (['facts', 'digits', 'links'] as const)
      .filter((kind) => a[kind].join() !== b[kind].join())
      .map((kind) => `${key}: ${kind} ${a[kind].join() || 'none'} against ${b[kind].join() || 'none'}`);
  });
}
