import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logo } from '../core/practice/practice';

/** The line drawings and the logo, read once each. No SVG but the logo's, which was read for scripts (lib/logo.ts). */
export function pictures(folder: string, logo: Logo | undefined) {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  return (name: string) => {
    const isLogo = name === logo?.light || name === logo?.dark;
    if (!isLogo && !/^[a-z0-9-]{1,60}\.png$/.test(name)) return undefined;
    try {
      const body = kept.get(name) ?? new Uint8Array(readFileSync(join(folder, name)));
      kept.set(name, body);
      return { type: name.endsWith('.svg') ? 'image/svg+xml' : 'image/png', body };
    } catch {
      return undefined;
    }
  };
}
