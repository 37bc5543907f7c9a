import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type components, createClient, itemsOf, PetBuddyError, unwrap } from '../../packages/client/src/index.js';
import { signedHeaders } from '../../src/modules/integrations/outgoing-webhooks/webhook-signer.js';
import { PASSWORD, registerCompany, type RegisteredCompany } from '../builders/accounts.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const PACKAGE = resolve('packages/client');
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const run = promisify(execFile);
const permissions: components['schemas']['CreateApiKeyDto']['permissions'] = [
  'contacts:read',
  'contacts:write',
  'pets:read',
  'conversations:read',
  'messages:send',
];

describe('the package @petbuddy/client', () => {
  let app: TestApp;
  let owner: RegisteredCompany;
  let apiKey: string;
  const servers: Server[] = [];

  beforeAll(async () => {
    app = await startTestApp();
    owner = await registerCompany(app);
    const { email } = owner.user;
    const person = createClient({ baseUrl: app.url, email, password: PASSWORD });
    apiKey = (await unwrap(person.POST('/api/v1/api-keys', { body: { name: 'Client', permissions } }))).key;
  });
  afterAll(async () => {
    for (const server of servers) server.close();
    await app.close();
  });

  const serve = async (listener: RequestListener): Promise<string> => {
    const server = createServer(listener).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };

  it('reads every page of a list', async () => {
    const names = Array.from({ length: 5 }, (_, index) => `Paula Pages ${index}`);
    const petbuddy = createClient({ baseUrl: `${app.url}/`, apiKey });
    for (const full_name of names) await unwrap(petbuddy.POST('/api/v1/contacts', { body: { full_name } }));
    const found = itemsOf((page) =>
      petbuddy.GET('/api/v1/contacts', { params: { query: { q: 'Pages', limit: 2, ...page } } }),
    );
    const read: string[] = [];
    for await (const { full_name } of found) read.push(String(full_name));
    expect(read.sort()).toEqual(names);
  });

  it('throws the error of the API', async () => {
    const petbuddy = createClient({ baseUrl: app.url, apiKey });
    const refused = unwrap(
      petbuddy.POST('/api/v1/contacts', { body: { full_name: 'Nora Nowhere', email: 'no address' } }),
    );
    await expect(refused).rejects.toBeInstanceOf(PetBuddyError);
    await expect(refused).rejects.toMatchObject({
      status: 400,
      code: 'VALIDATION_ERROR',
      details: [{ field: 'email', message: expect.any(String) as string }],
      requestId: expect.any(String) as string,
    });
    const stranger = createClient({ baseUrl: app.url, email: owner.user.email, password: 'a wrong password' });
    await expect(unwrap(stranger.GET('/api/v1/pets'))).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
  });

  it.each([undefined, '', 'petbuddy.example.com'])('says which address it needs instead of %p', (baseUrl) => {
    expect(() => createClient({ baseUrl: baseUrl as string, apiKey })).toThrow(
      'createClient needs baseUrl, the address of the installation with https:// or http://',
    );
  });

  it('says which credentials are missing', () => {
    const message = 'createClient needs an apiKey, or an email and a password';
    expect(() => createClient({ baseUrl: app.url, apiKey: '' })).toThrow(message);
    expect(() => createClient({ baseUrl: app.url, email: owner.user.email, password: '' })).toThrow(message);
  });

  it('renews a token that is refused, once for all requests', async () => {
    const sent: string[] = [];
    const count = (path: string): number => sent.filter((one) => one === `/api/v1${path}`).length;
    /** Replaces the token of the first three requests, as if it had expired. */
    const spoiling: typeof fetch = (input, init) => {
      sent.push(new URL(input instanceof Request ? input.url : input).pathname);
      if (input instanceof Request && count('/users/me') <= 3) input.headers.set('authorization', 'Bearer expired');
      return fetch(input, init);
    };
    const person = createClient({ baseUrl: app.url, email: owner.user.email, password: PASSWORD, fetch: spoiling });
    const answers = await Promise.all([1, 2, 3].map(() => unwrap(person.GET('/api/v1/users/me'))));
    expect(answers.map(({ email }) => email)).toEqual(Array(3).fill(owner.user.email));
    expect([count('/auth/login'), count('/auth/refresh'), count('/users/me')]).toEqual([1, 1, 6]);
  });

  it.each([429, 503])('repeats a request after %i with the same key, after the pause in the answer', async (status) => {
    const keys: unknown[] = [];
    const baseUrl = await serve((request, response) => {
      keys.push(request.headers['idempotency-key']);
      if (keys.length < 3) response.writeHead(status, { 'retry-after': '0' }).end();
      else response.writeHead(201, { 'content-type': 'application/json' }).end('{"_id":"1"}');
    });
    const body = { full_name: 'Rita Retry' };
    await unwrap(createClient({ baseUrl, apiKey }).POST('/api/v1/contacts', { body }));
    expect([keys.length, new Set(keys).size]).toEqual([3, 1]);
    expect(keys[0]).toEqual(expect.any(String));
  });

  it('gives up after the last repetition, and at once if the pause is too long', async () => {
    let calls = 0;
    const baseUrl = await serve((request, response) => {
      calls++;
      response.writeHead(503, { 'retry-after': request.url?.includes('pets') ? '3600' : '0' }).end('<html>busy</html>');
    });
    const petbuddy = createClient({ baseUrl, apiKey, retries: 1 });
    const refusal = { status: 503, code: 'UNKNOWN_ERROR' };
    await expect(unwrap(petbuddy.GET('/api/v1/contacts'))).rejects.toMatchObject(refusal);
    await expect(unwrap(petbuddy.GET('/api/v1/pets'))).rejects.toMatchObject(refusal);
    expect(calls).toBe(3);
  });

  describe('as npm packs it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'petbuddy-client-'));
    afterAll(() => rmSync(folder, { recursive: true }));
    const examples = [...readFileSync(join(PACKAGE, 'README.md'), 'utf8').matchAll(/```js\n(.*?)```/gs)].map(
      ([, code], index) => ({ file: join(folder, `example-${index}.mts`), code: String(code) }),
    );
    const env = (): NodeJS.ProcessEnv => ({
      PATH: process.env['PATH'],
      PETBUDDY_URL: app.url,
      PETBUDDY_API_KEY: apiKey,
      PETBUDDY_EMAIL: owner.user.email,
      PETBUDDY_PASSWORD: PASSWORD,
      PETBUDDY_WEBHOOK_SECRET: SECRET,
    });

    beforeAll(async () => {
      const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: PACKAGE });
      const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf('['))) as [{ filename: string }];
      const modules = join(folder, 'node_modules');
      mkdirSync(join(modules, '@petbuddy'), { recursive: true });
      await run('tar', ['-xzf', join(folder, filename), '-C', join(modules, '@petbuddy')]);
      symlinkSync('package', join(modules, '@petbuddy/client'));
      for (const name of ['openapi-fetch', 'standardwebhooks'])
        symlinkSync(resolve('node_modules', name), join(modules, name));
      for (const { file, code } of examples) writeFileSync(file, code);
    });

    it('has examples that pass the strict check of TypeScript', async () => {
      const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--types', 'node'];
      const typeRoots = ['--typeRoots', resolve('node_modules/@types')];
      const tsc = resolve('node_modules/typescript/bin/tsc');
      const files = examples.map(({ file }) => file);
      const check = run(process.execPath, [tsc, ...options, ...typeRoots, ...files], { cwd: folder });
      expect(await check.catch((error: unknown) => error)).toMatchObject({ stdout: '', stderr: '' });
    });

    it('runs the examples of the README', async () => {
      const person = createClient({ baseUrl: app.url, email: owner.user.email, password: PASSWORD });
      const { _id } = await unwrap(person.POST('/api/v1/contacts', { body: { full_name: 'Sara Sending' } }));
      const asked = { contact_id: _id, role: 'user', platform: 'other', direction: 'inbound' } as const;
      await unwrap(person.POST('/api/v1/messages', { body: { ...asked, content: 'Is Luna ready?' } }));
      const finite = examples.filter(({ code }) => !code.includes('createServer'));
      const outputs: string[] = [];
      for (const { file } of finite) outputs.push((await run(process.execPath, [file], { env: env() })).stdout);
      expect(outputs).toEqual([
        'Carla Dias has 0 pets\n',
        `logged in as ${owner.user.email}\n`,
        'Luna is ready to be picked up. (failed)\n',
        'no such contact\n',
        'Carla Dias\n',
      ]);
    });

    it('accepts a signed webhook and refuses a forged one, as in the README', async () => {
      const placeholder = createServer().listen(0, '127.0.0.1');
      await once(placeholder, 'listening');
      const { port } = placeholder.address() as AddressInfo;
      placeholder.close();
      const { file } = examples.find(({ code }) => code.includes('createServer')) ?? { file: '' };
      const consumer = spawn(process.execPath, [file], { env: { ...env(), PORT: String(port) } });
      const body = JSON.stringify({ type: 'message.created', data: { message: { content: 'Hello' } } });
      const headers = signedHeaders('evt_1', body, [SECRET], Date.now());
      const post = (text: string): Promise<number> =>
        fetch(`http://127.0.0.1:${port}`, { method: 'POST', headers, body: text }).then(
          ({ status }) => status,
          // The server does not listen yet.
          () => post(text),
        );
      expect([await post(body), await post(body.replace('Hello', 'Forged'))]).toEqual([204, 400]);
      const [printed] = (await once(consumer.stdout, 'data')) as [Buffer];
      expect(printed.toString()).toBe('Hello\n');
      consumer.kill();
      await once(consumer, 'exit');
    });
  });
});
