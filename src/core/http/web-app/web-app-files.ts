import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';

/** Where `npm run build:web` puts the app; the same place seen from src and from dist. */
export const WEB_APP_FOLDER = fileURLToPath(new URL('../../../../web/dist', import.meta.url));

const PAGE = '/index.html';
/** Paths below these belong to the API, to its documents, or to pages of their own. */
const NOT_THE_APP = /^\/(api|socket\.io|health|metrics|docs|book|booking)(\/|$)|^\/widget\.js$|^\/book\.html$/;
/** Vite puts a hash of the content into the names of these files. */
const HASHED = /^\/assets(\/|$)/;
const EMBED_SCRIPT = /^\/embed\.js(\.br|\.gz)?$/;
/** The build writes these copies of each text file; the smallest first. */
const COPIES = [
  { encoding: 'br', suffix: '.br' },
  { encoding: 'gzip', suffix: '.gz' },
];

/**
 * The text of a page of the built web app that a route completes; undefined where no app is built. Read afresh each time, since a
 * build may replace it.
 */
export async function webAppPage(name: string): Promise<string | undefined> {
  const file = join(WEB_APP_FOLDER, name);
  return existsSync(file) ? await readFile(file, 'utf8') : undefined;
}

/**
 * Serves the built staff app from a folder: its files, and its page for every other address that a browser opens.
 * A build may replace the files meanwhile. Undefined where the folder has no built app.
 */
export function webAppFiles(folder: string): RequestHandler | undefined {
  if (!existsSync(join(folder, PAGE))) return undefined;
  const files = express.static(folder, { index: false, redirect: false, cacheControl: false, setHeaders });
  return (request, response, next) => {
    const file = fileFor(request);
    if (!file) return next();
    const copies = COPIES.filter(({ encoding }) => request.acceptsEncodings(encoding)).map(({ suffix }) => suffix);
    sendFirst(
      files,
      [...copies, ''].map((suffix) => `${file}${suffix}`),
      { request, response, next },
    );
  };
}

/** The path of the file that answers a request; undefined if the app does not answer it. */
function fileFor({ method, path, headers }: Request): string | undefined {
  if ((method !== 'GET' && method !== 'HEAD') || NOT_THE_APP.test(path)) return undefined;
  if (path === '/') return PAGE;
  if (HASHED.test(path) || path.slice(path.lastIndexOf('/')).includes('.')) return path;
  // A browser that opens an address asks for HTML; an API call does not.
  return headers.accept?.includes('text/html') ? PAGE : undefined;
}

/** Sends the first of these files that exists. */
function sendFirst(
  files: RequestHandler,
  [file, ...others]: string[],
  exchange: { request: Request; response: Response; next: NextFunction },
): void {
  const { request, response, next } = exchange;
  const { url } = request;
  request.url = file ?? url;
  files(request, response, (error?: unknown) => {
    request.url = url;
    if (error || others.length === 0) next(error);
    else sendFirst(files, others, exchange);
  });
}

function setHeaders(response: Response): void {
  const { path } = response.req;
  const copy = COPIES.find(({ suffix }) => path.endsWith(suffix));
  if (copy) response.set('content-encoding', copy.encoding).type(extname(path.slice(0, -copy.suffix.length)));
  response.vary('accept-encoding');
  // Sites of companies load this script.
  if (EMBED_SCRIPT.test(path)) response.set('cross-origin-resource-policy', 'cross-origin');
  response.set('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
}
