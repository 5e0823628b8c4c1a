/** The one type family of mails, pages and console: what a device reads its own texts in, so nothing is loaded. */
export const family = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** The one scale, in CSS pixels. `note` is the least that may be read anywhere; `display` is for pages on wide screens. */
export const scale = { note: 14, small: 16, body: 18, lead: 20, heading: 22, title: 30, display: 38 } as const;
export type Size = keyof typeof scale;

/** Height of a line of that size, in pixels: headings are set closer than what is read at length. */
export const lineOf = (size: Size): number => Math.round(scale[size] * (scale[size] > scale.lead ? 1.25 : 1.5));

/** For pages and console, so that a reader's own setting counts. */
export const rem = (size: Size): string => `${scale[size] / 16}rem`;
