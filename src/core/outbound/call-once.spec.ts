import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { AllowedHosts } from './allowed-hosts.js';
import { type CallAnswer, callOnce, type CallOptions } from './call-once.js';

const MAX_BYTES = 1_000;

interface Seen {
  readonly method: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

describe('callOnce', () => {
  const closers: (() => void)[] = [];
  const allowedHosts: string[] = [];
  const serve = async (listener: RequestListener): Promise<string> => {
    const server: Server = createServer(listener).listen(0, '127.0.0.1');
    closers.push(() => {
      server.closeAllConnections();
      server.close();
    });
    await once(server, 'listening');
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    allowedHosts.push(host);
    return `http://${host}`;
  };
  /** A server that notes what it gets, and answers with it. */
  const mirror = async (): Promise<{ url: string; seen: Seen[] }> => {
    const seen: Seen[] = [];
    const url = await serve((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        seen.push({ method: request.method, headers: request.headers, body });
        response.setHeader('content-type', 'text/plain').end('seen');
      });
    });
    return { url, seen };
  };
  const redirect = (status: number, to: string): Promise<string> =>
    serve((request, response) => {
      request.resume();
      response.writeHead(status, { location: to }).end('moved');
    });
  const call = (url: string, more: Partial<CallOptions> = {}): Promise<CallAnswer> =>
    callOnce(url, {
      method: 'GET',
      headers: {},
      timeoutMs: 5_000,
      connectTimeoutMs: 5_000,
      maxBodyBytes: MAX_BYTES,
      maxRedirects: 3,
      ports: [''],
      allowed: new AllowedHosts(allowedHosts),
      ...more,
    });

  afterAll(() => closers.forEach((close) => close()));

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('sends method, headers and body of a %s', async (method) => {
    const { url, seen } = await mirror();
    const answer = await call(url, { method, headers: { 'x-one': '1' }, body: 'olá' });
    expect({ ...answer, body: answer.body.toString() }).toEqual({
      status: 200,
      contentType: 'text/plain',
      body: 'seen',
    });
    expect(seen).toMatchObject([{ method, body: 'olá', headers: { 'x-one': '1', 'content-length': '4' } }]);
  });

  const SECRETS = {
    authorization: 'Bearer quiet',
    cookie: 'a=quiet',
    'proxy-authorization': 'quiet',
    'x-api-key': 'quiet',
    accept: 'text/plain',
    'idempotency-key': 'run:1',
  };

  it('sends only harmless headers to another origin, also when that one leads back', async () => {
    const last = await mirror();
    const back = `${last.url}/end`;
    const away = await redirect(307, back);
    const firstPath = await serve((_, response) => response.writeHead(307, { location: away }).end());
    await call(firstPath, { method: 'POST', headers: SECRETS, body: '{}' });
    expect(last.seen).toMatchObject([{ method: 'POST', body: '{}', headers: { accept: 'text/plain' } }]);
    expect(last.seen[0]?.headers['idempotency-key']).toBe('run:1');
    expect(JSON.stringify(last.seen)).not.toContain('quiet');
  });

  it('keeps the headers on the same origin', async () => {
    const headers: IncomingMessage['headers'][] = [];
    const url = await serve((request, response) => {
      headers.push(request.headers);
      if (request.url === '/') response.writeHead(308, { location: '/next' });
      response.end();
    });
    await call(url, { headers: SECRETS });
    expect(headers.map(({ authorization }) => authorization)).toEqual(['Bearer quiet', 'Bearer quiet']);
  });

  it.each([
    [301, 'POST', 'GET'],
    [302, 'DELETE', 'GET'],
    [303, 'PUT', 'GET'],
    [302, 'HEAD', 'HEAD'],
    [307, 'PATCH', 'PATCH'],
    [308, 'DELETE', 'DELETE'],
  ])('after %d a %s becomes a %s', async (status, method, then) => {
    const { url, seen } = await mirror();
    const body = method === 'HEAD' ? {} : { body: 'a', headers: { 'content-type': 'text/plain' } };
    await call(await redirect(status, url), { method, ...body });
    const isKept = method === then && method !== 'HEAD';
    expect(seen).toMatchObject([{ method: then, body: isKept ? 'a' : '' }]);
    expect(seen[0]?.headers['content-type']).toBe(isKept ? 'text/plain' : undefined);
  });

  it('follows three redirects and no fourth; a redirect without a location is the answer', async () => {
    const { url } = await mirror();
    const third = await redirect(302, await redirect(302, await redirect(302, url)));
    expect((await call(third)).status).toBe(200);
    await expect(call(await redirect(302, third))).rejects.toMatchObject({ name: 'TooManyRedirectsError' });
    expect((await call(await serve((_, response) => response.writeHead(302).end()))).status).toBe(302);
    await expect(call(await redirect(302, 'https://[::1'))).rejects.toMatchObject({ name: 'UnsafeUrlError' });
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('reads %s, and stops when it becomes too large', async (encoding, compress) => {
    const url = await serve((request, response) => {
      const size = Number(request.url?.slice(1));
      response.setHeader('content-encoding', encoding).end(compress(Buffer.alloc(size, 'a')));
    });
    expect((await call(`${url}/${MAX_BYTES}`)).body.toString()).toBe('a'.repeat(MAX_BYTES));
    for (const size of [MAX_BYTES + 1, 10_000_000])
      await expect(call(`${url}/${size}`)).rejects.toMatchObject({ name: 'ResponseTooLargeError' });
  });

  it('takes an empty answer that says it is compressed, and refuses an unknown compression', async () => {
    const empty = await serve((_, response) => response.writeHead(204, { 'content-encoding': 'gzip' }).end());
    expect(await call(empty)).toMatchObject({ status: 204, body: Buffer.alloc(0) });
    for (const encoding of ['zstd', 'gzip, gzip', '__proto__']) {
      const url = await serve((_, response) => response.setHeader('content-encoding', encoding).end('a'));
      await expect(call(url)).rejects.toThrow('compressed');
    }
  });

  it('stops at a server that answers very slowly, at a silent one, and at one that never ends the handshake', async () => {
    const trickle = await serve((_, response) => void response.write('a'));
    const silent = await serve(() => undefined);
    const timeout = { name: 'CallTimeoutError', limitMs: 50 };
    for (const url of [trickle, silent]) await expect(call(url, { timeoutMs: 50 })).rejects.toMatchObject(timeout);
    const deaf = createTcpServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
    closers.push(() => void deaf.close());
    await once(deaf, 'listening');
    const host = `127.0.0.1:${(deaf.address() as AddressInfo).port}`;
    allowedHosts.push(host);
    await expect(call(`https://${host}/`, { connectTimeoutMs: 50 })).rejects.toMatchObject(timeout);
  });
});
