import { createHash } from 'node:crypto';
import { jest } from '@jest/globals';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import request from 'supertest';
import { aStaffMember, PASSWORD, type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import { aContact } from '../../../../test/builders/contacts.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import { AppError } from '../../errors/index.js';
import { CompanyScope, toObjectId } from '../../tenancy/index.js';
import { type Answer, IdempotencyService, RENEW_EVERY_MS } from './idempotency.service.js';
import { IdempotencyKey } from './idempotency-key.schema.js';

const CONTACTS = '/api/v1/contacts';
const EVERYTHING_BUT_INTERVALS = [
  'Date',
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setTimeout',
  'clearTimeout',
] as const;

describe('Idempotency-Key', () => {
  let app: TestApp;
  let owner: RegisteredCompany;
  let keys = 0;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    owner = await registerCompany(app);
  });
  afterAll(() => app.close());

  const aKey = (): string => `key-${++keys}`;
  const post = (key: string, body: object, path = CONTACTS, by: Pick<RegisteredCompany, 'auth'> = owner) =>
    request(app.url).post(path).set(by.auth).set('Idempotency-Key', key).send(body);
  const contactCount = async (): Promise<number> => {
    const { body } = await request(app.url).get(CONTACTS).set(owner.auth).expect(200);
    return body.items.length as number;
  };
  const stored = (): Model<IdempotencyKey> => app.app.get(getModelToken(IdempotencyKey.name), { strict: false });
  const ofOwner = (): Pick<IdempotencyKey, 'company_id'> => ({ company_id: toObjectId(owner.company._id) });
  /** Pretends that time has passed for a key. */
  const age = (key: string, fields: Partial<IdempotencyKey>) =>
    stored().updateOne({ key, ...ofOwner() }, { $set: fields });
  const isAlive = async (key: string): Promise<boolean> =>
    (await stored().exists({ key, ...ofOwner(), lease_until: { $gt: new Date() } })) !== null;

  it('gives a repetition the same answer and no second effect', async () => {
    const key = aKey();
    const first = await post(key, { full_name: 'Ana' }).expect(201);
    const second = await post(key, { full_name: 'Ana' }).expect(201);
    expect(second.body).toEqual(first.body);
    expect([first.headers['idempotency-replayed'], second.headers['idempotency-replayed']]).toEqual([
      undefined,
      'true',
    ]);
    expect(await contactCount()).toBe(1);
  });

  it('repeats a status that is not 201', async () => {
    const { _id } = await aContact(app, owner);
    for (let i = 0; i < 2; i++) {
      const { body } = await post('tags', { tags: ['a'] }, `${CONTACTS}/${_id}/tags`).expect(200);
      expect(body.tags).toEqual(['a']);
    }
  });

  it('lets one of ten parallel requests work and gives the others its answer or "still running"', async () => {
    const key = aKey();
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(key, { full_name: 'Race' })));
    const made = answers.filter(({ status }) => status === 201);
    expect(new Set(made.map(({ body }) => body._id)).size).toBe(1);
    for (const { body } of answers.filter(({ status }) => status !== 201)) {
      expect(body).toMatchObject({ statusCode: 409, code: 'IDEMPOTENCY_IN_PROGRESS' });
    }
    expect(await contactCount()).toBe(1);
  });

  it('refuses another body and another query under the same key', async () => {
    const key = aKey();
    await post(key, { full_name: 'Ana' }).expect(201);
    const other = await post(key, { full_name: 'Bia' }).expect(409);
    expect(other.body.code).toBe('IDEMPOTENCY_CONFLICT');
    await post(key, { full_name: 'Ana' }, `${CONTACTS}?x=1`).expect(409);
    expect(await contactCount()).toBe(1);
  });

  it('keeps users, companies and routes apart', async () => {
    const key = aKey();
    const [stranger, staff] = [await registerCompany(app), await aStaffMember(app, owner)];
    const mine = await post(key, { full_name: 'Ana' }).expect(201);
    const theirs = await post(key, { full_name: 'Ana' }, CONTACTS, stranger).expect(201);
    const colleagues = await post(key, { full_name: 'Ana' }, CONTACTS, staff).expect(201);
    expect(new Set([mine, theirs, colleagues].map(({ body }) => body._id)).size).toBe(3);
    await post(key, { name: 'Rex', contact_id: mine.body._id }, '/api/v1/pets').expect(201);
  });

  it('repeats a refusal of the input, but not one that may pass', async () => {
    const key = aKey();
    const refused = await post(key, { full_name: '' }).expect(400);
    const again = await post(key, { full_name: '' }).expect(400);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect({ ...again.body, requestId: '' }).toEqual({ ...refused.body, requestId: '' });
    expect(again.body.requestId).toBe(again.headers['x-request-id']);

    const [a, b] = [await aContact(app, owner), await aContact(app, owner)];
    const merged = await post(aKey(), { contact_id: b._id }, `${CONTACTS}/${a._id}/merge`).expect(200);
    const petKey = aKey();
    const pet = { name: 'Rex', contact_id: b._id };
    await post(petKey, pet, '/api/v1/pets').expect(409);
    await post(aKey(), {}, `${CONTACTS}/merges/${merged.body.merge._id}/undo`).expect(200);
    await post(petKey, pet, '/api/v1/pets').expect(201);
  });

  it('runs again when the first run crashed, but not while it may be alive', async () => {
    const key = aKey();
    await post(key, { full_name: 'Ana' }).expect(201);
    await age(key, { answer: null });
    expect((await post(key, { full_name: 'Ana' }).expect(409)).body.code).toBe('IDEMPOTENCY_IN_PROGRESS');
    await age(key, { lease_until: new Date(0) });
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(key, { full_name: 'Ana' })));
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThanOrEqual(1);
    expect(await contactCount()).toBe(2);
  });

  it('forgets a key after its day, when it is read and when it is swept', async () => {
    const key = aKey();
    await post(key, { full_name: 'Ana' }).expect(201);
    await age(key, { expires_at: new Date(0) });
    await post(key, { full_name: 'Bia' }).expect(201);
    await age(key, { expires_at: new Date(0) });
    await app.app.get(IdempotencyService, { strict: false }).purge();
    expect((await age(key, { expires_at: new Date(0) })).matchedCount).toBe(0);
  });

  it.each([
    ['an empty key', ''],
    ['a key that is not ASCII', 'caf\u00e9'],
    ['a key of 256 characters', 'x'.repeat(256)],
  ])('refuses %s', async (_, key) => {
    const { body } = await post(key, { full_name: 'Ana' }).expect(400);
    expect(body).toMatchObject({ code: 'VALIDATION_ERROR', details: [{ field: 'Idempotency-Key' }] });
  });

  describe('for a raw handler', () => {
    let idempotency: IdempotencyService;
    const call = (key: string) => ({
      scope: CompanyScope.of(owner.company._id),
      userId: 'u',
      route: 'POST /raw',
      key,
      fingerprint: idempotency.fingerprintOf('same'),
    });
    beforeEach(() => {
      idempotency = app.app.get(IdempotencyService, { strict: false });
    });

    it('keeps neither a failure on our side nor an answer that cannot be repeated', async () => {
      let runs = 0;
      const outcomes: (() => Promise<Answer>)[] = [
        () => Promise.reject(new AppError('UPSTREAM', 502, 'down')),
        () => Promise.resolve({ status: 503, body: null }),
        () => Promise.resolve({ status: 200, body: 'stream', isOnce: true }),
        () => Promise.resolve({ status: 204, body: undefined }),
      ];
      const work = (): Promise<Answer> => outcomes[runs++]!();
      const key = call(aKey());
      await expect(idempotency.run(key, work)).rejects.toMatchObject({ code: 'UPSTREAM' });
      expect(await idempotency.run(key, work)).toMatchObject({ status: 503, replayed: false });
      expect(await idempotency.run(key, work)).toMatchObject({ status: 200, replayed: false });
      expect(await idempotency.run(key, work)).toMatchObject({ status: 204, replayed: false });
      expect(await idempotency.run(key, work)).toEqual({ status: 204, body: undefined, replayed: true });
      expect(runs).toBe(4);
    });

    it('renews its lease while it works, and gives it up at the end', async () => {
      const key = call(aKey());
      jest.useFakeTimers({ doNotFake: [...EVERYTHING_BUT_INTERVALS] });
      try {
        await idempotency.run(key, async () => {
          await age(key.key, { lease_until: new Date(0) });
          jest.advanceTimersByTime(RENEW_EVERY_MS);
          // Each look is a round trip, so this does not spin.
          while (!(await isAlive(key.key)));
          await expect(idempotency.run(key, () => Promise.reject(new Error('ran twice')))).rejects.toMatchObject({
            code: 'IDEMPOTENCY_IN_PROGRESS',
          });
          return { status: 503, body: null };
        });
      } finally {
        jest.useRealTimers();
      }
      expect(await idempotency.run(key, () => Promise.resolve({ status: 201, body: 'free' }))).toMatchObject({
        body: 'free',
      });
    });

    it('lets a run that lost its lease answer its caller, but not overwrite the kept answer', async () => {
      const key = call(aKey());
      const slow = await idempotency.run(key, async () => {
        await age(key.key, { lease_until: new Date(0) });
        await idempotency.run(key, () => Promise.resolve({ status: 201, body: 'second' }));
        return { status: 201, body: 'first' };
      });
      expect(slow.body).toBe('first');
      const repeated = await idempotency.run(key, () => Promise.resolve({ status: 500, body: 'never' }));
      expect(repeated).toMatchObject({ body: 'second', replayed: true });
    });
  });

  it('sends a message once although the key and its lease are lost', async () => {
    const { _id: contact_id } = await aContact(app, owner);
    const key = aKey();
    const message = { contact_id, role: 'operator', direction: 'outbound', platform: 'other', content: 'Hello' };
    const first = await post(key, message, '/api/v1/messages').expect(201);
    await age(key, { answer: null, lease_until: new Date(0) });
    const second = await post(key, message, '/api/v1/messages').expect(201);
    expect(second.headers['idempotency-replayed']).toBeUndefined();
    expect(second.body.messageData._id).toBe(first.body.messageData._id);
    // Once a key has expired it may be used for another message.
    await age(key, { expires_at: new Date(0) });
    const other = await post(key, { ...message, content: 'Goodbye' }, '/api/v1/messages').expect(201);
    expect(other.body.messageData._id).not.toBe(first.body.messageData._id);
  });

  describe('on routes that take or answer credentials', () => {
    const storedKeys = (): Promise<IdempotencyKey[]> => stored().find(ofOwner()).lean<IdempotencyKey[]>();

    it('stores nothing, although the caller sends a valid access token', async () => {
      const { email } = owner.user;
      const { refreshToken } = owner.tokens;
      await post(aKey(), { email, password: PASSWORD }, '/api/v1/auth/login').expect(200);
      await post(aKey(), { refreshToken }, '/api/v1/auth/refresh').expect(200);
      await post(aKey(), { email }, '/api/v1/auth/forgot-password').expect(202);
      await post(aKey(), { password: PASSWORD }, '/api/v1/auth/reset-password/no-such-token').expect(400);
      await post(aKey(), {}, '/api/v1/auth/logout').expect(204);
      expect(await storedKeys()).toEqual([]);
    });

    it('stores no hash of a body that could be guessed', async () => {
      await post(aKey(), { full_name: 'Ana' }).expect(201);
      const [{ fingerprint } = { fingerprint: '' }] = await storedKeys();
      const length = String(Buffer.byteLength(JSON.stringify({ full_name: 'Ana' })));
      const guess = JSON.stringify([CONTACTS, { full_name: 'Ana' }, length]);
      expect(fingerprint).not.toBe(createHash('sha256').update(guess).digest('base64url'));
    });
  });

  it('is in the API document of every POST behind a log-in', async () => {
    const { body } = await request(app.url).get('/api/docs-json').expect(200);
    const headers = (path: string): string[] =>
      (body.paths[path].post.parameters as { name: string }[]).map(({ name }) => name);
    expect(headers(CONTACTS)).toContain('Idempotency-Key');
    expect(headers('/api/v1/auth/login')).not.toContain('Idempotency-Key');
    expect(headers('/api/v1/auth/logout')).not.toContain('Idempotency-Key');
  });
});
