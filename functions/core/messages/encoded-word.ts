/** So many bytes are 60 characters of base64, which with `=?UTF-8?B?` and `?=` stay within the 75 of RFC 2047 2. */
const bytesInWord = 45;

/**
 * Text as the encoded words of RFC 2047, for what providers take as it stands. A space between two is no part of the
 * text (6.2), and no character is cut in two (5, last paragraph).
 */
export function encodedWords(text: string): string {
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    if (Buffer.byteLength(word + character) > bytesInWord) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((one) => `=?UTF-8?B?${Buffer.from(one).toString('base64')}?=`).join(' ');
}

/**
 * A name and an address for From and its like. ASCII is a quoted string (RFC 5322 3.2.4), anything else encoded words,
 * which may not stand in quotes (RFC 2047 5). Line breaks and other controls would begin a header of their own.
 */
export function mailbox(name: string, address: string): string {
  const line = name.replace(/\p{Cc}+/gu, ' ').trim();
  const phrase = /^[\x20-\x7e]*$/.test(line) ? `"${line.replace(/["\\]/g, '\\$&')}"` : encodedWords(line);
  return `${phrase} <${address}>`;
}
