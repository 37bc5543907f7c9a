import { Logger } from '@nestjs/common';
import { Types } from 'mongoose';
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
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { ContactParticipantRegistry } from '../../customers/contacts/index.js';
import { IdentitiesRepository } from '../../customers/contacts/identities.repository.js';
import { UnusedFiles } from '../message-log/unused-files.js';
import { UnusedFilesRepository } from '../message-log/unused-files.repository.js';
import { FetchCustomerProfile } from './profiles.jobs.js';

interface Received {
  conversation_id: string;
  contact_id: string;
}
interface Shown {
  full_name: string;
  avatar_url: string | null;
  version: number;
}
type Answer = Shown & { contact: Shown; contacts: Shown[]; items: { contact: Shown }[] };

describe('names and pictures of customers', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let staff: StaffSocket;
  let jobs: InlineJobs;
  let scope: CompanyScope;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox);
    scope = CompanyScope.of(company.company._id);
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
  const receive = async (event: WebhookEvent): Promise<Received> => {
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
  const api = async (path: string): Promise<Answer> =>
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
    expect((await contactOf(message)).full_name).toBe(name);
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
    await jobs.drain();
    expect((await contactOf(message)).full_name).toBe('Dona Rex');
  });

  it('are not asked for where the message tells them', async () => {
    const before = asked();
    await receive(whatsappText({ customerId: '5511977770005', text: 'by number' }));
    expect(asked()).toBe(before);
  });

  describe('as pictures', () => {
    const OUR_ADDRESS = /^\/api\/v1\/media\/files\//;
    const HOUR_MS = 3_600_000;
    let people = 0;

    /** Makes a customer with this picture, receives a message and reads the profile. */
    const withPicture = async (picture: Customer['picture']) => {
      const customerId = String(7_100_000 + ++people);
      const customer = Object.assign(person('facebook', customerId, `Person ${people}`), { picture });
      const message = await receive(messengerText({ customerId, text: `picture ${people}` }));
      await jobs.drain();
      return { customer, message };
    };
    /** Reads the profile again, `hours` after it was read last. */
    const readAgain = async ({ conversation_id }: Received, hours: number): Promise<void> => {
      const identities = inbox.app.app.get(IdentitiesRepository, { strict: false });
      const at = new Date(Date.now() - hours * HOUR_MS);
      await identities.noteProfileCheck(scope, toObjectId(conversation_id), at);
      const payload = { companyId: scope.id, identityId: conversation_id };
      await jobs.enqueue(FetchCustomerProfile, payload, { key: conversation_id });
      await jobs.drain({ includeDelayed: true });
    };
    const pictureOf = async (message: Received): Promise<string | null> => (await contactOf(message)).avatar_url;
    const file = (path: string | null): request.Test => request(inbox.app.url).get(path ?? 'no picture');
    const sweep = (): Promise<void> => inbox.app.app.get(UnusedFiles, { strict: false }).sweep();

    it('come from our own address, in every answer and event', async () => {
      const { customer, message } = await withPicture(1);
      const url = await pictureOf(message);
      expect(url).toMatch(OUR_ADDRESS);
      const { headers } = await file(url).expect(200);
      expect(headers['content-type']).toBe('image/png');
      const row = await api(`/conversations/${message.conversation_id}`);
      const { items } = await api('/conversations');
      const { contacts } = await api(`/search?q=${encodeURIComponent(customer.name)}`);
      for (const { avatar_url } of [row.contact, items[0]!.contact, contacts[0]!]) expect(avatar_url).toBe(url);
      const shown = await staff.next('conversation:updated', ({ conversation }) => {
        const { _id, contact } = conversation as { _id: string; contact: { avatar_url: string | null } };
        return _id === message.conversation_id && contact.avatar_url !== null;
      });
      expect(shown).toMatchObject({ conversation: { contact: { avatar_url: url } } });
      const said = JSON.stringify([row, items, contacts, staff.received]);
      expect(said).not.toMatch(/avatar_key|profile-pictures/);
    });

    it('are read once a day, and renewed only where the platform has another one', async () => {
      const { customer, message } = await withPicture(1);
      const [first, { version }] = [await pictureOf(message), await contactOf(message)];
      await readAgain(message, 25);
      expect(await contactOf(message)).toMatchObject({ avatar_url: first, version });
      customer.picture = 2;
      await readAgain(message, 23);
      expect(await pictureOf(message)).toBe(first);
      await readAgain(message, 25);
      const second = await pictureOf(message);
      expect(second).not.toBe(first);
      await file(second).expect(200);
      // Screens that are open still show the old address.
      await sweep();
      await file(first).expect(200);
    });

    it.each(['none', 'too_large', 'not_a_picture', 'busy'] as const)(
      'stay as they are where the platform has no good one (%s)',
      async (trouble) => {
        const { customer, message } = await withPicture(trouble);
        expect(await contactOf(message)).toMatchObject({ full_name: customer.name, avatar_url: null });
        customer.picture = 1;
        await readAgain(message, 25);
        const url = await pictureOf(message);
        expect(url).toMatch(OUR_ADDRESS);
        customer.picture = trouble;
        await readAgain(message, 25);
        expect(await pictureOf(message)).toBe(url);
      },
    );

    it('go to the survivor of a merge that has none, and are deleted with the contacts', async () => {
      const [owner, other] = [await withPicture(1), await withPicture('none')];
      const survivorId = other.message.contact_id;
      const { body } = await request(inbox.app.url)
        .post(`/api/v1/contacts/${survivorId}/merge`)
        .set(company.auth)
        .send({ contact_id: owner.message.contact_id })
        .expect(200);
      const url = body.contact.avatar_url as string;
      expect(url).toMatch(OUR_ADDRESS);
      await request(inbox.app.url).delete(`/api/v1/contacts/${survivorId}`).set(company.auth).expect(204);
      const files = inbox.app.app.get(UnusedFilesRepository, { strict: false });
      for (const { _id } of await files.due(new Date(Date.now() + HOUR_MS), 100)) {
        await files.postpone(scope, _id, new Date());
      }
      await sweep();
      await file(url).expect(404);
    });

    it('do not stop the removal of other documents of a contact that is deleted already', async () => {
      const participants = inbox.app.app.get(ContactParticipantRegistry, { strict: false });
      const [gone, other] = [new Types.ObjectId(), new Types.ObjectId()];
      await expect(participants.remove(scope, gone)).resolves.toBeUndefined();
      await expect(participants.undo(scope, other, gone, new Types.ObjectId())).resolves.toBeUndefined();
    });

    it('are not shown with the survivor any more when the merge is undone', async () => {
      const [owner, other] = [await withPicture('none'), await withPicture('none')];
      const post = (path: string): request.Test =>
        request(inbox.app.url).post(`/api/v1/contacts${path}`).set(company.auth);
      const { contact_id } = owner.message;
      const { body } = await post(`/${other.message.contact_id}/merge`).send({ contact_id }).expect(200);
      owner.customer.picture = 1;
      await readAgain(owner.message, 25);
      expect(await pictureOf(other.message)).toMatch(OUR_ADDRESS);
      await post(`/merges/${body.merge._id}/undo`).expect(200);
      expect(await pictureOf(other.message)).toBeNull();
    });
  });
});
