import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { MAX_UPLOADS_PER_PROCESS, MAX_UPLOADS_PER_USER, UploadService } from './upload.service.js';

/** Above what Linux gives to any process. */
const DEAD_PID = 2 ** 22 + 1;

describe('unfinished uploads', () => {
  let dataDir: string;
  let uploads: UploadService;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'petbuddy-uploads-'));
    uploads = new UploadService({ dataDir });
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  it('limits the uploads of one user, and lets the next begin when one ends', async () => {
    const first = await uploads.begin('ana');
    for (let count = 1; count < MAX_UPLOADS_PER_USER; count++) await uploads.begin('ana');
    await expect(uploads.begin('ana')).rejects.toMatchObject({ code: 'TOO_MANY_UPLOADS', status: 429 });
    await uploads.begin('bruno');
    await first.end();
    await uploads.begin('ana');
  });

  it('limits the uploads of all users together', async () => {
    for (let count = 0; count < MAX_UPLOADS_PER_PROCESS; count++) await uploads.begin(`user ${count}`);
    await expect(uploads.begin('another')).rejects.toMatchObject({ code: 'TOO_MANY_UPLOADS', status: 429 });
  });

  it('counts uploads that begin at the same time', async () => {
    const tries = Array.from({ length: 3 * MAX_UPLOADS_PER_USER }, () => uploads.begin('ana'));
    const begun = (await Promise.allSettled(tries)).filter(({ status }) => status === 'fulfilled');
    expect(begun).toHaveLength(MAX_UPLOADS_PER_USER);
  });

  it('deletes the file of an upload that ends', async () => {
    const upload = await uploads.begin('ana');
    await writeFile(upload.path, 'half a file');
    await upload.end();
    expect(await readdir(uploads.folder)).toEqual([]);
  });

  it('deletes what a crash left behind, and nothing of processes that run', async () => {
    await (await uploads.begin('ana')).end();
    const put = async (name: string, age = 0): Promise<void> => {
      const path = join(uploads.folder, name);
      await writeFile(path, 'half a file');
      const time = new Date(Date.now() - age);
      await utimes(path, time, time);
    };
    await put(`${hostname()}.${DEAD_PID}.0a.part`);
    await put(`${hostname()}.${process.pid}.0b.part`);
    await put(`${hostname()}.${process.ppid}.0c.part`);
    await put('another-host.1.0d.part');
    await put('another-host.1.0e.part', 2 * 3_600_000);
    await new UploadService({ dataDir }).onModuleInit();
    const left = await readdir(uploads.folder);
    expect(left.sort()).toEqual([`${hostname()}.${process.ppid}.0c.part`, 'another-host.1.0d.part'].sort());
  });
});
