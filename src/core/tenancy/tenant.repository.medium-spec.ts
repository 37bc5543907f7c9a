import { type Model, Types } from 'mongoose';
import { type Note, Notes, type NotesWorld, openNotes } from '../../../test/support/tenant-notes.js';
import { toErrorBody } from '../errors/index.js';
import type { CompanyScope } from './company-scope.js';
import { TenantCollection } from './tenant-collection.js';
import { TenantWallError } from './tenant-rules.js';

let world: NotesWorld;
let model: Model<Note>;
let mine: CompanyScope;
let theirs: CompanyScope;
let foreign: Note;
const stored = () => world.stored();

beforeAll(async () => {
  world = await openNotes('tenant_repository');
  ({ model, mine, theirs, foreign } = world);
});
beforeEach(() => world.reset());
afterAll(() => world.close());

describe('TenantCollection', () => {
  const collection = () => new TenantCollection(model);

  it('sees and changes nothing of another company, whatever the filter says', async () => {
    const filter = { _id: foreign._id, company_id: theirs.companyId } as { _id: Types.ObjectId };
    const before = await stored();
    expect(await collection().findOne(mine, filter)).toBeNull();
    expect(await collection().find(mine, { $or: [{ text: 'CANARY' }] })).toEqual([]);
    expect(await collection().updateOne(mine, filter, { $set: { text: 'x' } })).toBe(false);
    expect(await collection().updateMany(mine, { text: 'CANARY' }, { $set: { text: 'x' } })).toBe(0);
    expect(await collection().findOneAndUpdate(mine, filter, { $set: { text: 'x' } })).toBeNull();
    await collection().bulkUpdate([{ scope: mine, filter, update: { $set: { text: 'x' } } }]);
    expect(await stored()).toEqual(before);
  });

  it('stores only under a company, and under the one it was given', async () => {
    const note = { _id: new Types.ObjectId(), text: 'n', created_at: new Date(), updated_at: new Date() };
    await collection().insertOne(mine, { ...note, company_id: theirs.companyId } as never);
    expect((await stored()).at(-1)).toMatchObject({ text: 'n', company_id: mine.companyId });
    await expect(collection().insertMany([{ ...note, _id: new Types.ObjectId() } as never])).rejects.toThrow(
      TenantWallError,
    );
  });
});

describe('TenantRepository', () => {
  const notes = () => new Notes(model);

  it('answers for a foreign document exactly what it answers for none (B30)', async () => {
    const outcome = async (id: Types.ObjectId) => {
      const attempts = [
        () => notes().getById(mine, id),
        () => notes().updateById(mine, id, { $set: { text: 'x' } }),
        () => notes().deleteById(mine, id),
      ];
      return Promise.all(attempts.map((attempt) => attempt().catch((error: unknown) => toErrorBody(error, 'r'))));
    };
    const before = await stored();
    expect(await outcome(foreign._id)).toEqual(await outcome(new Types.ObjectId()));
    expect(await notes().findById(mine, foreign._id)).toBeNull();
    expect(await notes().rename(mine, foreign._id, 'x')).toBeNull();
    expect(await stored()).toEqual(before);
  });

  it('stamps its own company on what it creates, and on filters that name another (B12)', async () => {
    const created = await notes().create(mine, { text: 'new', company_id: theirs.companyId });
    expect(created.company_id).toEqual(mine.companyId);
    expect(await notes().all(mine, { company_id: theirs.companyId })).toHaveLength(2);
  });

  it('finds no other company by a collation (B23), and refuses filter keys that the schema does not know', async () => {
    const query = model.find({ company_id: mine.companyId }).collation({ locale: 'en', strength: 1 });
    expect((await query).map(({ text }) => text)).toEqual(['own']);
    await expect(notes().all(mine, { nonsense: 1 })).rejects.toThrow(/nonsense/);
  });

  it('says nothing of the other document when a unique value is taken (B29)', async () => {
    await notes().create(mine, { text: 'CANARY' });
    const taken = await notes()
      .create(mine, { text: 'CANARY' })
      .catch((error: unknown) => toErrorBody(error, 'r'));
    expect(taken).toMatchObject({ statusCode: 500, code: 'INTERNAL_ERROR' });
    expect(JSON.stringify(taken)).not.toContain('CANARY');
  });
});
