import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { Router } from 'express';
import { stylesheet } from '../../diagrams/svg/style.ts';

const folder = new URL('assets/', import.meta.url);
/** What every other sheet stands on comes first. */
const FIRST = ['base.css', 'layout.css', 'parts.css'];

const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));
const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
const styles = [...FIRST, ...sheets.filter((name) => !FIRST.includes(name)).sort()];
const htmx = readFileSync(createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js'), 'utf8');

const style = asset('console', 'css', 'text/css; charset=utf-8', [...styles.map(read), stylesheet()].join('\n'));
const script = asset('console', 'js', 'text/javascript; charset=utf-8', [htmx, ...scripts.sort().map(read)].join('\n'));
const icon = asset('icone', 'svg', 'image/svg+xml', read('icone.svg'));

/** Where pages find their style, their script and their sign. */
export const paths = { style: style.path, script: script.path, icon: icon.path };

/** Serves them, compressed once. */
export function assetRoutes(): Router {
  const router = Router();
  for (const one of [style, script, icon]) {
    router.get(one.path, (request, response) => {
      const encoding = (['br', 'gzip'] as const).find((known) => request.acceptsEncodings(known));
      response.set({
        'Content-Type': one.type,
        'Cache-Control': 'public, max-age=31536000, immutable',
        Vary: 'Accept-Encoding',
      });
      if (encoding) response.set('Content-Encoding', encoding);
      response.end(encoding ? one[encoding] : one.bytes);
    });
  }
  return router;
}

/** A file that browsers keep for ever: its name changes with what it holds. */
function asset(nom: string, suffixe: string, type: string, text: string) {
  const octets = Buffer.from(text);
  const hash = createHash('sha256').update(octets).digest('base64url').slice(0, 12);
  const chemin = `/statique/${nom}.${hash}.${suffixe}`;
  return { path: chemin, type, bytes: octets, br: brotliCompressSync(octets), gzip: gzipSync(octets) };
}

function read(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}
