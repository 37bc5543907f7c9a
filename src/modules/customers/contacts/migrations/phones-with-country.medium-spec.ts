import { Logger } from '@nestjs/common';
import mongoose, { type Connection, Types } from 'mongoose';
import { dropTestDatabase, testDatabaseUri } from '../../../../../test/support/test-database.js';
import { AppConfig } from '../../../../core/config/index.js';
import { Migrator } from '../../../../core/database/index.js';
import { phonesOfContacts, phonesOfConversations, phonesOfMerges } from './phones-with-country.js';

const BRAZIL = { _id: new Types.ObjectId(), country: 'BR' };
const CHILE = { _id: new Types.ObjectId(), country: 'CL' };
const NOWHERE = { _id: new Types.ObjectId(), country: null };
const company_id = BRAZIL._id;
const MIGRATIONS = [phonesOfContacts, phonesOfMerges, phonesOfConversations];

describe('the migration of phones', () => {
  let uri: string;
  let connection: Connection;

  const plant = (collection: string, documents: object[]) => connection.collection(collection).insertMany(documents);
  const all = (collection: string) => connection.collection(collection).find({}).sort({ _id: 1 }).toArray();
  const migrate = (times = 1) => {
    const migrations = Array.from({ length: times }, () => MIGRATIONS).flat();
    return new Migrator(connection, AppConfig.load({ NODE_ENV: 'test', MONGODB_URI: uri })).migrate(migrations);
  };
  const contact = (company: { _id: Types.ObjectId }, phone: string | null) => ({
    ...{ company_id: company._id, full_name: 'Ana', email: null, social: {}, platforms: ['whatsapp'], phone },
    ...{ phone_normalized: phone?.replace(/\D/g, ''), search: ['ana'], match_keys: [], revision: 4 },
  });

  beforeAll(() => Logger.overrideLogger(['error', 'fatal']));
  beforeEach(async () => {
    uri = testDatabaseUri('phones');
    connection = await mongoose.createConnection(uri).asPromise();
    await plant('companies', [BRAZIL, CHILE, NOWHERE]);
  });
  afterEach(async () => {
    await connection.close();
    await dropTestDatabase(uri);
  });

  it.each([
    ['adds the country of the company', BRAZIL, '(11) 98888-7777', '+55 11 98888 7777'],
    ['reads digits alone', BRAZIL, '11988887777', '+55 11 98888 7777'],
    ['reads a trunk prefix', BRAZIL, '011 98888-7777', '+55 11 98888 7777'],
    ['knows another country', CHILE, '(2) 2123 4567', '+56 2 2123 4567'],
    ['leaves a Brazilian number without its area', BRAZIL, '98888-7777', '98888-7777'],
    ['leaves a number that does not exist', BRAZIL, '(11) 0000-0000', '(11) 0000-0000'],
    ['leaves a number with another country', BRAZIL, '+351 919 888 777', '+351 919 888 777'],
    ['leaves a number of a company without a country', NOWHERE, '(11) 98888-7777', '(11) 98888-7777'],
    ['leaves no number', BRAZIL, null, null],
  ])('%s', async (_, company, before, after) => {
    await plant('contacts', [contact(company, before)]);
    await migrate();
    expect(await all('contacts')).toMatchObject([{ phone: after, revision: before === after ? 4 : 5 }]);
  });

  it('derives the other fields as an edit does, also for a mobile without the ninth digit', async () => {
    await plant('contacts', [contact(BRAZIL, '(11) 8888-7777'), contact(BRAZIL, '98888-7777')]);
    await migrate();
    expect(await all('contacts')).toMatchObject([
      {
        phone_normalized: '+551188887777',
        match_keys: ['phone:551188887777'],
        search: expect.arrayContaining(['ana', '551188887777', '1188887777', '88887777']),
        platforms: ['whatsapp'],
      },
      { phone_normalized: '988887777', match_keys: [], search: ['ana'] },
    ]);
  });

  it('converts both of two contacts that turn out to have one number', async () => {
    await plant('contacts', [contact(BRAZIL, '(11) 98888-7777'), contact(BRAZIL, '11 8888-7777')]);
    await migrate();
    const keys = (await all('contacts')).map(({ match_keys }) => match_keys as unknown);
    expect(keys).toEqual([['phone:551188887777'], ['phone:551188887777']]);
  });

  it('converts the copies in merges and in conversations', async () => {
    const phones = ['(11) 98888-7777', '98888-7777'];
    const fields = [
      { field: 'email', before: null, after: 'ana@example.com' },
      { field: 'phone', before: null, after: phones[0] },
    ];
    await plant('contact_merges', [{ company_id, fields }]);
    await plant(
      'conversations',
      phones.map((phone) => ({ company_id, contact: { full_name: 'Ana', phone }, search: ['ana', 'rex'] })),
    );
    await migrate();
    expect(await all('contact_merges')).toMatchObject([
      { fields: [fields[0], { field: 'phone', before: null, after: '+55 11 98888 7777' }] },
    ]);
    expect(await all('conversations')).toMatchObject([
      {
        contact: { full_name: 'Ana', phone: '+55 11 98888 7777' },
        search: ['ana', 'rex', '5511988887777', '11988887777', '988887777'],
      },
      { contact: { phone: '98888-7777' }, search: ['ana', 'rex'] },
    ]);
  });

  it('can be repeated', async () => {
    await plant('contacts', [contact(BRAZIL, '(11) 98888-7777'), contact(BRAZIL, '98888-7777')]);
    expect((await migrate())[0]).toContain('(1 documents changed)');
    const before = await all('contacts');
    expect((await migrate(2)).map((line) => /\d+ documents/.exec(line)?.[0])).toEqual(Array(3).fill('0 documents'));
    expect(await all('contacts')).toEqual(before);
  });
});
