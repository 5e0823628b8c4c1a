import type { Practice } from '../../../core/practice/practice';

/** The leaf beside the practice's name, as the browser tab shows it. */
export const mark = ({ colour }: Practice): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M16 2a14 14 0 1 1 0 28H2V16A14 14 0 0 1 16 2Z" fill="${colour}"/></svg>`;
