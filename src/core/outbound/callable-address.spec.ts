import { AllowedHosts } from './allowed-hosts.js';
import { assertCallable } from './callable-address.js';

const NOBODY = new AllowedHosts([]);

/** Spellings of private addresses: decimal, octal, hexadecimal, short, mapped, encoded, with other digits and dots. */
const PRIVATE = [
  ...['127.0.0.1', '127.1', '127.0.1', '2130706433', '0x7f000001', '0x7f.0.0.1', '0x7f.1', '0177.0.0.1', '0177.1'],
  ...['017700000001', '127.0.0.1.', '%31%32%37.0.0.1', '127%2e0.0.1', '①②⑦.0.0.1', '１２７.０.０.１', '127。0。0。1'],
  ...['127．0．0．1', '0', '0.0.0.0', '00.00.00.00', '0x0', '[::]', '[::1]', '[0:0:0:0:0:0:0:1]', '[0000::0001]'],
  ...['[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::ffff:0:127.0.0.1]', '[::127.0.0.1]', '[64:ff9b::127.0.0.1]'],
  ...['[64:ff9b:1::a00:1]', '[2002:7f00:1::]', '[2002:a9fe:a9fe::]', '[2001::1]', '[2001:db8::1]', '[100::1]'],
  ...['10.0.0.1', '10.1', '167772161', '0xa.0.0.1', '012.0.0.1', '[::ffff:10.0.0.1]', '172.16.0.1', '172.31.255.255'],
  ...['0xac100001', '192.168.0.1', '192.168.1', '3232235521', '0xc0.0xa8.0.1', '0300.0250.0.1'],
  ...['[::ffff:192.168.0.1]', '169.254.169.254', '2852039166', '0xa9fea9fe', '0251.0376.0251.0376'],
  ...['[::ffff:a9fe:a9fe]', '[fe80::1]', '[fc00::1]', '[fd00:ec2::254]', '[ff02::1]', '100.64.0.1', '100.127.255.254'],
  ...['198.18.0.1', '192.0.0.8', '192.0.2.1', '224.0.0.1', '240.0.0.1', '255.255.255.255', 'localhost', 'LOCALHOST.'],
  // IPv6 zone ids, hex and octal digits, and a user name that looks like a public host.
  ...['[fe80::1%25eth0]', '[::1%25lo]', '0x7f.000.0.0x1', '0251.0xfe.43518', '0xa9.254.0251.254', '8.8.8.8@127.0.0.1'],
  ...['hooks.example.com:secret@10.0.0.1', '169.254.170.2', '100.100.100.200', '192.0.0.192', '[fd20:ce::254]'],
  ...['[64:ff9b::a9fe:a9fe]', '[::a9fe:a9fe]', '[::ffff:0:a9fe:a9fe]', '１６９.２５４.１６９.２５４', 'ⓛⓞⓒⓐⓛⓗⓞⓢⓣ'],
  ...['metadata.localhost', 'xn--.127.0.0.1'],
];

describe('assertCallable', () => {
  it('knows at least 64 spellings of private addresses', () => {
    expect(new Set(PRIVATE).size).toBeGreaterThanOrEqual(64);
  });

  it.each(PRIVATE)('refuses https://%s/', async (host) => {
    await expect(assertCallable(`https://${host}/hook`, NOBODY)).rejects.toMatchObject({ name: 'UnsafeUrlError' });
  });

  it.each([
    ...['http://8.8.8.8/', 'https://8.8.8.8:8443/', 'https://user:password@8.8.8.8/', 'ftp://8.8.8.8/'],
    ...['file:///etc/passwd', 'javascript:alert(1)', 'https://', 'not an address'],
  ])('refuses %s', async (address) => {
    await expect(assertCallable(address, NOBODY)).rejects.toMatchObject({ name: 'UnsafeUrlError' });
  });

  it('accepts a public host, and a name that does not exist yet', async () => {
    expect((await assertCallable('https://8.8.8.8/hook', NOBODY)).href).toBe('https://8.8.8.8/hook');
    await assertCallable('https://no-such-host.invalid/hook', NOBODY);
  });

  it('accepts exactly the hosts and ports that the operator allows', async () => {
    const allowed = new AllowedHosts(['10.0.0.5:5678', 'n8n.internal:443', '127.0.0.1:80']);
    for (const address of [
      'http://10.0.0.5:5678/x',
      'https://n8n.internal/x',
      'https://N8N.internal/',
      'http://127.1/',
    ])
      await assertCallable(address, allowed);
    for (const address of ['http://10.0.0.5/', 'https://10.0.0.5/', 'http://n8n.internal/', 'http://10.0.0.6:5678/'])
      await expect(assertCallable(address, allowed)).rejects.toMatchObject({ name: 'UnsafeUrlError' });
    await expect(assertCallable('ftp://10.0.0.5:5678/', allowed)).rejects.toMatchObject({ name: 'UnsafeUrlError' });
  });
});
