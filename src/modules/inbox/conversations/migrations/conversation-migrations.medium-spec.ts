import { Logger } from '@nestjs/common';
import mongoose, { type Connection, Types } from 'mongoose';
import { dropTestDatabase, testDatabaseUri } from '../../../../../test/support/test-database.js';
import { AppConfig } from '../../../../core/config/index.js';
import { type Migration, Migrator } from '../../../../core/database/index.js';
import { petsOfConversations } from './pets-of-conversations.js';
import { readByOfConversations } from './read-by-of-conversations.js';
import { serviceOfNextAppointments } from './service-of-next-appointments.js';

const company_id = new Types.ObjectId();

describe('migrations of conversations', () => {
  let uri: string;
  let connection: Connection;

  const conversations = () => connection.collection('conversations').find({}).sort({ _id: 1 }).toArray();
  const migrate = (migration: Migration) => {
    const config = AppConfig.load({ NODE_ENV: 'test', MONGODB_URI: uri });
    return new Migrator(connection, config).migrate([migration]);
  };
  const conversation = (more: object) => ({
    _id: new Types.ObjectId(),
    company_id,
    updated_at: new Date('2026-11-02T12:00:00Z'),
    ...more,
  });

  beforeAll(() => Logger.overrideLogger(['error', 'fatal']));
  beforeEach(async () => {
    uri = testDatabaseUri('conversations');
    connection = await mongoose.createConnection(uri).asPromise();
  });
  afterEach(async () => {
    await connection.close();
    await dropTestDatabase(uri);
  });

  it('take over the read marks that cover all customer messages', async () => {
    const [one, other] = [conversation({ inbound_count: 3 }), conversation({ inbound_count: 1 })];
    await connection.collection('conversations').insertMany([one, other]);
    const [done, behind] = [new Types.ObjectId(), new Types.ObjectId()];
    const mark = { company_id, conversation_id: one._id, up_to_seq: 9 };
    await connection.collection('read_marks').insertMany([
      { ...mark, user_id: done, inbound_count: 3 },
      { ...mark, user_id: behind, inbound_count: 2 },
    ]);
    await migrate(readByOfConversations);
    expect(await conversations()).toMatchObject([{ read_by: [{ user_id: done, inbound_count: 3 }] }, { read_by: [] }]);
  });

  it('take over the three newest pets of the contact', async () => {
    const contact_id = new Types.ObjectId();
    await connection.collection('conversations').insertOne(conversation({ contact_id }));
    const pet = (name: string, more: object = {}) => ({ company_id, contact_id, name, species: 'dog', ...more });
    const foreign = pet('Foreign', { company_id: new Types.ObjectId() });
    await connection.collection('pets').insertMany([...['A', 'B', 'C', 'D'].map((name) => pet(name)), foreign]);
    await migrate(petsOfConversations);
    const [migrated] = await conversations();
    expect(migrated?.['pets']).toMatchObject([{ name: 'D', species: 'dog' }, { name: 'C' }, { name: 'B' }]);
  });

  it('name the service of the next appointment, null for one that is gone', async () => {
    const [_id, service_id, starts_at] = [new Types.ObjectId(), new Types.ObjectId(), new Date()];
    const appointment = { _id, company_id, service_id, booked_services: [{ _id: service_id, name: 'Bath' }] };
    await connection.collection('appointments').insertOne(appointment);
    await connection
      .collection('conversations')
      .insertMany([
        conversation({ next_appointment: { _id, starts_at } }),
        conversation({ next_appointment: { _id: new Types.ObjectId(), starts_at } }),
        conversation({ next_appointment: null }),
      ]);
    await migrate(serviceOfNextAppointments);
    expect(await conversations()).toMatchObject([
      { next_appointment: { _id, starts_at, service_name: 'Bath' } },
      { next_appointment: { service_name: null } },
      { next_appointment: null },
    ]);
  });
});
