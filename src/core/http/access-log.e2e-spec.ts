import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { Request } from 'express';
import request from 'supertest';
import { registerCompany } from '../../../test/builders/accounts.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';
import { RequestContext } from '../context/index.js';
import { type AppLogger, createAppLogger } from '../logging/index.js';
import { logFailure, toErrorBody } from './index.js';

const CANARY = 'c4naryS3cretValueThatNobodyMaySee';

describe('the log of refused and failed requests', () => {
  let app: TestApp;
  let log: AppLogger;
  let printed = '';

  beforeAll(async () => {
    app = await startTestApp({ LOG_LEVEL: 'debug' });
    const output = new PassThrough().setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
    log = createAppLogger({ ...app.config, nodeEnv: 'production' }, output);
    app.app.useLogger(log.logger);
  });
  afterAll(() => app.close());

  const linesOf = (requestId: string): Record<string, unknown>[] =>
    printed
      .split('\n')
      .filter((line) => line.includes(requestId))
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it('has one line for each refusal, under the id that the answer shows', async () => {
    const { body } = await request(app.url)
      .post('/api/v1/auth/login')
      .send({ email: 'nobody@example.com', password: CANARY })
      .expect(401);
    expect(linesOf(body.requestId)).toEqual([
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
    expect(linesOf(body.requestId)).toEqual([
      expect.objectContaining({ route: '/api/v1/pets/:id', status: 404, ...who }),
    ]);
  });

  it('knows refusals in front of the routes and of the webhook', async () => {
    const broken = await request(app.url).post('/api/v1/auth/login').type('json').send(`{"${CANARY}`).expect(400);
    expect(linesOf(broken.body.requestId)).toEqual([expect.objectContaining({ status: 400 })]);
    const unsigned = await request(app.url).post('/api/v1/meta/webhook').send({ text: CANARY }).expect(401);
    expect(linesOf(unsigned.body.requestId)).toEqual([
      expect.objectContaining({ route: '/api/v1/meta/webhook', code: 'INVALID_SIGNATURE' }),
    ]);
  });

  it('shows the stack of a defect, and no secret from anywhere', async () => {
    const defect = new Error('the disk is gone', { cause: new Error('unplugged') });
    RequestContext.run({ requestId: 'request-of-a-defect' }, () =>
      logFailure({ method: 'GET', originalUrl: '/x' } as Request, toErrorBody(defect, 'request-of-a-defect'), defect),
    );
    expect(linesOf('request-of-a-defect')).toEqual([
      expect.objectContaining({
        level: 'error',
        message: 'GET /x 500 INTERNAL_ERROR',
        reason: 'Error: the disk is gone',
        cause: expect.objectContaining({ message: 'unplugged' }),
        stack: expect.stringContaining('failure-log'),
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
