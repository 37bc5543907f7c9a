import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import request from 'supertest';
import { anEmail, logIn, PASSWORD } from '../../../../test/builders/accounts.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import { systemComment } from '../../../core/tenancy/index.js';
import { RegistrationService } from './registration.service.js';

const CRASHER = fileURLToPath(new URL('../../../../test/support/registration-crasher.ts', import.meta.url));
const CRASH_TIMEOUT_MS = 60_000;
const LONG_AGO = new Date(Date.now() - 3_600_000);
const SYSTEM = { comment: systemComment('finish registrations') };

describe('a registration whose process is killed between the owner and the company', () => {
  let app: TestApp;
  let db: NonNullable<Connection['db']>;

  beforeAll(async () => {
    app = await startTestApp();
    const connection = app.app.get<Connection>(getConnectionToken());
    if (!connection.db) throw new Error('no database');
    db = connection.db;
  });
  afterAll(() => app.close());

  const userOf = (email: string) => db.collection('users').findOne({ email }, SYSTEM);
  const companyOf = async (email: string) =>
    db.collection('companies').findOne({ _id: (await userOf(email))?.['company_id'] });
  const register = (email: string, password: string) =>
    request(app.url).post('/api/v1/auth/register').send({ email, password, company_name: 'Another Name' });

  /** @returns the address of the half-made account */
  async function interrupted(): Promise<string> {
    const email = anEmail();
    const company = { name: 'Half Way', time_zone: 'UTC', locale: 'en' };
    const registration = JSON.stringify({ email, password: PASSWORD, full_name: 'Ana', locale: 'en', company });
    const { mongodbUri = '', dataDir } = app.config;
    const victim = spawn(process.execPath, [CRASHER, mongodbUri, dataDir, registration], {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: CRASH_TIMEOUT_MS,
      killSignal: 'SIGTERM',
    });
    expect(await once(victim, 'exit')).toEqual([null, 'SIGKILL']);
    expect(await userOf(email)).toMatchObject({ state: 'registering', company_draft: company });
    expect(await companyOf(email)).toBeNull();
    return email;
  }

  it('is finished by a log-in of the owner, and only once by ten log-ins at the same time', async () => {
    const email = await interrupted();
    const answers = await Promise.all(Array.from({ length: 10 }, () => logIn(app, email)));
    const [{ user, auth }] = answers as [(typeof answers)[number]];
    expect(user).toMatchObject({ state: 'active', role: 'owner', email });
    const { body } = await request(app.url).get('/api/v1/companies/me').set(auth).expect(200);
    expect(body).toMatchObject({ _id: user.company_id, name: 'Half Way' });
    const owner = (await userOf(email))?._id;
    expect(await db.collection('companies').countDocuments({ owner_ids: owner })).toBe(1);
  });

  it('is finished by a second attempt with the right password only', async () => {
    const email = await interrupted();
    expect((await register(email, 'not the password').expect(409)).body.code).toBe('EMAIL_TAKEN');
    expect(await companyOf(email)).toBeNull();
    const { body } = await register(email, PASSWORD).expect(201);
    expect(body).toMatchObject({ user: { state: 'active' }, company: { name: 'Half Way' } });
    await register(email, PASSWORD).expect(409);
  });

  it('is finished by the sweep once it is old enough', async () => {
    const email = await interrupted();
    const registrations = app.app.get(RegistrationService);
    expect(await registrations.sweep()).toBe(0);
    await db.collection('users').updateOne({ email }, { $set: { created_at: LONG_AGO } }, SYSTEM);
    expect(await registrations.sweep()).toBe(1);
    expect(await companyOf(email)).toMatchObject({ name: 'Half Way' });
    expect(await userOf(email)).toMatchObject({ state: 'active', company_draft: null });
    expect(await registrations.sweep()).toBe(0);
  });

  it('is finished by the sweep although an older one cannot be', async () => {
    const [bad, good] = [await interrupted(), await interrupted()];
    const longerAgo = new Date(LONG_AGO.getTime() - 1_000);
    const unmakeable = { created_at: longerAgo, 'company_draft.locale': 'no-such-locale' };
    await db.collection('users').updateOne({ email: bad }, { $set: unmakeable }, SYSTEM);
    await db.collection('users').updateOne({ email: good }, { $set: { created_at: LONG_AGO } }, SYSTEM);
    expect(await app.app.get(RegistrationService).sweep()).toBe(1);
    expect(await userOf(good)).toMatchObject({ state: 'active' });
    expect(await userOf(bad)).toMatchObject({ state: 'registering' });
  });
});
