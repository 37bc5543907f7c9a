import { getModelToken } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { startTestModule, type TestModule } from '../../../../test/support/test-module.js';
import { StorageModule } from '../../../core/storage/index.js';
import { CompanyScope, systemComment } from '../../../core/tenancy/index.js';
import { newContact } from './contact-fields.js';
import { IdentityResolver } from './identity-resolver.js';
import { ContactMergeService } from './contact-merge.service.js';
import { ContactParticipantRegistry } from './contact-participant-registry.js';
import { ContactsModule } from './contacts.module.js';
import { ContactsRepository } from './contacts.repository.js';
import { ContactsService } from './contacts.service.js';
import type { Contact } from './schemas/contact.schema.js';
import { ContactMerge } from './schemas/contact-merge.schema.js';
import { Identity } from './schemas/identity.schema.js';

/** Stands for a module with documents of contacts. */
class Ledger {
  private readonly documents: { name: string; contact: string; marks: { merge: string; from: string }[] }[] = [];
  /** Documents it handles before it fails, as a crash would. */
  crashAfter = Infinity;

  give(name: string, contact: Types.ObjectId): void {
    this.documents.push({ name, contact: contact.toHexString(), marks: [] });
  }
  of(contact: Types.ObjectId): string[] {
    return this.documents.filter((document) => document.contact === contact.toHexString()).map(({ name }) => name);
  }
  async move(_: CompanyScope, from: Types.ObjectId, to: Types.ObjectId, mergeId: Types.ObjectId): Promise<void> {
    for (const document of this.documents.filter(({ contact }) => contact === from.toHexString())) {
      await this.mayCrash();
      document.marks.push({ merge: mergeId.toHexString(), from: document.contact });
      document.contact = to.toHexString();
    }
  }
  async undo(_: CompanyScope, from: Types.ObjectId, __: Types.ObjectId, mergeId: Types.ObjectId): Promise<void> {
    for (const document of this.documents.filter(({ marks }) => marks.at(-1)?.merge === mergeId.toHexString())) {
      await this.mayCrash();
      document.marks.pop();
      document.contact = from.toHexString();
    }
  }
  remove(_: CompanyScope, contact: Types.ObjectId): Promise<void> {
    const kept = this.documents.filter((document) => document.contact !== contact.toHexString());
    this.documents.splice(0, Infinity, ...kept);
    return Promise.resolve();
  }
  private mayCrash(): Promise<void> {
    return this.crashAfter-- > 0 ? Promise.resolve() : Promise.reject(new Error('crashed'));
  }
}

describe('ContactMergeService', () => {
  let running: TestModule;
  let merges: ContactMergeService;
  let service: ContactsService;
  let identities: IdentityResolver;
  let contacts: ContactsRepository;
  let scope: CompanyScope;
  const ledger = new Ledger();
  const DAY_MS = 86_400_000;

  beforeAll(async () => {
    running = await startTestModule('merges', [StorageModule, ContactsModule]);
    merges = running.module.get(ContactMergeService);
    service = running.module.get(ContactsService);
    identities = running.module.get(IdentityResolver);
    contacts = running.module.get(ContactsRepository);
    running.module.get(ContactParticipantRegistry).register('ledger', ledger);
  });
  beforeEach(() => {
    scope = CompanyScope.of(new Types.ObjectId());
    ledger.crashAfter = Infinity;
  });
  afterAll(() => running.close());

  const store = (input: Parameters<typeof newContact>[0]): Promise<Contact> =>
    contacts.insertIfMissing(scope, newContact(input));
  const address = (external_id: string) => ({
    inbox: 'platform:instagram',
    platform: 'instagram' as const,
    external_id,
  });
  const read = (contact: Contact): Promise<Contact> => service.get(scope, contact._id);
  /** Makes every unfinished merge look as old as the sweep wants it. */
  const letTimePass = (): Promise<unknown> =>
    running.module
      .get<Model<ContactMerge>>(getModelToken(ContactMerge.name), { strict: false })
      .updateMany({ due_at: { $ne: null } }, { $set: { due_at: new Date(0) } })
      .comment(systemComment('finish contact merges'));
  const sweep = async (): Promise<void> => {
    await letTimePass();
    await merges.sweep();
  };
  const pair = async (): Promise<{ survivor: Contact; merged: Contact; identityId: Types.ObjectId }> => {
    const survivor = await store({ full_name: 'Ana', email: 'ana@example.com', tags: ['cat'], notes: 'shy' });
    const { contact, identity } = await identities.resolve(scope, address('17841000001234'));
    const merged = await service.update(scope, contact._id, {
      phone: '+55 11 98888-7777',
      email: 'other@example.com',
      tags: ['dog', 'cat'],
      notes: 'late payer',
      is_vip: true,
    });
    ledger.give(`pet of ${merged._id.toHexString()}`, merged._id);
    return { survivor, merged, identityId: identity._id };
  };
  const expectMerged = async ({ survivor, merged, identityId }: Awaited<ReturnType<typeof pair>>): Promise<void> => {
    expect(await read(survivor)).toMatchObject({
      full_name: 'Ana',
      email: 'ana@example.com',
      phone: '+55 11 98888-7777',
      social: { instagram_id: '17841000001234' },
      platforms: ['instagram'],
      tags: ['cat', 'dog'],
      notes: 'shy\n\nlate payer',
      is_vip: true,
      merging: null,
      merged_into: null,
    });
    expect(await read(merged)).toMatchObject({ merged_into: survivor._id, merging: null });
    expect((await identities.get(scope, identityId)).contact_id).toEqual(survivor._id);
    expect(ledger.of(merged._id)).toEqual([]);
    expect(ledger.of(survivor._id)).toContain(`pet of ${merged._id.toHexString()}`);
  };
  const expectApart = async ({ survivor, merged, identityId }: Awaited<ReturnType<typeof pair>>): Promise<void> => {
    const { email, phone, social, platforms, tags, notes, is_vip, search, match_keys } = survivor;
    const before = { email, phone, social, platforms, tags, notes, is_vip, search, match_keys };
    expect(await read(survivor)).toMatchObject({ ...before, merging: null, merged_into: null });
    expect(await read(merged)).toMatchObject({ merged_into: null, merging: null, notes: 'late payer' });
    expect((await identities.get(scope, identityId)).contact_id).toEqual(merged._id);
    expect(ledger.of(survivor._id)).toEqual([]);
    expect(ledger.of(merged._id)).toHaveLength(1);
  };

  it('moves everything, fills the gaps of the survivor, and may be repeated', async () => {
    const two = await pair();
    const first = await merges.merge(scope, two.survivor._id, two.merged._id);
    await expectMerged(two);
    const again = await merges.merge(scope, two.survivor._id, two.merged._id);
    expect(again.merge._id).toEqual(first.merge._id);
    const page = await service.list(scope, {}, {});
    expect(page.items.map(({ _id }) => _id)).toEqual([two.survivor._id]);
  });

  it('gives what the customer writes next to the survivor, from a known and from a new inbox', async () => {
    const two = await pair();
    await merges.merge(scope, two.survivor._id, two.merged._id);
    const known = await identities.resolve(scope, address('17841000001234'));
    const elsewhere = await identities.resolve(scope, { ...address('17841000001234'), inbox: 'a'.repeat(24) });
    expect([known.contact._id, elsewhere.contact._id]).toEqual([two.survivor._id, two.survivor._id]);
  });

  it('follows a merged contact from an identity that has not moved yet, and moves it', async () => {
    const two = await pair();
    await merges.merge(scope, two.survivor._id, two.merged._id);
    const model = running.module.get<Model<Identity>>(getModelToken(Identity.name), { strict: false });
    const unmoved = { $set: { contact_id: two.merged._id, external_id: 'old', keys: ['instagram:old'] } };
    await model.updateOne({ _id: two.identityId, company_id: scope.companyId }, unmoved);
    const { contact } = await identities.resolve(scope, address('old'));
    expect(contact._id).toEqual(two.survivor._id);
    expect((await identities.get(scope, two.identityId)).contact_id).toEqual(two.survivor._id);
  });

  it('gives everything back, and keeps what was changed since', async () => {
    const two = await pair();
    const { merge } = await merges.merge(scope, two.survivor._id, two.merged._id);
    await merges.undo(scope, merge._id);
    await expectApart(two);

    const redone = await merges.merge(scope, two.survivor._id, two.merged._id);
    await service.update(scope, two.survivor._id, { phone: '+1 415 555 0100', notes: 'rewritten' });
    ledger.give('later', two.survivor._id);
    await merges.undo(scope, redone.merge._id);
    expect(await read(two.survivor)).toMatchObject({ phone: '+1 415 555 0100', notes: 'rewritten', is_vip: false });
    expect(ledger.of(two.survivor._id)).toEqual(['later']);
    await expect(merges.undo(scope, redone.merge._id)).resolves.toMatchObject({ merge: { state: 'undone' } });
  });

  it('is finished by the sweep after a crash in the middle, and so is an undo', async () => {
    const two = await pair();
    ledger.crashAfter = 0;
    await expect(merges.merge(scope, two.survivor._id, two.merged._id)).rejects.toThrow('crashed');
    await expect(service.remove(scope, two.survivor._id)).rejects.toMatchObject({ code: 'MERGE_IN_PROGRESS' });
    ledger.crashAfter = Infinity;
    await sweep();
    await expectMerged(two);

    const { merge } = await merges.merge(scope, two.survivor._id, two.merged._id);
    ledger.crashAfter = 0;
    await expect(merges.undo(scope, merge._id)).rejects.toThrow('crashed');
    ledger.crashAfter = Infinity;
    await Promise.all([sweep(), sweep(), sweep()]);
    await expectApart(two);
  });

  it('picks up what was still written to the merged contact', async () => {
    const two = await pair();
    await merges.merge(scope, two.survivor._id, two.merged._id);
    ledger.give('straggler', two.merged._id);
    await sweep();
    expect(ledger.of(two.survivor._id)).toContain('straggler');
  });

  it('lets one of two opposite merges win and leaves no contact reserved', async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b] = [await store({ full_name: 'A' }), await store({ full_name: 'B' })];
      const outcomes = await Promise.allSettled([
        merges.merge(scope, a._id, b._id),
        merges.merge(scope, b._id, a._id),
        merges.merge(scope, a._id, b._id),
      ]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1);
      const [x, y] = [await read(a), await read(b)];
      expect([x, y].filter(({ merged_into }) => merged_into === null)).toHaveLength(1);
      expect([x.merging, y.merging]).toEqual([null, null]);
    }
  });

  it('refuses to undo under a later merge or after 30 days', async () => {
    const two = await pair();
    const third = await store({ full_name: 'Third' });
    const { merge } = await merges.merge(scope, two.survivor._id, two.merged._id);
    const later = await merges.merge(scope, third._id, two.survivor._id);
    await expect(merges.undo(scope, merge._id)).rejects.toMatchObject({ code: 'MERGE_NOT_UNDOABLE' });
    await merges.undo(scope, later.merge._id);
    await merges.undo(scope, merge._id);
    await expectApart(two);

    const { merge: old } = await merges.merge(scope, two.survivor._id, two.merged._id);
    const model = running.module.get<Model<ContactMerge>>(getModelToken(ContactMerge.name), { strict: false });
    const past = new Date(Date.now() - DAY_MS);
    await model.updateOne({ _id: old._id, company_id: scope.companyId }, { $set: { undo_until: past } });
    await expect(merges.undo(scope, old._id)).rejects.toMatchObject({ code: 'MERGE_NOT_UNDOABLE' });
  });

  it('refuses a merged contact, itself, and the contact of another company', async () => {
    const two = await pair();
    const third = await store({ full_name: 'Third' });
    await merges.merge(scope, two.survivor._id, two.merged._id);
    await expect(merges.merge(scope, third._id, two.merged._id)).rejects.toMatchObject({
      code: 'CONTACT_MERGED',
      details: { merged_into: two.survivor._id.toHexString() },
    });
    await expect(merges.merge(scope, third._id, third._id)).rejects.toMatchObject({ code: 'VALIDATION_ERROR' });
    const foreign = await contacts.insertIfMissing(
      CompanyScope.of(new Types.ObjectId()),
      newContact({ full_name: 'Foreign' }),
    );
    await expect(merges.merge(scope, third._id, foreign._id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(merges.merge(scope, foreign._id, third._id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('deletes the merged contacts and what belongs to them with the survivor', async () => {
    const two = await pair();
    await merges.merge(scope, two.survivor._id, two.merged._id);
    await service.remove(scope, two.survivor._id);
    for (const contact of [two.survivor, two.merged]) {
      await expect(read(contact)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await expect(identities.get(scope, two.identityId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(ledger.of(two.survivor._id)).toEqual([]);
  });

  it('loses none of 12 parallel changes of one contact', async () => {
    const contact = await store({ full_name: 'Busy' });
    const tags = Array.from({ length: 12 }, (_, i) => `tag-${i}`);
    await Promise.all(tags.map((tag) => service.addTags(scope, contact._id, [tag])));
    expect((await read(contact)).tags.sort()).toEqual(tags.sort());
  });
});
