import { randomBytes } from 'node:crypto';
import { getConnectionToken } from '@nestjs/mongoose';
import { type Connection, Types } from 'mongoose';
import { startTestModule, type TestModule } from '../../../test/support/test-module.js';
import { declareSealedField } from './sealed-fields.js';
import { SecretBox } from './secret-box.js';
import { SecretResealer } from './secret-resealer.js';

const aKey = (): string => randomBytes(32).toString('base64');
const [OLD, NEW] = [aKey(), aKey()];
const placeOf = declareSealedField('safes', 'content');

interface Safe {
  _id: Types.ObjectId;
  company_id: Types.ObjectId;
  content: string;
}

describe('sealing stored secrets with the newest key', () => {
  let test: TestModule;
  let connection: Connection;

  beforeAll(async () => {
    test = await startTestModule('reseal', []);
    connection = test.module.get<unknown, Connection>(getConnectionToken(), { strict: false });
  });
  beforeEach(() => connection.collection('safes').drop());
  afterAll(() => test.close());

  const store = async (key: string, secret: string): Promise<Safe> => {
    const owner = { _id: new Types.ObjectId(), company_id: new Types.ObjectId() };
    const safe = { ...owner, content: new SecretBox([key]).seal(secret, placeOf(owner)) };
    await connection.collection<Safe>('safes').insertOne(safe);
    return safe;
  };
  const stored = async ({ _id, company_id }: Safe): Promise<string> =>
    (await connection.collection<Safe>('safes').findOne({ _id, company_id }))?.content ?? '';
  const rotation = (...keys: string[]): SecretResealer => new SecretResealer(connection, new SecretBox(keys));
  const reseal = async (): Promise<unknown> =>
    (await rotation(NEW, OLD).reseal()).find(({ collection }) => collection === 'safes');
  const report = { collection: 'safes', field: 'content', unreadable: [] };

  it('needs the old key no more, and changes nothing the second time', async () => {
    const safes = [await store(OLD, 'first'), await store(OLD, 'second'), await store(NEW, 'third')];
    expect(await reseal()).toEqual({ ...report, resealed: 2 });
    const box = new SecretBox([NEW]);
    const secrets = await Promise.all(safes.map(async (safe) => box.open(await stored(safe), placeOf(safe))));
    expect(secrets).toEqual(['first', 'second', 'third']);
    expect(await reseal()).toEqual({ ...report, resealed: 0 });
  });

  it('may run twice at the same time', async () => {
    const safe = await store(OLD, 'first');
    await Promise.all([reseal(), reseal()]);
    expect(new SecretBox([NEW]).open(await stored(safe), placeOf(safe))).toBe('first');
  });

  it('names what no configured key opens, and goes on with the rest', async () => {
    const lost = await store(aKey(), 'lost');
    const safe = await store(OLD, 'first');
    expect(await reseal()).toEqual({ ...report, resealed: 1, unreadable: [lost._id.toHexString()] });
    expect(await stored(lost)).toBe(lost.content);
    expect(new SecretBox([NEW]).open(await stored(safe), placeOf(safe))).toBe('first');
  });
});
