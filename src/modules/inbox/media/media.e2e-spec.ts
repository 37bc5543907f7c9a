import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { getModelToken } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import request from 'supertest';
import {
  instagramStoryMention,
  messengerAttachments,
  whatsappMedia,
  type WebhookEvent,
} from '../../../../sandbox/events/index.js';
import { EXE_BYTES, MEDIA_FILES } from '../../../../sandbox/media-files.js';
import { type RegisteredCompany } from '../../../../test/builders/accounts.js';
import { companyWithChannels, type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { EventBus } from '../../../core/events/index.js';
import { InlineJobs, Jobs } from '../../../core/jobs/index.js';
import { UrlSigner, Storage, UploadService } from '../../../core/storage/index.js';
import type { Attachment, Message } from '../message-log/schemas/message.schema.js';
import { FetchMessageFiles, SweepPendingFiles } from './media.jobs.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const bytesOf = (name: string): Buffer => MEDIA_FILES.find((file) => file.name === name)!.bytes;

describe('media', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let jobs: InlineJobs;
  let messages: Model<Message>;
  let companyId: Types.ObjectId;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox);
    companyId = new Types.ObjectId(company.company._id);
    jobs = inbox.app.app.get<InlineJobs>(Jobs, { strict: false });
    messages = inbox.app.app.get<Model<Message>>(getModelToken('Message'), { strict: false });
    // The failures of this suite are meant.
    Logger.overrideLogger(false);
  });
  afterEach(() => inbox.sandbox.reset());
  afterAll(() => inbox.close());

  const api = (method: 'get' | 'post', path: string): request.Test =>
    request(inbox.app.url)[method](`/api/v1${path}`).set(company.auth);
  const stored = async (event: WebhookEvent): Promise<Message> => {
    const message = await messages.findOne({ company_id: companyId, external_id: event.creates }).lean();
    return message as Message;
  };
  /** Resolves when a message is stored; what the product does on that has been asked for by then. */
  const nextStored = (): Promise<void> =>
    new Promise((resolve) => {
      const stop = inbox.app.app.get(EventBus).on('message.published', () => {
        stop();
        resolve();
      });
    });
  /** Delivers an event and runs the jobs it causes; `retries` also those that wait for another try. */
  const receive = async (event: WebhookEvent, { retries = false } = {}): Promise<Attachment> => {
    const isStored = nextStored();
    const [report] = await inbox.sandbox.webhooks.send(event);
    expect(report!.ok).toBe(true);
    await isStored;
    await jobs.drain({ includeDelayed: retries });
    return (await stored(event)).attachments[0]!;
  };
  const picture = (url: string, customerId: string, type = 'image'): WebhookEvent =>
    messengerAttachments({ customerId, attachments: [{ type, url }] });
  const cdn = (name: string): string => `${inbox.sandbox.url}/cdn/${name}`;
  const download = (url: string): request.Test => request(inbox.app.url).get(new URL(url, inbox.app.url).pathname);
  /** Where the inbox is told that the file of a message is. */
  const shownUrl = async (event: WebhookEvent): Promise<string> => {
    const { _id } = await stored(event);
    const { body } = await api('get', `/messages/${_id.toHexString()}`).expect(200);
    return body.attachments[0].url;
  };
  const lifeOf = (url: string): number => Number(url.split('.').at(-2)) - Date.now();

  it('keeps its own copy of a picture and serves it by a signed address', async () => {
    const event = picture(cdn('paw-green.png'), 'p1');
    const attachment = await receive(event);
    const bytes = bytesOf('paw-green.png');
    expect(attachment).toMatchObject({ state: 'stored', mime_type: 'image/png', size: bytes.length, url: '' });
    expect(attachment.source).toBeUndefined();
    const url = await shownUrl(event);
    expect(lifeOf(url)).toBeGreaterThan(23 * HOUR_MS);
    expect(lifeOf(url)).toBeLessThanOrEqual(25 * HOUR_MS);
    const { status, headers, body } = await download(url);
    expect([status, headers['content-type'], headers['content-disposition']]).toEqual([200, 'image/png', 'inline']);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain('sandbox');
    expect(Buffer.compare(body as Buffer, bytes)).toBe(0);
  });

  it('fetches WhatsApp files by their id with the token of the channel', async () => {
    const name = 'vaccination.pdf';
    const event = whatsappMedia({
      customerId: '5511977776666',
      type: 'document',
      mediaId: name,
      mimeType: 'application/pdf',
      filename: name,
    });
    const attachment = await receive(event);
    expect(attachment).toMatchObject({ state: 'stored', mime_type: 'application/pdf', file_description: name, name });
    const { headers } = await download(await shownUrl(event));
    expect(headers['content-disposition']).toBe('attachment');
    const [call] = inbox.sandbox.ledger.entries({ kind: 'media.download', id: 'vaccination.pdf' });
    expect(call!.data).toMatchObject({ authorised: true });
  });

  it('takes a voice note and the picture of a story', async () => {
    const customerId = '5511977776667';
    const voice = whatsappMedia({ customerId, type: 'audio', mediaId: 'voice.ogg', mimeType: 'audio/ogg' });
    expect(await receive(voice)).toMatchObject({
      state: 'stored',
      mime_type: expect.stringMatching(/^audio\/ogg/),
      duration_sec: 3,
      has_playable_copy: true,
    });
    const story = instagramStoryMention({ customerId: 'ig-story', url: cdn('story.png') });
    expect(await receive(story)).toMatchObject({ state: 'stored', type: 'story' });
  });

  it('fetches one file once, however often its job runs, into the folder that each start clears', async () => {
    const put = jest.spyOn(inbox.app.app.get<Storage>(Storage), 'put');
    const event = picture(cdn('pixel.png'), 'p-once');
    const attachment = await receive(event);
    const { folder } = inbox.app.app.get(UploadService);
    // The picture of the customer is stored without a file of its own.
    expect(put.mock.calls.flatMap(([, file]) => ('path' in file ? dirname(file.path) : []))).toEqual([folder]);
    expect(readdirSync(folder)).toEqual([]);
    const message = await stored(event);
    const before = inbox.sandbox.ledger.entries({ kind: 'media.download' }).length;
    await jobs.enqueue(FetchMessageFiles, { companyId: company.company._id, messageId: message._id.toHexString() });
    await jobs.drain();
    expect((await stored(event)).attachments[0]).toEqual(attachment);
    expect(inbox.sandbox.ledger.entries({ kind: 'media.download' })).toHaveLength(before);
  });

  it('tries again while the provider is busy', async () => {
    inbox.sandbox.state.media.faults['photo.jpg'] = { fail_503: 2 };
    expect(await receive(picture(cdn('photo.jpg'), 'p-busy'))).toMatchObject({ state: 'pending' });
    await jobs.drain({ includeDelayed: true });
    const { items } = (await api('get', '/conversations').expect(200)).body;
    expect(items.length).toBeGreaterThan(0);
    const found = await messages.findOne({ company_id: companyId, 'attachments.mime_type': 'image/jpeg' }).lean();
    expect(found?.attachments[0]).toMatchObject({ state: 'stored' });
  });

  it('gives up after the last try', async () => {
    inbox.sandbox.state.media.faults['photo.jpg'] = { fail_503: 100 };
    const attachment = await receive(picture(cdn('photo.jpg'), 'p-down'), { retries: true });
    expect(attachment).toMatchObject({ state: 'failed', url: '' });
  });

  it.each([
    ['a program that is called a picture', { content: 'exe' as const }, 'failed'],
    ['a picture of 120 MB', { content: 'huge' as const }, 'failed'],
  ])('does not keep %s', async (_, fault, state) => {
    inbox.sandbox.state.media.faults['pixel.png'] = fault;
    const event = picture(cdn('pixel.png'), `p-${fault.content}`);
    expect(await receive(event)).toMatchObject({ state, url: '' });
    const name = (await stored(event))._id.toHexString();
    const files = readdirSync(join(inbox.app.config.dataDir, 'files'), { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => file.includes(name))).toEqual([]);
  });

  it.each([
    ['a pdf called a picture', 'vaccination.pdf', 'image', 'failed'],
    ['a picture called a video', 'pixel.png', 'video', 'failed'],
    ['a file that is gone', 'no-such-file', 'image', 'expired'],
  ])('answers %s', async (_, name, type, state) => {
    expect(await receive(picture(cdn(name), `p-${type}-${name}`, type))).toMatchObject({ state });
  });

  it.each(['http://169.254.169.254/latest/meta-data/', 'https://10.0.0.1/a.png', 'http://[::ffff:10.0.0.1]/'])(
    'never asks %s',
    async (url) => {
      expect(await receive(picture(url, `p-${url}`))).toMatchObject({ state: 'failed' });
    },
  );

  it('finds files whose job was lost, and gives up on those of yesterday', async () => {
    const events = [picture(cdn('no-such-file'), 'p-lost'), picture(cdn('no-such-file'), 'p-old')];
    for (const event of events) await receive(event);
    const ages = [DAY_MS / 2, DAY_MS * 2];
    for (const [index, event] of events.entries()) {
      const created_at = new Date(Date.now() - ages[index]!);
      const source = { url: cdn('pixel.png') };
      await messages.collection.updateOne(
        { company_id: companyId, external_id: event.creates },
        { $set: { created_at, 'attachments.0.state': 'pending', 'attachments.0.source': source } },
      );
    }
    await jobs.enqueue(SweepPendingFiles, {});
    await jobs.drain();
    const states = await Promise.all(events.map(async (event) => (await stored(event)).attachments[0]!.state));
    expect(states).toEqual(['stored', 'expired']);
  });

  describe('upload', () => {
    const upload = (bytes: Buffer, filename: string): request.Test =>
      api('post', '/media').attach('file', bytes, filename);

    it.each([
      ['paw-orange.png', 'image', 'image/png'],
      ['photo.jpg', 'image', 'image/jpeg'],
      ['vaccination.pdf', 'file', 'application/pdf'],
      ['voice.ogg', 'audio', expect.stringMatching(/^audio\/ogg/)],
    ])('takes %s as %s', async (name, type, mime_type) => {
      const { body } = await upload(bytesOf(name), 'whatever.bin').expect(201);
      expect(body).toMatchObject({ type, mime_type, size: bytesOf(name).length });
      expect(URL.canParse(body.url as string)).toBe(true);
      const answer = await download(body.url as string).buffer(true);
      expect(answer.status).toBe(200);
      expect(answer.headers['content-length']).toBe(String(bytesOf(name).length));
    });

    it('refuses programs, whatever their name, and pictures over 8 MB', async () => {
      const program = await upload(EXE_BYTES, 'holiday.png');
      expect([program.status, program.body.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
      const large = await upload(Buffer.concat([bytesOf('pixel.png'), Buffer.alloc(8 * 1024 * 1024)]), 'a.png');
      expect([large.status, large.body.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
      const missing = await api('post', '/media');
      expect([missing.status, missing.body.code]).toEqual([400, 'VALIDATION_ERROR']);
      await request(inbox.app.url).post('/api/v1/media').attach('file', bytesOf('pixel.png'), 'a.png').expect(401);
    });

    it('stops at 25 MB', async () => {
      const { status, body } = await upload(Buffer.alloc(25 * 1024 * 1024 + 1), 'a.bin');
      expect([status, body.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    });
  });

  it('sends an uploaded file by an address of its own, and keeps only its place', async () => {
    const event = picture(cdn('pixel.png'), 'p-sent-to');
    await receive(event);
    const { contact_id } = await stored(event);
    const { body: file } = await api('post', '/media').attach('file', bytesOf('photo.jpg'), 'a.jpg').expect(201);
    const content = { contact_id, role: 'operator', direction: 'outbound', platform: 'facebook' };
    const attachments = [{ type: 'image', url: file.url }];
    const { body } = await api('post', '/messages')
      .send({ ...content, attachments })
      .expect(201);
    expect(body.forwarding).toEqual({ status: 'success' });
    const message = await messages.findOne({ company_id: companyId, _id: body.messageData._id }).lean();
    expect(message?.attachments[0]).toMatchObject({
      url: '',
      storage_key: expect.stringContaining(companyId.toHexString()),
    });
    const [sent] = inbox.sandbox.ledger.entries({ kind: 'graph.message' });
    const url = /http[^"]*\/api\/v1\/media\/files\/[^"]*/.exec(JSON.stringify(sent))?.[0] ?? '';
    expect(lifeOf(url)).toBeGreaterThan(6 * DAY_MS);
    for (const address of [url, body.messageData.attachments[0].url]) await download(address).expect(200);
  });

  it('keeps the address of a file of another company as it was given', async () => {
    const urls = inbox.app.app.get(UrlSigner, { strict: false });
    const url = `https://elsewhere.example${urls.sign('0123456789abcdef01234567/2026/01/theirs.png', HOUR_MS)}`;
    const event = picture(cdn('pixel.png'), 'p-foreign');
    await receive(event);
    const { contact_id } = await stored(event);
    const content = { contact_id, role: 'assistant', direction: 'outbound', platform: 'facebook' };
    const { body } = await api('post', '/messages')
      .send({ ...content, attachments: [{ type: 'image', url }] })
      .expect(201);
    expect(body.messageData.attachments[0].url).toBe(url);
  });
});
