import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import express, { type RequestHandler } from 'express';
import request from 'supertest';
import { webAppFiles } from './web-app-files.js';

const PAGE = '<div id="root"></div>';
const SCRIPT = 'export const answer = 42;';

describe('webAppFiles', () => {
  const folder = mkdtempSync(join(tmpdir(), 'petbuddy-web-'));
  const app = express();
  const write = (name: string, text: string): void => {
    writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, `${name}.gz`), gzipSync(text));
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(text));
  };
  const remove = (name: string): void => ['', '.gz', '.br'].forEach((suffix) => rmSync(join(folder, name + suffix)));
  const get = (path: string, accepted: string) => request(app).get(path).set('accept-encoding', accepted);

  beforeAll(() => {
    mkdirSync(join(folder, 'assets'));
    write('index.html', PAGE);
    write('assets/main-1.js', SCRIPT);
    write('assets/old-1.js', SCRIPT);
    app.use(webAppFiles(folder) as RequestHandler);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('returns nothing where no app is built', () => {
    expect(webAppFiles(join(folder, 'assets'))).toBeUndefined();
  });

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', undefined],
  ])('sends the smallest copy that the browser takes with "%s"', async (accepted, encoding) => {
    const { headers } = await get('/assets/main-1.js', accepted)
      .buffer(false)
      .expect(200)
      .expect('content-type', 'text/javascript; charset=utf-8')
      .expect('cache-control', 'public, max-age=31536000, immutable')
      .expect('vary', /accept-encoding/i);
    expect(headers['content-encoding']).toBe(encoding);
    if (encoding !== 'br') expect((await get('/assets/main-1.js?x=1', accepted)).text).toBe(SCRIPT);
  });

  it('answers 304 while the page is unchanged', async () => {
    const { headers } = await get('/', 'gzip').expect(200);
    await get('/inbox/all', 'gzip')
      .set({ accept: 'text/html', 'if-none-match': String(headers.etag) })
      .expect(304);
  });

  it.each(['/.vite/manifest.json', '/assets', '/assets/../../secret.txt', '/%2e%2e/secret.txt', '/%zz.js'])(
    'does not serve %s',
    async (path) => {
      await get(path, 'gzip').set('accept', 'text/html').expect(404);
    },
  );

  it('follows a build that removes, replaces and adds files under the running server', async () => {
    remove('assets/old-1.js');
    await get('/assets/old-1.js', 'gzip').expect(404);

    const longer = `${PAGE}<script src="/assets/new-1.js"></script>`;
    write('index.html', longer);
    write('assets/new-1.js', SCRIPT);
    const { text, headers } = await get('/', 'identity').expect(200);
    expect(text).toBe(longer);
    expect(headers['content-length']).toBe(String(longer.length));
    expect((await get('/', 'gzip')).text).toBe(longer);
    await get('/assets/new-1.js', 'gzip').expect(200).expect('content-encoding', 'gzip');
  });
});
