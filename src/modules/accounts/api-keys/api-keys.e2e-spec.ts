import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import request from 'supertest';
import {
  aStaffMember,
  type LoggedIn,
  registerCompany,
  type RegisteredCompany,
} from '../../../../test/builders/accounts.js';
import { aContact } from '../../../../test/builders/contacts.js';
import { refusalOf } from '../../../../test/support/inbox.js';
import { openRawDatabase } from '../../../../test/support/raw-database.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import type { Permission } from '../../../core/auth-guards/index.js';
import { EVENT_PERMISSIONS } from '../../../core/realtime/event-permissions.js';
import { WEBHOOK_KINDS } from '../../integrations/outgoing-webhooks/webhook-kinds.js';
import type { CreatedApiKeyDto } from './dto/api-key.dto.js';

const RATE_LIMIT = 200;

describe('API keys', () => {
  let app: TestApp;
  let owner: RegisteredCompany;

  beforeAll(async () => {
    app = await startTestApp({ RATE_LIMIT_PER_MINUTE: String(RATE_LIMIT) });
    owner = await registerCompany(app);
  });
  afterAll(() => app.close());

  const call = (
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
    auth: LoggedIn['auth'],
    body?: object,
  ): request.Test => request(app.url)[method](`/api/v1${path}`).set(auth).send(body);
  const aKey = async (permissions: Permission[], by: LoggedIn = owner) => {
    const { body } = await call('post', '/api-keys', by.auth, { name: 'Reports', permissions }).expect(201);
    const made = body as CreatedApiKeyDto;
    return { ...made, auth: { authorization: `Bearer ${made.key}` } };
  };

  it('shows the key once, stores its hash, and writes who made it into the log', async () => {
    const log = jest.spyOn(Logger.prototype, 'log');
    const { _id, key, prefix } = await aKey(['contacts:read']);
    expect(log).toHaveBeenCalledWith(
      expect.objectContaining({ message: 'API key created', userId: owner.user._id, api_key_id: _id }),
    );
    log.mockRestore();
    expect(key).toMatch(/^pb_[\w-]{43}$/);
    expect(key.startsWith(prefix)).toBe(true);
    const { text } = await call('get', '/api-keys', owner.auth).expect(200);
    const raw = await openRawDatabase(app);
    const stored = JSON.stringify(await raw.db.collection('api_keys').find().toArray());
    await raw.close();
    for (const shown of [text, stored]) expect(shown).not.toContain(key);
  });

  it('finds no name of a customer if it may only read pets', async () => {
    const { _id: contact_id } = await aContact(app, owner);
    await call('post', '/pets', owner.auth, { contact_id, name: 'Zeppelin' }).expect(201);
    const find = async (...permissions: Permission[]) => {
      const { auth } = await aKey(['company:read', 'pets:read', ...permissions]);
      return (await call('get', '/search?q=Zeppelin', auth).expect(200)).body.pets[0] as {
        contact_name: string | null;
      };
    };
    expect((await find()).contact_name).toBeNull();
    expect((await find('contacts:read')).contact_name).not.toBeNull();
  });

  it('may do exactly what its permissions say, in its company', async () => {
    const { auth, _id } = await aKey(['contacts:read']);
    const [own, foreign] = [await aContact(app, owner), await aContact(app, await registerCompany(app))];
    await call('get', `/contacts/${own._id}`, auth).expect(200);
    await call('get', `/contacts/${foreign._id}`, auth).expect(404);
    await call('post', '/contacts', auth, { full_name: 'Nobody' }).expect(403);
    await call('get', '/pets', auth).expect(403);
    const { body } = await call('get', '/api-keys', owner.auth).expect(200);
    const used = (body.items as CreatedApiKeyDto[]).find((one) => one._id === _id);
    expect(used?.last_used_at).not.toBeNull();
  });

  it('may manage webhooks only if it may read everything that they send', async () => {
    const reads = [...new Set(Object.values(WEBHOOK_KINDS).map(({ logged }) => EVENT_PERMISSIONS[logged]))];
    const make = (permissions: Permission[]) =>
      call('post', '/api-keys', owner.auth, { name: 'Webhooks', permissions: ['integrations:manage', ...permissions] });
    await make(reads).expect(201);
    for (const missing of reads) {
      const { body } = await make(reads.filter((one) => one !== missing)).expect(400);
      expect(body.details).toMatchObject([
        { field: 'permissions', message: expect.stringContaining(`must include ${missing},`) as string },
      ]);
    }
  });

  it('sends messages as the API, by the fast way too', async () => {
    const { auth } = await aKey(['messages:send', 'messages:import']);
    const contact = await aContact(app, owner);
    const message = { contact_id: contact._id, role: 'user', direction: 'inbound', platform: 'web', content: 'hi' };
    const { body } = await call('post', '/messages', auth, message).expect(201);
    expect(body.messageData.author).toMatchObject({ kind: 'user', key_name: 'Reports' });
    const { auth: without } = await aKey(['messages:send']);
    await call('post', '/messages', without, message).expect(403);
  });

  it.each([
    ['get', '/auth/verify'],
    ['get', '/auth/sessions'],
    ['post', '/auth/logout'],
    ['get', '/users/me'],
    ['get', '/api-keys'],
    ['post', '/api-keys'],
    ['post', '/users'],
    ['get', '/secrets'],
    ['put', '/secrets/shop_key'],
    ['delete', '/secrets/shop_key'],
  ] as const)('is refused at %s %s', async (method, path) => {
    const { auth } = await aKey(['contacts:read', 'users:read']);
    expect((await call(method, path, auth, {})).status).toBe(403);
  });

  it('may not read or write secrets; people see only the names of secrets', async () => {
    const put = (name: string, value: unknown) => call('put', `/secrets/${name}`, owner.auth, { value });
    const { body } = await put('shop_key', ' a quiet word ').expect(200);
    const shown = { name: 'shop_key', changed_at: expect.any(String) as string, changed_by: owner.user._id };
    expect(body).toEqual(shown);
    expect((await call('get', '/secrets', owner.auth).expect(200)).body.items).toEqual([shown]);
    const tooLarge = 'é'.repeat(4_097);
    for (const value of [tooLarge, '', 7, null, undefined]) {
      const { text } = await put('shop_key', value).expect(400);
      expect(text).not.toContain(tooLarge);
    }
    for (const name of ['1st', 'with%20space', 'a'.repeat(65), '%2e%2e']) await put(name, 'value').expect(400);
    await call('delete', '/secrets/shop_key', owner.auth).expect(204);
    await call('delete', '/secrets/shop_key', owner.auth).expect(404);
  });

  it('opens no socket', async () => {
    const { key } = await aKey(['conversations:read']);
    expect(await refusalOf(app, { token: key })).toMatchObject({ code: 'INVALID_TOKEN' });
  });

  it('is refused after it was deleted, and when it is wrong', async () => {
    const { _id, auth } = await aKey(['contacts:read']);
    const stranger = await registerCompany(app);
    await call('delete', `/api-keys/${_id}`, stranger.auth).expect(404);
    await call('delete', `/api-keys/${_id}`, owner.auth).expect(204);
    expect((await call('get', '/contacts', auth).expect(401)).body.code).toBe('INVALID_TOKEN');
    await call('get', '/contacts', { authorization: 'Bearer pb_wrong' }).expect(401);
  });

  it('is made by owners and managers, without permissions that they or keys cannot have', async () => {
    const [manager, staff] = [await aStaffMember(app, owner, { role: 'manager' }), await aStaffMember(app, owner)];
    const body = (permission: string) => ({ name: 'Wide', permissions: [permission] });
    await call('post', '/api-keys', staff.auth, body('contacts:read')).expect(403);
    await call('get', '/api-keys', staff.auth).expect(403);
    await aKey(['channels:manage'], manager);
    for (const permission of [
      ...['profile:manage', 'users:manage', 'api-keys:manage', 'secrets:manage', 'platform:manage', 'no:such'],
    ])
      await call('post', '/api-keys', owner.auth, body(permission)).expect(400);
    await call('post', '/api-keys', owner.auth, { name: 'Empty', permissions: [] }).expect(400);
    const { body: grantable } = await call('get', '/api-keys/permissions', manager.auth).expect(200);
    expect(grantable.items).toContain('contacts:read');
    expect(grantable.items).not.toContain('api-keys:manage');
  });

  it('has a rate limit of its own, like a user', async () => {
    const [one, other] = [await aKey(['contacts:read']), await aKey(['contacts:read'])];
    const first = await call('get', '/contacts', one.auth).expect(200);
    expect(first.headers['x-ratelimit-remaining']).toBe(String(RATE_LIMIT - 1));
    const second = await call('get', '/contacts', other.auth).expect(200);
    expect(second.headers['x-ratelimit-remaining']).toBe(String(RATE_LIMIT - 1));
  });
});
