import { getModelToken } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { startTestModule, type TestModule } from '../../../../test/support/test-module.js';
import { StorageModule } from '../../../core/storage/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { newContact } from './contact-fields.js';
import { IdentityResolver } from './identity-resolver.js';
import { ContactsModule } from './contacts.module.js';
import { ContactsRepository } from './contacts.repository.js';
import { type CustomerAddress, platformInbox } from './identity-address.js';
import { Contact } from './schemas/contact.schema.js';
import { Identity } from './schemas/identity.schema.js';

describe('IdentityResolver', () => {
  let running: TestModule;
  let identities: IdentityResolver;
  let contacts: ContactsRepository;
  let scope: CompanyScope;
  const channelId = new Types.ObjectId();
  const inbox = channelId.toHexString();

  beforeAll(async () => {
    running = await startTestModule('identities', [StorageModule, ContactsModule]);
    identities = running.module.get(IdentityResolver);
    contacts = running.module.get(ContactsRepository);
  });
  beforeEach(() => {
    scope = CompanyScope.of(new Types.ObjectId());
  });
  afterAll(() => running.close());

  const from = (over: Partial<CustomerAddress> = {}): CustomerAddress => ({
    inbox,
    platform: 'instagram',
    external_id: '17841000001234',
    channel_id: channelId,
    ...over,
  });
  const store = (input: Parameters<typeof newContact>[0]): Promise<Contact> =>
    contacts.insertIfMissing(scope, newContact(input));
  const model = <T>(cls: { name: string }): Model<T> => running.module.get(getModelToken(cls.name), { strict: false });
  const countOf = (cls: { name: string }): Promise<number> =>
    model(cls).countDocuments({ company_id: scope.companyId } as never);

  it('makes one identity and one contact of 20 parallel first messages', async () => {
    const resolved = await Promise.all(Array.from({ length: 20 }, () => identities.resolve(scope, from())));
    expect(new Set(resolved.map(({ identity }) => identity._id.toHexString())).size).toBe(1);
    expect(new Set(resolved.map(({ contact }) => contact._id.toHexString())).size).toBe(1);
    expect(resolved.filter(({ created }) => created)).toHaveLength(1);
    expect([await countOf(Identity), await countOf(Contact)]).toEqual([1, 1]);
    expect(resolved[0]?.contact).toMatchObject({
      full_name: 'Instagram customer 1234',
      platforms: ['instagram'],
      social: { instagram_id: '17841000001234' },
    });
  });

  it('keeps companies apart that meet the same person', async () => {
    const other = CompanyScope.of(new Types.ObjectId());
    const [mine, theirs] = await Promise.all([identities.resolve(scope, from()), identities.resolve(other, from())]);
    expect(mine.contact._id).not.toEqual(theirs.contact._id);
  });

  it('makes the contact that a crash after the identity left out', async () => {
    const { contact } = await identities.resolve(scope, from({ profile: { name: 'Ana' } }));
    await model(Contact).deleteOne({ _id: contact._id, company_id: scope.companyId } as never);
    const again = await identities.resolve(scope, from());
    expect(again).toMatchObject({ created: false, contact: { _id: contact._id, full_name: 'Ana' } });
  });

  it.each([
    ['facebook', { facebook_id: '77' }, '77'],
    ['instagram', { instagram_id: '88' }, '88'],
    ['telegram', { telegram_id: '99' }, '99'],
    ['whatsapp', { whatsapp_id: '551188887777' }, '5511988887777'],
  ] as const)('knows the contact by its %s id', async (platform, social, external_id) => {
    const contact = await store({ full_name: 'Bia', social });
    const resolved = await identities.resolve(scope, from({ platform, external_id }));
    expect(resolved.contact).toMatchObject({ _id: contact._id, full_name: 'Bia' });
  });

  it('knows a WhatsApp customer by the phone that staff wrote down, whichever has the ninth digit', async () => {
    const contact = await store({ full_name: 'Caio', phone: '+55 (11) 98888-7777' });
    const resolved = await identities.resolve(scope, from({ platform: 'whatsapp', external_id: '551188887777' }));
    expect(resolved.contact._id).toEqual(contact._id);
    expect(resolved.contact).toMatchObject({ social: { whatsapp_id: '551188887777' }, platforms: ['whatsapp'] });
  });

  it('does not take a phone of another platform for a proof', async () => {
    await store({ full_name: 'Caio', phone: '+55 11 98888-7777' });
    const resolved = await identities.resolve(scope, from({ profile: { phone: '+55 11 98888-7777' } }));
    expect(resolved.contact.full_name).not.toBe('Caio');
  });

  it('takes both spellings of a Brazilian number for one identity and remembers the latest', async () => {
    const first = await identities.resolve(scope, from({ platform: 'whatsapp', external_id: '5511988887777' }));
    const second = await identities.resolve(scope, from({ platform: 'whatsapp', external_id: '551188887777' }));
    expect(second.identity).toMatchObject({ _id: first.identity._id, external_id: '551188887777' });
  });

  it('links a business-scoped user id to the number it comes with, and never reads it as a number', async () => {
    const bsuid = 'BR.13491208655302741918';
    const phone = '551188887777';
    const byPhone = await identities.resolve(scope, from({ platform: 'whatsapp', external_id: phone }));
    const linked = await identities.resolve(
      scope,
      from({ platform: 'whatsapp', external_id: phone, aliases: [bsuid] }),
    );
    const byUserId = await identities.resolve(scope, from({ platform: 'whatsapp', external_id: bsuid }));
    expect(byUserId.identity._id).toEqual(byPhone.identity._id);
    expect(linked.identity.keys).toEqual(['phone:551188887777', `whatsapp:${bsuid}`]);
    expect(byUserId.identity.external_id).toBe(phone);
  });

  it('keeps two identities whose ids turn out to be one customer only later', async () => {
    const bsuid = 'BR.777';
    const a = await identities.resolve(scope, from({ platform: 'whatsapp', external_id: '551188887777' }));
    const b = await identities.resolve(scope, from({ platform: 'whatsapp', external_id: bsuid }));
    const both = from({ platform: 'whatsapp', external_id: '551188887777', aliases: [bsuid] });
    expect((await identities.resolve(scope, both)).identity._id).toEqual(a.identity._id);
    expect((await identities.resolve(scope, { ...both, external_id: bsuid, aliases: [] })).identity._id).toEqual(
      b.identity._id,
    );
  });

  it('gives a made-up name up for the real one and keeps a name that staff wrote', async () => {
    const { identity } = await identities.resolve(scope, from());
    const named = await identities.updateProfile(scope, identity._id, { name: 'Ana Lima', username: 'ana.l' });
    expect(named.contact).toMatchObject({ full_name: 'Ana Lima', is_name_placeholder: false });
    expect(named.contact.search).toEqual(['ana', 'lima']);
    const renamed = await identities.updateProfile(scope, identity._id, { name: 'Ana L. (new)' });
    expect(renamed.contact.full_name).toBe('Ana Lima');
    expect(renamed.identity.profile).toEqual({ name: 'Ana L. (new)', username: 'ana.l' });
  });

  it('takes over the identity of an outbound message when its channel is known', async () => {
    const contact = await store({ full_name: 'Duda', social: { instagram_id: '17841000001234' } });
    const outbound = await identities.ensureFor(scope, contact, 'instagram');
    expect(outbound.inbox).toBe(platformInbox('instagram'));
    const inbound = await Promise.all(Array.from({ length: 5 }, () => identities.resolve(scope, from())));
    for (const { identity } of inbound) expect(identity).toMatchObject({ _id: outbound._id, inbox });
    expect(await countOf(Identity)).toBe(1);
  });

  describe('ensureFor', () => {
    it('makes one identity of parallel sends and prefers the one the customer wrote from', async () => {
      const { contact, identity } = await identities.resolve(scope, from());
      const found = await Promise.all(
        Array.from({ length: 5 }, () => identities.ensureFor(scope, contact, 'instagram')),
      );
      for (const each of found) expect(each._id).toEqual(identity._id);
      const web = await Promise.all(Array.from({ length: 5 }, () => identities.ensureFor(scope, contact, 'web')));
      expect(new Set(web.map(({ _id }) => _id.toHexString())).size).toBe(1);
      expect(web[0]).toMatchObject({ external_id: contact._id.toHexString(), inbox: 'platform:web' });
    });

    it('writes to the phone on WhatsApp, and says when there is no address', async () => {
      const contact = await store({ full_name: 'Edu', phone: '+55 11 98888-7777' });
      const identity = await identities.ensureFor(scope, contact, 'whatsapp', { _id: channelId });
      expect(identity).toMatchObject({ external_id: '5511988887777', inbox, channel_id: channelId });
      await expect(identities.ensureFor(scope, contact, 'telegram')).rejects.toMatchObject({
        code: 'CONTACT_UNREACHABLE',
      });
    });
  });

  it('moves the reply window only forward', async () => {
    const { identity } = await identities.resolve(scope, from());
    const at = (hours: number) => new Date(Date.UTC(2030, 0, 1, hours));
    const move = (hours: number) =>
      identities.moveWindow(scope, identity._id, { expires_at: at(hours), kind: 'standard' });
    await Promise.all([3, 9, 1, 5].map(move));
    expect(await move(7)).toBeNull();
    expect((await identities.get(scope, identity._id)).reply_window).toEqual({ expires_at: at(9), kind: 'standard' });
  });

  it('keeps the customer’s latest choice of a topic', async () => {
    const { identity } = await identities.resolve(scope, from());
    const choose = (topic: string, opted_in: boolean, day: number) =>
      identities.recordOptIn(scope, identity._id, { topic, opted_in, at: new Date(Date.UTC(2030, 0, day)) });
    await choose('marketing', true, 1);
    await choose('reminders', true, 1);
    await choose('marketing', false, 3);
    await choose('marketing', true, 2);
    expect((await identities.get(scope, identity._id)).opt_ins).toMatchObject([
      { topic: 'reminders', opted_in: true },
      { topic: 'marketing', opted_in: false },
    ]);
  });
});
