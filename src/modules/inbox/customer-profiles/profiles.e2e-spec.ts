import { Logger } from '@nestjs/common';
import request from 'supertest';
import type { Customer } from '../../../../sandbox/customers.js';
import { instagramText, messengerText, type WebhookEvent, whatsappText } from '../../../../sandbox/events/index.js';
import type { RegisteredCompany } from '../../../../test/builders/accounts.js';
import {
  ACCOUNTS,
  type ChannelName,
  companyWithChannels,
  type Inbox,
  StaffSocket,
  startInbox,
} from '../../../../test/support/inbox.js';
import { EventBus } from '../../../core/events/index.js';
import { InlineJobs, Jobs } from '../../../core/jobs/index.js';
import { FetchCustomerProfile } from './profiles.jobs.js';

describe('names of customers', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let staff: StaffSocket;
  let jobs: InlineJobs;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox);
    staff = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
    jobs = inbox.app.app.get<InlineJobs>(Jobs, { strict: false });
    // The failures of this suite are meant.
    Logger.overrideLogger(false);
  });
  afterAll(async () => {
    staff.close();
    await inbox.close();
  });

  /** A person whom Meta knows by this name. */
  const person = (platform: ChannelName, id: string, name: string, profile: Customer['profile'] = 'ok'): Customer =>
    Object.assign(inbox.sandbox.state.customers.ensure(platform, ACCOUNTS[platform], id, name), { name, profile });
  /** The message of an event once it is stored; what the product does on that has been asked for by then. */
  const receive = async (event: WebhookEvent): Promise<{ conversation_id: string; contact_id: string }> => {
    const stored = new Promise<string>((resolve) => {
      const stop = inbox.app.app.get(EventBus).on('message.published', ({ messageId }) => {
        stop();
        resolve(messageId);
      });
    });
    await inbox.sandbox.webhooks.send(event);
    const { body } = await request(inbox.app.url)
      .get(`/api/v1/messages/${await stored}`)
      .set(company.auth)
      .expect(200);
    return body;
  };
  const api = async (
    path: string,
  ): Promise<{ full_name: string; avatar_url: string; contact: { full_name: string } }> =>
    (await request(inbox.app.url).get(`/api/v1${path}`).set(company.auth).expect(200)).body;
  const contactOf = ({ contact_id }: { contact_id: string }) => api(`/contacts/${contact_id}`);
  const asked = (): number => jobs.enqueued.filter(({ name }) => name === FetchCustomerProfile.name).length;
  it.each([
    ['facebook', messengerText, 'Ana Clara Souza', /^Facebook customer 0001$/],
    ['instagram', instagramText, 'Bia Ramos', /^Instagram customer 0001$/],
  ] as const)('come from %s after the first message, on the list too', async (platform, text, name, madeUp) => {
    const customerId = `70${platform.length}0001`;
    person(platform, customerId, name);
    const message = await receive(text({ customerId, text: `first by ${platform}` }));
    expect((await contactOf(message)).full_name).toMatch(madeUp);
    const before = asked();
    await receive(text({ customerId, text: `second by ${platform}` }));
    expect(asked()).toBe(before);

    await jobs.drain();
    const renamed = staff.next('conversation:updated', ({ conversation }) => {
      const row = conversation as { _id: string; contact: { full_name: string } };
      return row._id === message.conversation_id && row.contact.full_name === name;
    });
    expect(await contactOf(message)).toMatchObject({ full_name: name, avatar_url: expect.stringMatching(/^http/) });
    await renamed;
    expect((await api(`/conversations/${message.conversation_id}`)).contact.full_name).toBe(name);
  });

  it('stay as they are where the platform tells none', async () => {
    person('facebook', '7090002', 'Nobody Knows', 'unavailable');
    const message = await receive(messengerText({ customerId: '7090002', text: 'unknown' }));
    await jobs.drain({ includeDelayed: true });
    expect((await contactOf(message)).full_name).toBe('Facebook customer 0002');
    expect(await jobs.failed({ companyId: company.company._id })).toEqual([]);
  });

  it('come later where the platform is busy', async () => {
    const customer = person('facebook', '7090003', 'Caio Dias', 'busy');
    const message = await receive(messengerText({ customerId: '7090003', text: 'busy' }));
    await jobs.drain();
    expect((await contactOf(message)).full_name).toBe('Facebook customer 0003');
    customer.profile = 'ok';
    await jobs.drain({ includeDelayed: true });
    expect((await contactOf(message)).full_name).toBe('Caio Dias');
  });

  it('that staff gave are kept', async () => {
    person('facebook', '7090004', 'Name On Facebook');
    const message = await receive(messengerText({ customerId: '7090004', text: 'named' }));
    await request(inbox.app.url)
      .patch(`/api/v1/contacts/${message.contact_id}`)
      .set(company.auth)
      .send({ full_name: 'Dona Rex' })
      .expect(200);
    const calls = inbox.sandbox.ledger.entries().length;
    await jobs.drain();
    expect((await contactOf(message)).full_name).toBe('Dona Rex');
    expect(inbox.sandbox.ledger.entries()).toHaveLength(calls);
  });

  it('are not asked for where the message tells them', async () => {
    const before = asked();
    await receive(whatsappText({ customerId: '5511977770005', text: 'by number' }));
    expect(asked()).toBe(before);
  });
});
