import type { IncomingMessage, ServerResponse } from 'node:http';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import sirv from 'sirv';

/** Where `npm run build:web` puts the app; the same place seen from src and from dist. */
export const WEB_APP_FOLDER = fileURLToPath(new URL('../../../../web/dist', import.meta.url));

/** Paths below these belong to the API, to its documents, or to pages of their own. */
const NOT_THE_APP = /^\/(api|assets|socket\.io|health|metrics|docs|book|booking)(\/|$)|^\/(widget|sw)\.js$/;
/** Vite puts a hash of the content into the names of these files. */
const HASHED = /^\/assets\//;

/**
 * Serves the built staff app from a folder: its files, and its page for every other address that a browser opens.
 * Undefined where the folder has no built app.
 */
export function webAppFiles(folder: string): RequestHandler | undefined {
  if (!existsSync(join(folder, 'index.html'))) return undefined;
  const files = sirv(folder, { etag: true, brotli: true, gzip: true, dotfiles: false, setHeaders: setCaching });
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    files(request, response, () => {
      if (!opensTheApp(request)) return next();
      request.url = '/';
      files(request, response, next);
    });
  };
}

/** A browser that opens an address asks for HTML; a missing file or an API call does not. */
function opensTheApp({ path, headers }: Request): boolean {
  const isFile = path.slice(path.lastIndexOf('/')).includes('.');
  return !isFile && !NOT_THE_APP.test(path) && headers.accept?.includes('text/html') === true;
}

function setCaching(response: ServerResponse<IncomingMessage>, path: string): void {
  response.setHeader('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
}
