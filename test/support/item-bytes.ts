const utf8 = (text: string): number => Buffer.byteLength(text);

/** The size DynamoDB bills: names and values in UTF-8, a number half its digits and one, 3 a container and 1 an element. */
export function itemBytes(item: object): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + utf8(name) + valueBytes(value), 0);
}

function valueBytes(value: unknown): number {
  if (typeof value === 'string') return utf8(value);
  if (typeof value === 'number') return Math.ceil(String(value).replace(/[-.]/g, '').length / 2) + 1;
  if (typeof value === 'boolean') return 1;
  if (Array.isArray(value)) return value.reduce((sum, one) => sum + 1 + valueBytes(one), 3);
  if (value !== null && typeof value === 'object') return 3 + Object.keys(value).length + itemBytes(value);
  throw new Error('The store writes no other kind of value');
}
