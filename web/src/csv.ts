/**
 * Rows as a file for a spreadsheet (RFC 4180). A cell that a spreadsheet would take for a formula begins with an
 * apostrophe, so that it is text there and can start nothing.
 */
export const csv = (rows: string[][]): string => `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
