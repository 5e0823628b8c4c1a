/** What stands on lines of its own: typed so, or the steps of a text that begins with "1.". */
export const linesOf = (text: string): string[] =>
  text.split(/^1\. /.test(text) ? /\n+|\s+(?=\d\. )/ : /\n+/).map((line) => line.trim());

/** A line's words alone: the number of a step, a box to tick and a blank are seen, not read, and are no sentence. */
export const unmarked = (line: string): string => line.replace(/^\d\. +|☐ *|_{3,}/g, '').trim();
