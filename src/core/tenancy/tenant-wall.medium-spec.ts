import { type Model, Schema as MongooseSchema, Types } from 'mongoose';
import { type Note, type NotesWorld, openNotes } from '../../../test/support/tenant-notes.js';
import { type CompanyScope, systemComment } from './company-scope.js';
import { TenantCollection } from './tenant-collection.js';
import { TenantWallError } from './tenant-rules.js';

/** The bypasses of the list in the security notes (B01 to B30), each with a twin that shows the wall is no dead end. */
describe('the tenant wall', () => {
  let world: NotesWorld;
  let model: Model<Note>;
  let mine: CompanyScope;
  let theirs: CompanyScope;
  let own: Note;
  let foreign: Note;

  beforeAll(async () => {
    world = await openNotes('tenant_wall');
    ({ model, mine, theirs, own, foreign } = world);
  });
  beforeEach(() => world.reset());
  afterAll(() => world.close());

  const stored = () => world.stored();
  const pinned = () => ({ _id: own._id, company_id: mine.companyId });
  type Attempt = () => PromiseLike<unknown>;
  const bulk = (operation: object) => model.bulkWrite([operation as never]);

  const table: [string, Attempt, Attempt][] = [
    ['B01 find', () => model.find({ _id: foreign._id }), () => model.find(pinned())],
    ['B01 findOne', () => model.findOne({ _id: foreign._id }), () => model.findOne(pinned())],
    ['B01 findById', () => model.findById(foreign._id), () => model.findById(own._id).where(pinned())],
    [
      'B02 updateOne',
      () => model.updateOne({ _id: foreign._id }, { text: 'x' }),
      () => model.updateOne(pinned(), { text: 'x' }),
    ],
    ['B02 updateMany', () => model.updateMany({}, { text: 'x' }), () => model.updateMany(pinned(), { text: 'x' })],
    [
      'B03 findByIdAndUpdate upsert',
      () => model.findByIdAndUpdate(foreign._id, { text: 'x' }, { upsert: true }),
      () => model.findOneAndUpdate(pinned(), { text: 'x' }, { upsert: true }),
    ],
    [
      'B03 upsert that inserts elsewhere',
      () => model.updateOne(pinned(), { $setOnInsert: { company_id: theirs.companyId } }, { upsert: true }),
      () => model.updateOne(pinned(), { $setOnInsert: { text: 'new' } }, { upsert: true }),
    ],
    [
      'B04 replaceOne that drops the company',
      () => model.replaceOne(pinned(), { text: 'x' }),
      () => model.replaceOne(pinned(), { text: 'x', company_id: mine.companyId }),
    ],
    [
      'B04 findOneAndReplace that changes the company',
      () => model.findOneAndReplace(pinned(), { text: 'x', company_id: theirs.companyId }),
      () => model.findOneAndReplace(pinned(), { text: 'x', company_id: mine.companyId }),
    ],
    ['B05 distinct', () => model.distinct('text'), () => model.distinct('text', pinned())],
    ['B06 countDocuments', () => model.countDocuments({}), () => model.countDocuments(pinned())],
    ['B06 estimatedDocumentCount', () => model.estimatedDocumentCount(), () => model.countDocuments(pinned())],
    ['B07 exists', () => model.exists({ text: 'CANARY' }), () => model.exists(pinned())],
    [
      'B08 $collStats',
      () => model.aggregate([{ $collStats: { count: {} } }]),
      () => model.aggregate([{ $match: pinned() }]),
    ],
    ['B08 $indexStats', () => model.aggregate([{ $indexStats: {} }]), () => model.aggregate([{ $match: pinned() }])],
    ['B08 no stage', () => model.aggregate([]), () => model.aggregate([{ $match: pinned() }, { $limit: 1 }])],
    [
      'B08 a match that is not first',
      () => model.aggregate([{ $sort: { text: 1 } }, { $match: pinned() }]),
      () => model.aggregate([{ $match: pinned() }, { $sort: { text: 1 } }]),
    ],
    [
      'B08 a match in an $or',
      () => model.aggregate([{ $match: { $or: [pinned(), {}] } }]),
      () => model.aggregate([{ $match: { ...pinned(), $or: [{ text: 'own' }] } }]),
    ],
    ...reachingStages().map(([name, stage]): [string, Attempt, Attempt] => [
      `B09/B10 ${name}`,
      () => model.aggregate([{ $match: pinned() }, stage as never]),
      () => model.aggregate([{ $match: pinned() }, { $project: { text: 1 } }]),
    ]),
    [
      'B11 populate',
      () => model.findOne({ _id: foreign._id, company_id: theirs.companyId }).populate('parent_id'),
      () => model.findOne({ _id: own._id, company_id: mine.companyId }),
    ],
    [
      'B12 insertMany without a company',
      () => model.insertMany([{ text: 'a' }]),
      () => model.insertMany([{ text: 'a', company_id: mine.companyId }]),
    ],
    [
      'B13 bulkWrite updateOne',
      () => bulk({ updateOne: { filter: { _id: foreign._id }, update: { text: 'x' } } }),
      () => bulk({ updateOne: { filter: pinned(), update: { $set: { text: 'x' } } } }),
    ],
    [
      'B13 bulkWrite replaceOne that changes the company',
      () => bulk({ replaceOne: { filter: pinned(), replacement: { text: 'x', company_id: theirs.companyId } } }),
      () => bulk({ replaceOne: { filter: pinned(), replacement: { text: 'x', company_id: mine.companyId } } }),
    ],
    [
      'B13 bulkWrite deleteMany',
      () => bulk({ deleteMany: { filter: {} } }),
      () => bulk({ deleteMany: { filter: pinned() } }),
    ],
    [
      'B13 bulkWrite insertOne without a company',
      () => bulk({ insertOne: { document: { text: 'x' } } }),
      () => bulk({ insertOne: { document: { text: 'x', company_id: mine.companyId } } }),
    ],
    [
      'B13 bulkSave',
      () => model.bulkSave([Object.assign(model.hydrate(foreign), { text: 'x' })]),
      () => model.insertMany([{ text: 'a', company_id: mine.companyId }]),
    ],
    [
      'B14 save of a hydrated document',
      () => Object.assign(model.hydrate(foreign), { text: 'x' }).save(),
      () => new model({ text: 'new', company_id: mine.companyId }).save(),
    ],
    [
      'B15 updateOne of a document',
      () => model.hydrate(foreign).updateOne({ text: 'x' }),
      () => model.updateOne(pinned(), { text: 'x' }),
    ],
    ['B15 deleteOne of a document', () => model.hydrate(foreign).deleteOne(), () => model.deleteOne(pinned())],
    ['B16 watch', async () => model.watch().close(), () => model.findOne(pinned())],
    ['B17 cursor', () => model.find({}).cursor().next(), () => model.find(pinned()).cursor().next()],
    ['B24 a company by regex', () => model.find({ company_id: /./ as never }), () => model.find(pinned())],
    ['B24 a company by $in', () => model.find({ company_id: { $in: [theirs.companyId] } }), () => model.find(pinned())],
    ['B24 a company by $ne', () => model.find({ company_id: { $ne: null } as never }), () => model.find(pinned())],
    [
      'B26 a made-up reason',
      () => model.find({}).comment('system: because'),
      () => model.find({}).comment(systemComment('metrics')),
    ],
    ['deleteMany', () => model.deleteMany({ text: 'CANARY' }), () => model.deleteMany(pinned())],
    ['findOneAndDelete', () => model.findOneAndDelete({ _id: foreign._id }), () => model.findOneAndDelete(pinned())],
  ];

  it.each(table)('refuses %s', async (_, attempt) => {
    const before = await stored();
    await expect((async () => attempt())()).rejects.toThrow(TenantWallError);
    expect(await stored()).toEqual(before);
  });

  it.each(table)('allows the twin of %s', async (_, __, twin) => {
    await expect((async () => twin())()).resolves.not.toThrow();
    expect((await stored()).find(({ text }) => text === 'CANARY')).toMatchObject({ company_id: theirs.companyId });
  });

  const other = new Types.ObjectId();
  it.each([
    ['$set', { $set: { company_id: other } }],
    ['$unset', { $unset: { company_id: 1 } }],
    ['a bare field', { company_id: other }],
    ['$rename away', { $rename: { company_id: 'text' } }],
    ['$rename onto', { $rename: { parent_id: 'company_id' } }],
    ['a path below', { $set: { 'company_id.x': 1 } }],
    ['a pipeline $set', [{ $set: { company_id: other } }]],
    ['a pipeline $unset', [{ $unset: 'company_id' }]],
    ['a pipeline $unset of several', [{ $unset: ['text', 'company_id'] }]],
    ['a pipeline $replaceWith', [{ $replaceWith: { text: 'x' } }]],
    ['a pipeline $project', [{ $project: { text: 1 } }]],
  ])('never lets a document change its company by %s', async (_, update) => {
    const before = await stored();
    const collection = new TenantCollection(model);
    for (const attempt of [
      () => model.updateOne(pinned(), update, { updatePipeline: true }),
      () => model.findOneAndUpdate(pinned(), update, { updatePipeline: true }),
      () => model.updateMany({}, update, { updatePipeline: true }).comment(systemComment('metrics')),
      () => bulk({ updateOne: { filter: pinned(), update } }),
      () => collection.updateOne(mine, { _id: own._id }, update as never),
      () => collection.updateMany(mine, {}, update as never),
      () => collection.findOneAndUpdate(mine, { _id: own._id }, update as never),
      () => collection.bulkUpdate([{ scope: mine, filter: {}, update: update as never }]),
      () => collection.updateAcrossCompanies('metrics', {}, update as never),
    ]) {
      await expect((async () => attempt())()).rejects.toThrow(TenantWallError);
    }
    expect(await stored()).toEqual(before);
  });

  it('guards a discriminator like its base (B20)', async () => {
    const Special = model.discriminator<Note>('Special', new MongooseSchema({ extra: String }) as never);
    await expect(Special.find({ text: 'CANARY' })).rejects.toThrow(TenantWallError);
    await expect(Special.find(pinned())).resolves.toEqual([]);
  });
});

function reachingStages(): [string, object][] {
  const from = 'wall_notes';
  return [
    ['$lookup', { $lookup: { from, pipeline: [], as: 'x' } }],
    [
      '$graphLookup',
      { $graphLookup: { from, startWith: '$text', connectFromField: 'text', connectToField: 'text', as: 'x' } },
    ],
    ['$unionWith', { $unionWith: from }],
    ['$facet', { $facet: { a: [{ $lookup: { from, pipeline: [], as: 'x' } }] } }],
    ['$out', { $out: 'elsewhere' }],
    ['$merge', { $merge: { into: 'elsewhere' } }],
  ];
}
