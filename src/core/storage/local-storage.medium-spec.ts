import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { LocalStorage } from './local-storage.js';
import { newStorageKey } from './storage.js';

describe('LocalStorage', () => {
  let folder: string;
  let storage: LocalStorage;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'petbuddy-files-'));
    storage = new LocalStorage(join(folder, 'files'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const key = newStorageKey('0123456789abcdef01234567', 'png');

  it('gives back a file with type and size', async () => {
    await storage.put(key, Buffer.from('picture'), { mime: 'image/png' });
    const file = await storage.open(key);
    expect(file).toMatchObject({ mime: 'image/png', size: 7 });
    expect(file && (await buffer(file.stream)).toString()).toBe('picture');
    await expect(storage.describe(key)).resolves.toBeDefined();
    expect((await stat(join(folder, 'files', key))).mode & 0o777).toBe(0o600);
  });

  it('knows nothing of a file that was deleted, twice', async () => {
    await storage.put(key, Buffer.from('picture'), { mime: 'image/png' });
    await storage.delete(key);
    await storage.delete(key);
    await expect(storage.open(key)).resolves.toBeUndefined();
    await expect(storage.describe(key)).resolves.toBeUndefined();
  });

  it('stores nothing of a file that cannot be read', async () => {
    const missing = { path: join(tmpdir(), 'petbuddy-no-such-file') };
    await expect(storage.put(key, missing, { mime: 'image/png' })).rejects.toThrow('ENOENT');
    await expect(storage.describe(key)).resolves.toBeUndefined();
    const left = await readdir(join(folder, 'files'), { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
  });

  it.each(['../../etc/passwd', '/etc/passwd', 'a/../b.png', 'a//b.png', 'a\0.png', 'a', '.png', 'a/.png', 'a\\b.png'])(
    'refuses the key %j',
    async (bad) => {
      await expect(storage.put(bad, Buffer.from('x'), { mime: 'image/png' })).rejects.toThrow('Not a storage key');
      await expect(storage.open(bad)).rejects.toThrow('Not a storage key');
    },
  );
});
