import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { StridewellError } from '../../functions/core/base/error';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

// Mantine writes style attributes; scripts stay strict. Previews are srcdoc frames, which inherit this.
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** Builds the console if its source has changed since the last build; a second start finds it ready. */
export async function buildConsole(root: string): Promise<void> {
  const mark = join(root, '.build', 'console.hash');
  const hash = sourceHash(root);
  if (existsSync(join(root, 'web/dist/index.html')) && existsSync(mark) && readFileSync(mark, 'utf8') === hash) return;
  await new Promise<void>((resolve, reject) => {
    const vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build', 'web', '--logLevel', 'error'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    vite.once('error', reject);
    vite.once('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new StridewellError('unavailable', 'The staff console could not be built; the lines above say why.')),
    );
  });
  mkdirSync(join(root, '.build'), { recursive: true });
  writeFileSync(mark, hash);
}

function sourceHash(root: string): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== 'dist' && entry.name !== 'node_modules') walk(path);
      } else hash.update(path.slice(root.length)).update(readFileSync(path));
    }
  };
  walk(join(root, 'web'));
  return hash.digest('hex');
}

/** The built console below /staff/; every path that is no file is one of its screens. */
export async function serveConsole(root: string, path: string, res: ServerResponse): Promise<void> {
  const dist = join(root, 'web', 'dist');
  const wanted = normalize(join(dist, path.replace(/^\/staff\/?/, '')));
  const inside = wanted.startsWith(`${dist}/`) && extname(wanted) !== '';
  const file = inside && existsSync(wanted) ? wanted : join(dist, 'index.html');
  const hashed = file.includes('/assets/');
  const body = await readFile(file).catch(() => undefined);
  if (!body) return void res.writeHead(503, { 'Content-Type': 'text/plain' }).end('The console is not built.');
  res.writeHead(inside && !existsSync(wanted) ? 404 : 200, {
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'no-store',
    'Content-Security-Policy': policy,
  });
  res.end(body);
}
