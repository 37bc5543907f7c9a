import { getModelToken } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import request from 'supertest';
import { messengerAttachments, messengerDeleted, type WebhookEvent } from '../../../../sandbox/events/index.js';
import { MEDIA_FILES } from '../../../../sandbox/media-files.js';
import type { RegisteredCompany } from '../../../../test/builders/accounts.js';
import { companyWithChannels, type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { InlineJobs, Jobs } from '../../../core/jobs/index.js';
import { newStorageKey, UrlSigner, Storage } from '../../../core/storage/index.js';
import { InboundDrain } from '../inbound-events/drain/inbound-drain.js';
import { playableKeyOf } from './playable-key.js';
import type { Attachment, Message } from './schemas/message.schema.js';
import { FileToCheck } from './schemas/file-to-check.schema.js';
import { UnusedFiles } from './unused-files.js';

const HOUR_MS = 3_600_000;

describe('files without a message', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let company_id: Types.ObjectId;
  let jobs: InlineJobs;
  let messages: Model<Message>;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox, ['facebook']);
    company_id = new Types.ObjectId(company.company._id);
    jobs = inbox.app.app.get<InlineJobs>(Jobs, { strict: false });
    messages = inbox.app.app.get<Model<Message>>(getModelToken('Message'), { strict: false });
  });
  afterAll(() => inbox.close());

  const stored = ({ creates }: WebhookEvent): Promise<Message | null> =>
    messages.findOne({ company_id, external_id: creates }).lean<Message>().exec();

  const deliver = async (event: WebhookEvent): Promise<void> => {
    const [report] = await inbox.sandbox.webhooks.send(event);
    expect(report?.ok).toBe(true);
    await inbox.app.app.get(InboundDrain, { strict: false }).idle();
    await jobs.drain();
  };

  /** A picture from a customer, and our copy of it. */
  async function receive(customerId: string): Promise<{ event: WebhookEvent; message: Message; file: Attachment }> {
    const url = `${inbox.sandbox.url}/cdn/pixel.png`;
    const event = messengerAttachments({ customerId, attachments: [{ type: 'image', url }] });
    await deliver(event);
    const message = (await stored(event)) as Message;
    return { event, message, file: message.attachments[0] as Attachment };
  }

  const statusOf = async ({ storage_key }: Attachment): Promise<number> => {
    const address = inbox.app.app.get(UrlSigner, { strict: false }).sign(String(storage_key), HOUR_MS);
    return (await request(inbox.app.url).get(address)).status;
  };

  /** As if the files were due, and then the sweep came. */
  const sweepLater = async (): Promise<void> => {
    const unused = inbox.app.app.get<Model<FileToCheck>>(getModelToken(FileToCheck.name), { strict: false });
    await unused.updateMany({ company_id }, { $set: { due_at: new Date(0) } });
    await inbox.app.app.get(UnusedFiles, { strict: false }).sweep();
  };

  const upload = async (): Promise<{ url: string; path: string }> => {
    const sent = request(inbox.app.url).post('/api/v1/media').set(company.auth);
    const { body } = await sent.attach('file', Buffer.from('some text'), 'a.txt').expect(201);
    return { url: body.url, path: new URL(body.url as string).pathname };
  };

  it('go two days after they were uploaded, unless a message was sent with them', async () => {
    const { message } = await receive('7704');
    const [sent, unsent] = [await upload(), await upload()];
    const reply = {
      contact_id: message.contact_id,
      role: 'operator',
      direction: 'outbound',
      platform: 'facebook',
      attachments: [{ type: 'file', url: sent.url }],
    };
    await request(inbox.app.url).post('/api/v1/messages').set(company.auth).send(reply).expect(201);
    await sweepLater();
    const statuses = [sent, unsent].map(async ({ path }) => (await request(inbox.app.url).get(path)).status);
    expect(await Promise.all(statuses)).toEqual([200, 404]);
  });

  it('go with a contact that has 200 of them', async () => {
    const { message, file } = await receive('7705');
    const storage = inbox.app.app.get(Storage, { strict: false });
    const files = Array.from({ length: 200 }, () => ({
      ...file,
      storage_key: newStorageKey(String(company_id), 'png'),
    }));
    await Promise.all(
      files.map(({ storage_key }) => storage.put(storage_key, Buffer.from('x'), { mime: 'image/png' })),
    );
    const copies = files.map((attachment, index) => ({
      ...message,
      _id: new Types.ObjectId(),
      seq: 1_000 + index,
      external_id: `copy-${index}`,
      attachments: [attachment],
    }));
    await messages.insertMany(copies);
    const contact = `${inbox.app.url}/api/v1/contacts/${message.contact_id.toHexString()}`;
    await request(contact).delete('').set(company.auth).expect(204);
    await sweepLater();
    const left = await Promise.all(files.map(({ storage_key }) => storage.describe(storage_key)));
    expect(left.filter(Boolean)).toEqual([]);
  });

  it('go some time after the customer unsent the message', async () => {
    const { event, file } = await receive('7701');
    await deliver(messengerDeleted({ customerId: '7701', mid: String(event.creates) }));
    expect((await stored(event))?.attachments).toEqual([]);
    expect(await statusOf(file)).toBe(200);
    await sweepLater();
    expect(await statusOf(file)).toBe(404);
  });

  it('go with their contact, but not while another message has them', async () => {
    const { event, message, file } = await receive('7702');
    const other = await receive('7703');
    const { file: shared } = other;
    await messages.updateOne({ company_id, _id: message._id }, { $set: { attachments: [file, shared] } });
    const contact = `${inbox.app.url}/api/v1/contacts/${message.contact_id.toHexString()}`;
    await request(contact).delete('').set(company.auth).expect(204);
    await sweepLater();
    expect(await stored(event)).toBeNull();
    expect([await statusOf(file), await statusOf(shared)]).toEqual([404, 200]);
  });

  it('go with their playable copy', async () => {
    const { bytes } = MEDIA_FILES.find(({ name }) => name === 'voice.ogg') as (typeof MEDIA_FILES)[number];
    const sent = request(inbox.app.url).post('/api/v1/media').set(company.auth);
    const { body } = await sent.attach('file', bytes, 'voice.ogg').expect(201);
    const storage_key = inbox.app.app.get(UrlSigner, { strict: false }).keyIn(body.url as string);
    const copy = { storage_key: playableKeyOf(String(storage_key)) } as Attachment;
    expect(await statusOf(copy)).toBe(200);
    await sweepLater();
    expect(await statusOf(copy)).toBe(404);
  });
});
