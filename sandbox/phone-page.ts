import { readFileSync } from 'node:fs';
import { writeReply, type Exchange } from './http/exchange.ts';

const FOLDER = new URL('./phone/', import.meta.url);

const FILES: Record<string, { file: string; contentType: string }> = {
  '/': { file: 'index.html', contentType: 'text/html; charset=utf-8' },
  '/phone.css': { file: 'phone.css', contentType: 'text/css; charset=utf-8' },
  '/render.js': { file: 'render.js', contentType: 'text/javascript; charset=utf-8' },
  '/phone.js': { file: 'phone.js', contentType: 'text/javascript; charset=utf-8' },
};

/** Pictures may come from the product; everything else only from the sandbox. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob: http: https:",
  "media-src 'self' http: https:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function servePhonePage({ method, path, res }: Exchange): boolean {
  const entry = FILES[path];
  if (entry === undefined || method !== 'GET') return false;
  writeReply(res, {
    status: 200,
    bytes: readFileSync(new URL(entry.file, FOLDER)),
    contentType: entry.contentType,
    headers: {
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    },
  });
  return true;
}

/** The initial of the name, in a colour of the id. */
export function avatar(name: string, id: string): Buffer {
  const hue = [...id].reduce((sum, character) => (sum * 137 + character.charCodeAt(0) * 59) % 360, 7);
  const initial = /\p{L}/u.exec(name)?.[0]?.toUpperCase() ?? '?';
  return Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">' +
      `<rect width="96" height="96" fill="hsl(${hue} 45% 45%)"/>` +
      '<text x="48" y="50" fill="#fff" font-family="sans-serif" font-size="44" text-anchor="middle" ' +
      `dominant-baseline="central">${initial}</text></svg>`,
  );
}
