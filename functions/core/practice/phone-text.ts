/** A US number as people read it: +17705550100 becomes (770) 555-0100. */
export const phoneText = (e164: string): string => e164.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3');
