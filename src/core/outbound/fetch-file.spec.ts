import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchFile } from './fetch-file.js';
import { assertSafeUrl } from './guarded-request.js';
import { isLoopbackAddress, isPublicAddress } from './public-address.js';

const folder = mkdtempSync(join(tmpdir(), 'petbuddy-fetch-'));
const LIMITS = { maxBytes: 1_000, timeoutMs: 2_000, path: join(folder, 'file') };

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '157.240.1.1', '100.63.255.255', '172.15.0.1', '2606:4700::1111', '2a03:2880::1'])(
    'takes %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254', '172.16.0.1'],
    ...['172.31.255.255', '192.168.0.1', '192.0.0.8', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
    ...['::', '::1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1', '64:ff9b::7f00:1', '64:ff9b::a00:1'],
    ...[
      '::7f00:1',
      '4000::1',
      'fe80::1',
      'fe80::1%eth0',
      'fc00::1',
      'fd00:ec2::254',
      'ff02::1',
      '2001:db8::1',
      '2002:7f00:1::',
      '2001::1',
      '100::1',
    ],
    ...['localhost', '', '1.2.3', '8.8', '010.8.8.8', '999.1.1.1', '8.8.8.8.', ' 8.8.8.8'],
  ])('refuses %j', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('isLoopbackAddress', () => {
  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])('accepts %s', (address) =>
    expect(isLoopbackAddress(address)).toBe(true),
  );

  it.each(['', 'localhost', '0.0.0.0', '127.1', '0177.0.0.1', '10.0.0.1', '::', '::ffff:10.0.0.1', '::7f00:1'])(
    'refuses %j',
    (address) => expect(isLoopbackAddress(address)).toBe(false),
  );
});

describe('assertSafeUrl', () => {
  it.each([
    ...['http://example.com/', 'ftp://example.com/', 'file:///etc/passwd', 'data:text/plain,x', 'javascript:1', '/a'],
    ...['https://127.0.0.1/', 'https://0x7f.1/', 'https://2130706433/', 'https://0177.0.0.1/', 'https://127.1/'],
    ...['https://[::1]/', 'https://[::ffff:127.0.0.1]/', 'https://[::ffff:a9fe:a9fe]/', 'https://[fe80::1]/'],
    ...['https://169.254.169.254/latest/meta-data/', 'https://0/', 'https://①②⑦.0.0.1/', 'https://10.0.0.1/'],
    ...['https://user:password@example.com/', 'https://example.com:8443/', 'https://example.com:22/', 'https://'],
  ])('refuses %s', (url) =>
    expect(() => assertSafeUrl(url, false)).toThrow(expect.objectContaining({ name: 'UnsafeUrlError' })),
  );

  it.each(['https://scontent.example.com/a?b=c', 'https://8.8.8.8/'])('takes %s', (url) => {
    expect(assertSafeUrl(url, false).href).toBe(url);
  });

  it('takes this machine only where a sandbox is', () => {
    expect(assertSafeUrl('http://127.0.0.1:4001/cdn/a', true).port).toBe('4001');
    for (const url of ['http://10.0.0.1/', 'http://example.com/', 'https://169.254.169.254/', 'ftp://127.0.0.1/']) {
      expect(() => assertSafeUrl(url, true)).toThrow();
    }
  });
});

describe('fetchFile', () => {
  const servers: Server[] = [];
  const serve = async (listener: RequestListener): Promise<string> => {
    const server = createServer(listener).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/file`;
  };
  afterAll(() => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    rmSync(folder, { recursive: true });
  });

  it('brings the bytes and sends the headers', async () => {
    const url = await serve((request, response) => {
      response
        .setHeader('content-type', 'image/png')
        .end(`${request.headers.authorization} ${request.headers['user-agent']}`);
    });
    const file = await fetchFile(url, { ...LIMITS, allowLoopback: true, headers: { authorization: 'Bearer x' } });
    expect([readFileSync(LIMITS.path, 'utf8'), file.contentType]).toEqual(['Bearer x PetBuddy', 'image/png']);
  });

  it('never connects to a name of this machine', async () => {
    let hits = 0;
    const url = await serve((_, response) => {
      hits++;
      response.end();
    });
    const { port } = new URL(url);
    for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]']) {
      await expect(fetchFile(`http://${host}:${port}/`, { ...LIMITS, allowLoopback: false })).rejects.toMatchObject({
        name: 'UnsafeUrlError',
      });
    }
    await expect(fetchFile('https://localhost/', { ...LIMITS, allowLoopback: false })).rejects.toMatchObject({
      name: 'UnsafeUrlError',
    });
    expect(hits).toBe(0);
  });

  it('does not follow a redirect', async () => {
    let followed = false;
    const target = await serve((_, response) => {
      followed = true;
      response.end('inside');
    });
    const url = await serve((_, response) => response.writeHead(302, { location: target }).end());
    await expect(fetchFile(url, { ...LIMITS, allowLoopback: true })).rejects.toMatchObject({ status: 302 });
    expect(followed).toBe(false);
  });

  it.each([
    [
      'says that it is',
      (size: number): RequestListener =>
        (_, response) =>
          response.setHeader('content-length', size).end(Buffer.alloc(size)),
    ],
    [
      'does not say that it is',
      (size: number): RequestListener =>
        (_, response) => {
          response.write(Buffer.alloc(size));
          response.end();
        },
    ],
  ])('stops at a file that %s too large', async (_, listener) => {
    const fits = await serve(listener(LIMITS.maxBytes));
    expect((await fetchFile(fits, { ...LIMITS, allowLoopback: true })).size).toBe(LIMITS.maxBytes);
    const tooLarge = await serve(listener(LIMITS.maxBytes + 1));
    await expect(fetchFile(tooLarge, { ...LIMITS, allowLoopback: true })).rejects.toMatchObject({
      name: 'ResponseTooLargeError',
    });
  });

  it('gives up on a server that trickles', async () => {
    const url = await serve((_, response) => void response.write('a'));
    await expect(fetchFile(url, { ...LIMITS, timeoutMs: 100, allowLoopback: true })).rejects.toThrow();
  });
});
