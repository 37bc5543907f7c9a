import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buffer } from 'node:stream/consumers';
import { type S3Fake, startS3 } from '../../../sandbox/s3.js';
import { LocalStorage } from './local-storage.js';
import { parseS3Address } from './s3-address.js';
import { S3Storage } from './s3-storage.js';
import { type FileOnDisk, newStorageKey, type Storage } from './storage.js';

interface Running {
  storage: Storage;
  close(): Promise<void>;
}

const ACCOUNT = { accessKey: 'key', secretKey: 's3cret/+ =', region: 'sa-east-1', bucket: 'files' };

function addressOf(s3: S3Fake, over: Partial<typeof ACCOUNT> = {}): string {
  const { accessKey, secretKey, region, bucket } = { ...ACCOUNT, ...over };
  return `s3://${accessKey}:${encodeURIComponent(secretKey)}@${s3.host}/${bucket}?region=${region}&tls=off`;
}

async function local(): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'petbuddy-files-'));
  return { storage: new LocalStorage(folder), close: () => rm(folder, { recursive: true, force: true }) };
}

async function s3(): Promise<Running & { fake: S3Fake }> {
  const fake = await startS3(ACCOUNT);
  const storage = new S3Storage(parseS3Address(addressOf(fake)));
  const close = async () => {
    await storage.onModuleDestroy();
    await fake.close();
  };
  return { storage, fake, close };
}

describe.each([
  ['LocalStorage', local],
  ['S3Storage', s3],
])('the contract of storage: %s', (_, start) => {
  let running: Running;
  let storage: Storage;
  let key: string;
  const folders: string[] = [];

  beforeAll(async () => {
    running = await start();
    ({ storage } = running);
  });
  beforeEach(() => {
    key = newStorageKey('0123456789abcdef01234567', 'png');
  });
  afterAll(async () => {
    await running.close();
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
  });

  const onDisk = async (parts: Buffer[]): Promise<FileOnDisk> => {
    const folder = await mkdtemp(join(tmpdir(), 'petbuddy-upload-'));
    folders.push(folder);
    await writeFile(join(folder, 'file'), Buffer.concat(parts));
    return { path: join(folder, 'file') };
  };
  const small = [Buffer.from('pic'), Buffer.from('ture')];
  const large = Array.from({ length: 48 }, (_item, i) => Buffer.alloc(65_536, i));

  it.each([
    ['bytes', small, (parts: Buffer[]) => Buffer.concat(parts)],
    ['nothing', [], (parts: Buffer[]) => Buffer.concat(parts)],
    ['a file', small, onDisk],
    ['a file of 3 MB', large, onDisk],
  ] as const)('gives back %s with type and size', async (_name, parts, content) => {
    const expected = Buffer.concat(parts);
    await storage.put(key, await content([...parts]), { mime: 'image/png' });
    const file = await storage.open(key);
    expect(file).toMatchObject({ mime: 'image/png', size: expected.length });
    expect((await buffer(file!.stream)).equals(expected)).toBe(true);
    await expect(storage.describe(key)).resolves.toEqual({ mime: 'image/png', size: expected.length });
  });

  it.each([
    [0, 0, 'p'],
    [1, 3, 'ict'],
    [3, 6, 'ture'],
  ])('gives back the bytes %d to %d alone', async (start, end, expected) => {
    await storage.put(key, Buffer.from('picture'), { mime: 'image/png' });
    const file = await storage.open(key, { start, end });
    expect(file).toMatchObject({ mime: 'image/png', size: expected.length });
    expect(String(await buffer(file!.stream))).toBe(expected);
  });

  it('knows nothing of a file that never was or was deleted, twice', async () => {
    await expect(storage.open(key)).resolves.toBeUndefined();
    await expect(storage.describe(key)).resolves.toBeUndefined();
    await storage.put(key, Buffer.from('picture'), { mime: 'image/png' });
    await storage.delete(key);
    await storage.delete(key);
    await expect(storage.open(key)).resolves.toBeUndefined();
  });

  it('stores nothing of a file that cannot be read', async () => {
    const missing = { path: join(tmpdir(), 'petbuddy-no-such-file') };
    await expect(storage.put(key, missing, { mime: 'image/png' })).rejects.toThrow('ENOENT');
    await expect(storage.describe(key)).resolves.toBeUndefined();
  });

  it('keeps many files apart that come at once', async () => {
    const keys = Array.from({ length: 20 }, () => newStorageKey('0123456789abcdef01234567', 'txt'));
    await Promise.all(keys.map((each) => storage.put(each, Buffer.from(each), { mime: 'text/plain' })));
    const read = await Promise.all(
      keys.map(async (each) => (await buffer((await storage.open(each))!.stream)).toString()),
    );
    expect(read).toEqual(keys);
  });

  it.each(['../../etc/passwd', '/etc/passwd', 'a/../b.png', 'a\\b.png', ''])('refuses the key %j', async (bad) => {
    for (const attempt of [
      () => storage.put(bad, Buffer.from('x'), { mime: 'image/png' }),
      () => storage.open(bad),
      () => storage.describe(bad),
      () => storage.delete(bad),
    ]) {
      await expect(attempt()).rejects.toThrow('Not a storage key');
    }
  });
});

describe('S3Storage', () => {
  let running: Awaited<ReturnType<typeof s3>>;
  const key = newStorageKey('0123456789abcdef01234567', 'png');

  beforeAll(async () => {
    running = await s3();
  });
  afterAll(() => running.close());

  const put = async (over: Partial<typeof ACCOUNT>): Promise<void> => {
    const storage = new S3Storage(parseS3Address(addressOf(running.fake, over)));
    try {
      await storage.put(key, Buffer.from('x'), { mime: 'image/png' });
    } finally {
      await storage.onModuleDestroy();
    }
  };

  it.each([
    ['a wrong secret', { secretKey: 'other' }, 'SignatureDoesNotMatch'],
    ['a wrong key', { accessKey: 'nobody' }, 'InvalidAccessKeyId'],
    ['a wrong region', { region: 'eu-west-1' }, 'AuthorizationHeaderMalformed'],
    ['a wrong bucket', { bucket: 'other-files' }, 'NoSuchBucket'],
  ])('is refused with %s', async (_, over, code) => {
    await expect(put(over)).rejects.toMatchObject({ name: code });
    expect(running.fake.objects.size).toBe(0);
  });

  it('does not take a missing bucket for a missing file', async () => {
    const storage = new S3Storage(parseS3Address(addressOf(running.fake, { bucket: 'other-files' })));
    await expect(storage.open(key)).rejects.toMatchObject({ name: 'NoSuchBucket' });
    await storage.onModuleDestroy();
  });

  it.each([
    ['bytes', Buffer.from('x')],
    ['a file', { path: fileURLToPath(import.meta.url) }],
  ])('sends %s again when the bucket asks to slow down', async (_, content) => {
    running.fake.calls.length = 0;
    running.fake.slowDownOnce();
    await running.storage.put(key, content, { mime: 'image/png' });
    expect(running.fake.calls).toEqual([`PUT ${key}`]);
  });
});

describe('parseS3Address', () => {
  it('reads everything, escaped characters too', () => {
    expect(parseS3Address('s3://a%2Fb:c%3Ad@s3.example.com:9000/my-files?region=eu-west-1')).toEqual({
      endpoint: 'https://s3.example.com:9000',
      bucket: 'my-files',
      region: 'eu-west-1',
      accessKey: 'a/b',
      secretKey: 'c:d',
    });
  });

  it.each([
    '',
    'https://a:b@h/files',
    's3://h/files',
    's3://a:hidden@h',
    's3://a:hidden@h/x/y',
    's3://a:hidden@h/files?tls=no',
  ])('refuses %j without repeating it', (url) => {
    expect(() => parseS3Address(url)).toThrow(/^STORAGE_URL must look like/);
    expect(() => parseS3Address(url)).not.toThrow(/hidden/);
  });
});
