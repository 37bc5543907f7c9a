import request from 'supertest';
import { MEDIA_FILES } from '../../../../sandbox/media-files.js';
import { type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import { type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { SESSION, withConnectedNumber, withWahaServer } from '../../../../test/support/waha.js';
import { EventBus } from '../../../core/events/index.js';
import { InlineJobs, Jobs } from '../../../core/jobs/index.js';

const CHANNEL = `waha-${SESSION}`;
const PHONE = '5511981230001';

interface ShownMessage {
  _id: string;
  contact_id: string;
  attachments: { state: string; mime_type: string; url: string; name: string | null }[];
}

describe('files of a WAHA server', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let staff: StaffSocket;
  const seen = new Set<string>();

  beforeAll(async () => {
    inbox = await startInbox();
    company = await registerCompany(inbox.app);
    staff = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
    await withWahaServer(inbox, company);
    await withConnectedNumber(inbox, company);
    inbox.sandbox.state.customers.ensure('whatsapp', CHANNEL, PHONE, 'Lena Costa');
    await staff.next('channel:health', (data) => (data['channel'] as { state: string }).state === 'live');
  });
  afterAll(async () => {
    staff.close();
    await inbox.close();
  });

  const fileOf = (name: string): (typeof MEDIA_FILES)[number] => {
    const file = MEDIA_FILES.find((one) => one.name === name);
    if (!file) throw new Error(`no file ${name}`);
    return file;
  };
  /** Its listeners, which ask for the files, have run by then. */
  const nextPublished = (): Promise<void> =>
    new Promise((resolve) => {
      const stop = inbox.app.app.get(EventBus).on('message.published', () => {
        stop();
        resolve();
      });
    });
  const sendFile = async (name: string, mime: string): Promise<ShownMessage> => {
    const media = inbox.sandbox.state.media.add({ bytes: fileOf(name).bytes, mime, filename: name });
    const jobs = inbox.app.app.get<InlineJobs>(Jobs, { strict: false });
    const published = nextPublished();
    await inbox.sandbox.player.play(CHANNEL, PHONE, { do: 'file', media_id: media.id }).delivered;
    const { _id } = (await staff.next('message:new', ({ message }) => !seen.has((message as ShownMessage)._id)))[
      'message'
    ] as ShownMessage;
    seen.add(_id);
    await published;
    await jobs.drain();
    const { body } = await request(inbox.app.url).get(`/api/v1/messages/${_id}`).set(company.auth).expect(200);
    return body as ShownMessage;
  };

  it.each([
    ['paw-green.png', 'image/png'],
    ['vaccination.pdf', 'application/pdf'],
  ])('keeps its own copy of %s of a customer, fetched with the key of the server', async (name, mime) => {
    const { attachments } = await sendFile(name, mime);
    expect(attachments).toMatchObject([{ state: 'stored', mime_type: mime }]);
    const { pathname } = new URL(String(attachments[0]?.url), inbox.app.url);
    const { body } = await request(inbox.app.url).get(pathname).buffer(true).expect(200);
    expect(Buffer.compare(body as Buffer, fileOf(name).bytes)).toBe(0);
  });

  it('sends a file of staff with its words, and shows its receipts', async () => {
    const { contact_id } = await sendFile('paw-green.png', 'image/png');
    const { bytes, name } = fileOf('paw-green.png');
    const uploaded = await request(inbox.app.url).post('/api/v1/media').set(company.auth).attach('file', bytes, name);
    const { body } = await request(inbox.app.url)
      .post('/api/v1/messages')
      .set(company.auth)
      .send({
        ...{ contact_id, role: 'operator', direction: 'outbound', platform: 'whatsapp', content: 'Your receipt' },
        attachments: [{ type: 'image', url: (uploaded.body as { url: string }).url }],
      })
      .expect(201);
    const id = String((body.messageData as ShownMessage)._id);
    await staff.next('message:status', ({ messageId, status }) => messageId === id && status === 'delivered');
    const got = inbox.sandbox.devices.messages(CHANNEL, PHONE).filter(({ from }) => from === 'business');
    expect(got).toMatchObject([{ attachments: [{ type: 'image' }] }, { text: 'Your receipt' }]);
  });
});
