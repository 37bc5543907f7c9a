import { HOSTILE_HOSTS } from '../../../test/support/hostile-hosts.js';
import { AllowedHosts } from './allowed-hosts.js';
import { assertCallable } from './callable-address.js';

const NOBODY = new AllowedHosts([]);

describe('assertCallable', () => {
  it.each(HOSTILE_HOSTS)('refuses https://%s/', async (host) => {
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
