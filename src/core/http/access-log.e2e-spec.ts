import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { Request } from 'express';
import request from 'supertest';
import { registerCompany } from '../../../test/builders/accounts.js';
import { StaffSocket } from '../../../test/support/inbox.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';
import { RequestContext } from '../context/index.js';
import { type AppLogger, createAppLogger } from '../logging/index.js';
import { logFailure, toErrorBody } from '../errors/index.js';

const CANARY = 'c4naryS3cretValueThatNobodyMaySee';

describe('the access log', () => {
  let app: TestApp;
  let log: AppLogger;
  const output = new PassThrough();
  let printed = '';

  beforeAll(async () => {
    app = await startTestApp({ LOG_LEVEL: 'debug' });
    output.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
    log = createAppLogger({ ...app.config, nodeEnv: 'production' }, 'api', output);
    app.app.useLogger(log.logger);
  });
  afterAll(() => app.close());

  /** The lines of a request, which come when its answer is out. */
  const linesOf = async (text: string): Promise<Record<string, unknown>[]> => {
    while (!printed.includes(text)) await once(output, 'data');
    const lines = printed.split('\n').filter((line) => line.includes(text));
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  };

  it('has one line for each request: who asked for which route, and what it came to', async () => {
    const { auth, company, user } = await registerCompany(app);
    const { headers } = await request(app.url).get(`/api/v1/contacts?q=${CANARY}`).set(auth).expect(200);
    expect(await linesOf(String(headers['x-request-id']))).toEqual([
      {
        level: 'info',
        service: 'api',
        context: 'Http',
        message: 'GET /api/v1/contacts 200',
        method: 'GET',
        route: '/api/v1/contacts',
        status: 200,
        ms: expect.any(Number),
        requestId: headers['x-request-id'],
        companyId: company._id,
        userId: user._id,
        timestamp: expect.any(String),
      },
    ]);
  });

  it('keeps one-time tokens of paths out, whether a route answers or something before it', async () => {
    const path = `/api/v1/auth/reset-password/${CANARY}`;
    const answers = [
      await request(app.url).post(path).send({ password: 'correct horse battery' }).expect(400),
      await request(app.url).post(path).type('text/plain').send('x').expect(415),
    ];
    const lines = await Promise.all(answers.map(({ headers }) => linesOf(String(headers['x-request-id']))));
    expect(lines.flat().map(({ route }) => route)).toEqual([
      '/api/v1/auth/reset-password/:token',
      '/api/v1/auth/reset-password/[long]',
    ]);
  });

  it('shows probes at debug only', async () => {
    const { headers } = await request(app.url).get('/health/live').expect(200);
    expect(await linesOf(String(headers['x-request-id']))).toMatchObject([{ level: 'debug', route: '/health/live' }]);
  });

  it('has one line for each socket connection, when it is over', async () => {
    const { user, tokens } = await registerCompany(app);
    const socket = await StaffSocket.connect(app, tokens.accessToken);
    socket.close();
    expect(await linesOf('socket closed')).toMatchObject([
      { level: 'info', service: 'api', userId: user._id, companyId: user.company_id, ms: expect.any(Number) },
    ]);
  });

  it('has one line for each refusal, under the id that the answer shows', async () => {
    const { body } = await request(app.url)
      .post('/api/v1/auth/login')
      .send({ email: 'nobody@example.com', password: CANARY })
      .expect(401);
    expect(await linesOf(body.requestId)).toEqual([
      expect.objectContaining({
        level: 'info',
        context: 'Http',
        method: 'POST',
        route: '/api/v1/auth/login',
        status: 401,
        code: 'INVALID_CREDENTIALS',
        ms: expect.any(Number),
      }),
    ]);
  });

  it('says who was refused', async () => {
    const { auth, company, user } = await registerCompany(app);
    const { body } = await request(app.url).get('/api/v1/pets/0123456789abcdef01234567').set(auth).expect(404);
    const who = { companyId: company._id, userId: user._id };
    expect(await linesOf(body.requestId)).toEqual([
      expect.objectContaining({ route: '/api/v1/pets/:id', status: 404, ...who }),
    ]);
  });

  it('knows refusals in front of the routes and of the webhook', async () => {
    const broken = await request(app.url).post('/api/v1/auth/login').type('json').send(`{"${CANARY}`).expect(400);
    expect(await linesOf(broken.body.requestId)).toEqual([expect.objectContaining({ status: 400 })]);
    const unsigned = await request(app.url).post('/api/v1/meta/webhook').send({ text: CANARY }).expect(401);
    expect(await linesOf(unsigned.body.requestId)).toEqual([
      expect.objectContaining({ route: '/api/v1/meta/webhook', code: 'INVALID_SIGNATURE' }),
    ]);
  });

  it('shows the stack of a defect, and no secret from anywhere', async () => {
    const defect = new Error('the disk is gone', { cause: new Error('unplugged') });
    RequestContext.run({ requestId: 'request-of-a-defect' }, () =>
      logFailure({ method: 'GET', originalUrl: '/x' } as Request, toErrorBody(defect, 'request-of-a-defect'), defect),
    );
    expect(await linesOf('request-of-a-defect')).toEqual([
      expect.objectContaining({
        level: 'error',
        message: 'GET /x 500 INTERNAL_ERROR',
        reason: 'Error: the disk is gone',
        cause: expect.objectContaining({ message: 'unplugged' }),
        stack: expect.stringContaining('access-log'),
      }),
    ]);
    await request(app.url).get(`/api/v1/auth/reset-password/${CANARY}?token=${CANARY}`).expect(404);
    await log.flush();
    expect(printed).toContain('/api/v1/auth/reset-password/[long]');
    const files = await Promise.all(
      ['combined.log', 'error.log'].map((file) => readFile(join(app.config.logDir, file), 'utf8')),
    );
    expect(printed + files.join('')).not.toContain(CANARY);
  });
});
