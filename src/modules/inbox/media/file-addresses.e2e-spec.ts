import { readdir, writeFile } from 'node:fs/promises';
import http, { type ClientRequest } from 'node:http';
import { join } from 'node:path';
import { getModelToken } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import request from 'supertest';
import { MEDIA_FILES } from '../../../../sandbox/media-files.js';
import { aStaffMember, type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import { aContact } from '../../../../test/builders/contacts.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import { UrlSigner } from '../../../core/storage/index.js';
import { MAX_UPLOADS_PER_USER } from '../../../core/storage/upload.service.js';
import { FileToCheck } from '../message-log/schemas/file-to-check.schema.js';

const HOUR_MS = 3_600_000;
const bytesOf = (name: string): Buffer => MEDIA_FILES.find((file) => file.name === name)!.bytes;

describe('addresses of files', () => {
  let app: TestApp;
  let company: RegisteredCompany;

  beforeAll(async () => {
    app = await startTestApp({ FRONTEND_URL: 'https://petbuddy.example' });
    company = await registerCompany(app);
  });
  afterAll(() => app.close());

  const upload = async (name: string): Promise<string> => {
    const { body } = await request(app.url)
      .post('/api/v1/media')
      .set(company.auth)
      .attach('file', bytesOf(name), name)
      .expect(201);
    return body.url;
  };
  const filesOnDisk = (): Promise<string[]> => readdir(join(app.config.dataDir, 'uploads'));
  const download = (url: string): request.Test => request(app.url).get(new URL(url).pathname);

  describe('a file in parts', () => {
    const VOICE = bytesOf('voice.ogg');
    const SIZE = VOICE.length;
    let url: string;

    beforeAll(async () => {
      url = await upload('voice.ogg');
    });
    const part = (range: string, more: Record<string, string> = {}): request.Test =>
      download(url)
        .set({ range, ...more })
        .buffer(true)
        .parse((answer, done) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
        });

    it.each([
      ['bytes=0-9', 0, 9],
      ['bytes=5-', 5, SIZE - 1],
      ['bytes=-4', SIZE - 4, SIZE - 1],
      [`bytes=3-${SIZE * 2}`, 3, SIZE - 1],
    ])('gives %s alone', async (range, start, end) => {
      const { status, headers, body } = await part(range);
      expect([status, headers['content-range']]).toEqual([206, `bytes ${start}-${end}/${SIZE}`]);
      expect([headers['content-length'], headers['accept-ranges']]).toEqual([String(end - start + 1), 'bytes']);
      expect((body as Buffer).equals(VOICE.subarray(start, end + 1))).toBe(true);
    });

    it.each([
      ['bytes=0-1,4-5', {}],
      ['lines=1-2', {}],
      ['bytes=0-1', { 'if-range': '"some-version"' }],
    ])('gives all for %s', async (range, more) => {
      const { status, headers, body } = await part(range, more);
      expect([status, headers['content-range'], (body as Buffer).length]).toEqual([200, undefined, SIZE]);
    });

    it('says how long the file is to who asks beyond its end', async () => {
      const { status, headers } = await part(`bytes=${SIZE}-`);
      expect([status, headers['content-range']]).toEqual([416, `bytes */${SIZE}`]);
    });

    it('says no more of a forged address than without parts', async () => {
      await request(app.url).get('/api/v1/media/files/x.1.y').set('range', 'bytes=0-1').expect(404);
    });
  });

  it('of ours in a message says its kind and size, however often the message is posted', async () => {
    const { _id: contact_id } = await aContact(app, company);
    const attachments = [{ type: 'image', url: await upload('pixel.png') }];
    const message = {
      contact_id,
      role: 'operator',
      platform: 'web',
      direction: 'outbound',
      client_id: 'posted-twice',
      attachments,
    };
    const post = () => request(app.url).post('/api/v1/messages').set(company.auth).send(message).expect(201);
    const [first, again] = [await post(), await post()];
    expect(first.body.messageData.attachments).toMatchObject([
      { type: 'image', mime_type: 'image/png', size: bytesOf('pixel.png').length },
    ]);
    expect(again.body.messageData._id).toBe(first.body.messageData._id);
  });

  it('opens no forged, expired or orphaned address', async () => {
    const [key = '', expiry = '', mac = ''] = new URL(await upload('pixel.png')).pathname.split('/').at(-1)!.split('.');
    const urls = app.app.get(UrlSigner, { strict: false });
    const orphan = urls.sign(`${company.company._id}/2026/01/nothing.png`, 60_000).split('/').at(-1)!;
    const ended = urls.sign(`${company.company._id}/2026/01/nothing.png`, -HOUR_MS).split('/').at(-1)!;
    const tokens = [
      `${key}.${Number(expiry) + 1}.${mac}`,
      `${key}.${expiry}.${mac.slice(1)}A`,
      key,
      'x',
      orphan,
      ended,
    ];
    for (const token of tokens) {
      const answer = await request(app.url).get(`/api/v1/media/files/${token}`);
      expect([token, answer.status, answer.body.code]).toEqual([token, 404, 'NOT_FOUND']);
    }
  });

  describe('uploads that are not finished', () => {
    /** Begins an upload whose file never ends. */
    const begin = (auth: Record<string, string>): ClientRequest => {
      const headers = { ...auth, 'content-type': 'multipart/form-data; boundary=b', 'content-length': 20_000_000 };
      const sent = http.request(`${app.url}/api/v1/media`, { method: 'POST', headers });
      sent.on('error', () => undefined);
      sent.write('--b\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\nhalf a file');
      return sent;
    };
    const untilOnDisk = async (count: number): Promise<void> => {
      while ((await filesOnDisk()).length !== count) await new Promise((resolve) => setTimeout(resolve, 10));
    };

    it('are limited per user, do not hinder others, and leave nothing when they are broken off', async () => {
      await upload('pixel.png');
      const colleague = await aStaffMember(app, company);
      const open = Array.from({ length: MAX_UPLOADS_PER_USER }, () => begin(company.auth));
      await untilOnDisk(MAX_UPLOADS_PER_USER);
      const post = (auth: Record<string, string>): request.Test =>
        request(app.url).post('/api/v1/media').set(auth).attach('file', bytesOf('pixel.png'), 'pixel.png');
      const { body } = await post(company.auth).expect(429);
      expect(body).toMatchObject({ code: 'TOO_MANY_UPLOADS' });
      await post(colleague.auth).expect(201);
      for (const each of open) each.destroy();
      await untilOnDisk(0);
      await post(company.auth).expect(201);
    });

    it('leave nothing on the disk when they are refused', async () => {
      const tooLarge = Buffer.alloc(26 * 1024 * 1024);
      await request(app.url).post('/api/v1/media').set(company.auth).attach('file', tooLarge, 'large').expect(413);
      await request(app.url).post('/api/v1/media').set(company.auth).attach('other', Buffer.from('x'), 'x').expect(400);
      expect(await filesOnDisk()).toEqual([]);
    });
  });

  describe('an upload in a message', () => {
    const attach = async (name: string, as: string): Promise<Record<string, unknown>> =>
      (await request(app.url).post('/api/v1/media').set(company.auth).attach('file', bytesOf(name), as).expect(201))
        .body;
    const sent = async ({ url, type }: Record<string, unknown>): Promise<Record<string, unknown>> => {
      const { _id: contact_id } = await aContact(app, company);
      const message = { contact_id, role: 'operator', direction: 'outbound', platform: 'web' };
      const { body } = await request(app.url)
        .post('/api/v1/messages')
        .set(company.auth)
        .send({ ...message, attachments: [{ type, url }] })
        .expect(201);
      return body.messageData.attachments[0] as Record<string, unknown>;
    };

    it('keeps its name and the size of its picture', async () => {
      const picture = { name: 'Luna é linda.png', width: 240, height: 240, duration_sec: null };
      const uploaded = await attach('paw-green.png', picture.name);
      expect(uploaded).toMatchObject(picture);
      expect(await sent(uploaded)).toMatchObject({ ...picture, playable_url: null });
    });

    it('has a second copy of a voice note, which every player plays', async () => {
      const voice = { name: 'voice.ogg', width: null, height: null, duration_sec: 3 };
      const uploaded = await attach('voice.ogg', 'C:\\notes\\voice.ogg');
      expect(uploaded).toMatchObject(voice);
      const attachment = await sent(uploaded);
      expect(attachment).toMatchObject(voice);
      const copy = new URL(String(attachment['playable_url']), app.url);
      const { headers, body } = await request(app.url).get(copy.pathname).buffer(true).expect(200);
      expect(headers['content-type']).toBe('audio/mp4');
      expect((body as Buffer).subarray(4, 8).toString()).toBe('ftyp');
    });

    it('keeps a broken voice note without a copy, and nothing in the folder of uploads', async () => {
      const broken = bytesOf('voice.ogg').subarray(0, 60);
      const { body } = await request(app.url)
        .post('/api/v1/media')
        .set(company.auth)
        .attach('file', broken, 'voice.ogg')
        .expect(201);
      expect(await sent(body)).toMatchObject({ type: 'audio', playable_url: null });
      expect(await filesOnDisk()).toEqual([]);
    });

    it('is registered for deletion before any of its files is stored', async () => {
      const other = await registerCompany(app);
      // A file in the place of the folder, so that nothing can be stored.
      await writeFile(join(app.config.dataDir, 'files', other.company._id), '');
      const attached = request(app.url).post('/api/v1/media').set(other.auth);
      await attached.attach('file', bytesOf('voice.ogg'), 'voice.ogg').expect(500);
      const expected = app.app.get<Model<FileToCheck>>(getModelToken(FileToCheck.name), { strict: false });
      expect(await expected.countDocuments({ company_id: new Types.ObjectId(other.company._id) })).toBe(1);
    });
  });
});
