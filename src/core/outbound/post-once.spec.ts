import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AllowedHosts } from './allowed-hosts.js';
import { postOnce } from './post-once.js';

describe('postOnce', () => {
  const servers: Server[] = [];
  const serve = async (listener: RequestListener): Promise<{ url: string; allowed: AllowedHosts }> => {
    const server = createServer(listener).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { url: `http://${host}/hook`, allowed: new AllowedHosts([host]) };
  };
  const LIMITS = { headers: { 'x-one': '1' }, body: 'olá', timeoutMs: 2_000, maxResponseBytes: 5 };

  afterAll(() => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  });

  it('sends the body, and reads the beginning of the response', async () => {
    const { url, allowed } = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method, headers } = request;
        const text = [method, headers['x-one'], Buffer.concat(chunks).toString()].join(' ');
        response.writeHead(text === 'POST 1 olá' ? 202 : 400).end('a long answer');
      });
    });
    expect(await postOnce(url, { ...LIMITS, allowed })).toEqual({ status: 202, text: 'a lon' });
  });

  it('answers with a redirect instead of following it', async () => {
    let followed = false;
    const target = await serve((_, response) => {
      followed = true;
      response.end();
    });
    const { url, allowed } = await serve((_, response) => response.writeHead(307, { location: target.url }).end());
    expect(await postOnce(url, { ...LIMITS, allowed })).toMatchObject({ status: 307 });
    expect(followed).toBe(false);
  });

  it('never connects to a private host that is not allowed, also by a name', async () => {
    let hits = 0;
    const { url } = await serve((_, response) => {
      hits++;
      response.end();
    });
    const allowed = new AllowedHosts([]);
    for (const address of [url, url.replace('127.0.0.1', 'localhost'), 'https://localhost/', 'https://[::1]/'])
      await expect(postOnce(address, { ...LIMITS, allowed })).rejects.toMatchObject({ name: 'UnsafeUrlError' });
    expect(hits).toBe(0);
  });

  it('gives up on a server that never answers', async () => {
    const { url, allowed } = await serve(() => undefined);
    await expect(postOnce(url, { ...LIMITS, allowed, timeoutMs: 50 })).rejects.toThrow();
  });
});
