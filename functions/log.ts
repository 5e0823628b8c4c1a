/** One JSON line an outcome. No addresses, names, answers or tokens: ids, counts, codes and reasons only. */
export type Fields = Record<string, string | number | boolean | undefined>;

export type Log = (event: string, fields?: Fields) => void;

let write = (line: string): void => void process.stdout.write(line);

/** Where the lines go when the doors run in a terminal. */
export const logTo = (sink: (line: string) => void): void => {
  write = sink;
};

export const log: Log = (event, fields = {}) => write(`${JSON.stringify({ event, ...fields })}\n`);

/** What may be said of an error: its class and code, never its text, which may quote what a person typed. */
export function namedError(error: unknown): Fields {
  const { name = 'Error', code } = (error ?? {}) as { name?: string; code?: string };
  return { error: name, ...(typeof code === 'string' ? { code } : {}) };
}
