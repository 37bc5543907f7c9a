import { channel } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, isIP, type Socket } from 'node:net';
import { HOSTILE_HOSTS } from '../../../test/support/hostile-hosts.js';
import { AllowedHosts } from './allowed-hosts.js';
import { callOnce, type CallOptions } from './call-once.js';
import type { NameResolver } from './guarded-request.js';

const NEW_SOCKETS = channel('net.client.socket');
/** Names that lead to a private address, as a name server could answer. */
const HOSTILE_NAMES: readonly (readonly [string, readonly string[]])[] = [
  ['metadata.google.internal', ['169.254.169.254']],
  ['metadata', ['169.254.169.254']],
  ['instance-data.ec2.internal', ['fd00:ec2::254']],
  ['wireserver.example.com', ['168.63.129.16']],
  ['localhost.example.com', ['127.0.0.1']],
  ['six.example.com', ['::1']],
  ['mapped.example.com', ['::ffff:127.0.0.1']],
  ['nat64.example.com', ['64:ff9b::7f00:1']],
  ['sixtofour.example.com', ['2002:7f00:1::']],
  ['unspecified.example.com', ['0.0.0.0', '::']],
  ['shared.example.com', ['100.64.0.1']],
  ['bench.example.com', ['198.18.0.1']],
  ['link.example.com', ['fe80::1%eth0']],
  ['broadcast.example.com', ['255.255.255.255']],
  ['multicast.example.com', ['224.0.0.1']],
  // A private address is refused, also together with a public one.
  ['mixed.example.com', ['8.8.8.8', '10.0.0.1']],
  ['none.example.com', []],
];
const HOSTILE_URLS = [
  ...['http://8.8.8.8/', 'http://example.com/', 'https://example.com:80/', 'https://example.com:22/', 'ftp://8.8.8.8/'],
  ...['https://example.com:444/', 'https://example.com:6379/', 'https://example.com:0/', 'https://a:b@example.com/'],
  ...[
    'https://a@example.com/',
    'https://example.com:443@127.0.0.1/',
    'https://127.0.0.1#@example.com/',
    '//127.0.0.1/',
  ],
  ...[
    'https://127.0.0.1\\@example.com/',
    'https:127.0.0.1',
    'https:\\\\127.0.0.1\\',
    'file:///etc/passwd',
    'gopher://x/',
  ],
  ...[
    'data:text/plain,x',
    'https://[::1',
    'https://exa mple.com/',
    '',
    'https:///',
    'https://127.0.0.1:8443/',
    'https://8.8.8.8:65536/',
  ],
];

describe('callOnce and hostile hosts', () => {
  const attempts: string[] = [];
  const watch = (message: unknown): void => {
    const { socket } = message as { socket: Socket };
    socket.on('connectionAttempt', (address: string) => attempts.push(address));
  };
  let redirector: Server;
  let redirectorHost: string;

  beforeAll(async () => {
    redirector = createServer((request, response) => {
      const to = decodeURIComponent((request.url as string).slice(1));
      response.writeHead(302, { location: to.replace(/[^\x20-\x7e]/g, encodeURIComponent) }).end();
    }).listen(0, '127.0.0.1');
    await once(redirector, 'listening');
    redirectorHost = `127.0.0.1:${(redirector.address() as AddressInfo).port}`;
    NEW_SOCKETS.subscribe(watch);
  });
  beforeEach(() => attempts.splice(0));
  afterAll(() => {
    NEW_SOCKETS.unsubscribe(watch);
    redirector.closeAllConnections();
    redirector.close();
  });

  const options = (more: Partial<CallOptions> = {}): CallOptions => ({
    method: 'GET',
    headers: {},
    timeoutMs: 8_000,
    connectTimeoutMs: 3_000,
    maxBodyBytes: 1_000,
    maxRedirects: 3,
    ports: ['', '8443'],
    allowed: new AllowedHosts([redirectorHost]),
    resolve: answering(['10.0.0.1']),
    ...more,
  });
  const redirectTo = (address: string): string => `http://${redirectorHost}/${encodeURIComponent(address)}`;
  const UNSAFE = { name: 'UnsafeUrlError' };

  it('counts connections, so that a count of 0 proves that none was made', async () => {
    await expect(callOnce(redirectTo('https://10.0.0.1/'), options())).rejects.toMatchObject(UNSAFE);
    expect(attempts).toEqual(['127.0.0.1']);
    expect(HOSTILE_HOSTS.length + HOSTILE_NAMES.length + HOSTILE_URLS.length).toBeGreaterThanOrEqual(80);
  });

  it.each(HOSTILE_HOSTS)('opens no socket to https://%s/, also on 8443 and after a redirect', async (host) => {
    for (const address of [`https://${host}/`, `https://${host}:8443/a`])
      await expect(callOnce(address, options())).rejects.toMatchObject(UNSAFE);
    expect(attempts).toEqual([]);
    await expect(callOnce(redirectTo(`https://${host}/`), options())).rejects.toMatchObject(UNSAFE);
    expect(attempts).toEqual(['127.0.0.1']);
  });

  it.each(HOSTILE_URLS)('opens no socket to %j', async (address) => {
    await expect(callOnce(address, options())).rejects.toMatchObject(UNSAFE);
    expect(attempts).toEqual([]);
  });

  it.each(HOSTILE_NAMES)('opens no socket to %s, which leads to %j', async (name, addresses) => {
    for (const spelling of [name, `${name}.`, name.toUpperCase()]) {
      const call = callOnce(`https://${spelling}/`, options({ resolve: answering(addresses) }));
      await expect(call).rejects.toMatchObject(UNSAFE);
    }
    expect(attempts).toEqual([]);
    const redirected = callOnce(redirectTo(`https://${name}/`), options({ resolve: answering(addresses) }));
    await expect(redirected).rejects.toMatchObject(UNSAFE);
    expect(attempts).toEqual(['127.0.0.1']);
  });

  it('connects to the address that it has checked, when the next answer of the name server is another one', async () => {
    const answers = [['8.8.8.8'], ['127.0.0.1']];
    let asked = 0;
    const rebinding: NameResolver = ((...args: Parameters<NameResolver>) => {
      const next = answers[asked++] as string[];
      (answering(next) as (...of: unknown[]) => void)(...args);
    }) as NameResolver;
    const cut = (message: unknown): void => {
      const { socket } = message as { socket: Socket };
      socket.on('connectionAttempt', () => setImmediate(() => socket.destroy()));
    };
    NEW_SOCKETS.subscribe(cut);
    await expect(callOnce('https://rebind.example.com/', options({ resolve: rebinding }))).rejects.toThrow();
    NEW_SOCKETS.unsubscribe(cut);
    expect([attempts, asked]).toEqual([['8.8.8.8'], 1]);
    await expect(callOnce('https://rebind.example.com/', options({ resolve: rebinding }))).rejects.toMatchObject(
      UNSAFE,
    );
    expect([attempts, asked]).toEqual([['8.8.8.8'], 2]);
  });
});

/** A name server that gives these addresses for every name. */
function answering(addresses: readonly string[]): NameResolver {
  const found = addresses.map((address) => ({ address, family: isIP(address.split('%')[0] as string) }));
  return ((_name: string, _options: object, callback: (error: null, found: object[]) => void) =>
    setImmediate(callback, null, found)) as unknown as NameResolver;
}
