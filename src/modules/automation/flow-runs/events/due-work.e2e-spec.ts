import { Types } from 'mongoose';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { openRawDatabase, type RawDatabase } from '../../../../../test/support/raw-database.js';
import { DueWork } from './due-work.service.js';
import { DUE_OF_COMPANY } from './fair-pages.js';

const HOUR_MS = 3_600_000;

describe('work that is due', () => {
  let app: TestApp;
  let raw: RawDatabase;

  beforeAll(async () => {
    app = await startTestApp();
    raw = await openRawDatabase(app);
  });
  afterAll(async () => {
    await raw.close();
    await app.close();
  });

  it('of a small company is found by the next sweep, whatever waits of a large one', async () => {
    // The sweeps of the app itself do not see it yet.
    const due = Date.now() + HOUR_MS;
    const [large, small] = [new Types.ObjectId(), new Types.ObjectId()];
    const thread = (company_id: Types.ObjectId, due_at: number) => ({
      _id: new Types.ObjectId(),
      company_id,
      taken_seq: 0,
      events: [],
      due_at: new Date(due_at),
      created_at: new Date(),
      updated_at: new Date(),
    });
    const ofLarge = Array.from({ length: 500 }, (_, index) => thread(large, due + index));
    const ofSmall = thread(small, due + HOUR_MS);
    await raw.db.collection('flow_threads').insertMany([...ofLarge, ofSmall]);
    const found = await app.app.get(DueWork, { strict: false }).find(new Date(due + 2 * HOUR_MS));
    expect(found.filter(({ company_id }) => company_id.equals(large))).toHaveLength(DUE_OF_COMPANY);
    expect(found.filter(({ company_id }) => company_id.equals(small))).toMatchObject([
      { conversation_id: ofSmall._id },
    ]);
  });
});
