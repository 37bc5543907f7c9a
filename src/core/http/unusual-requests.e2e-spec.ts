import request from 'supertest';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';

const LOGIN = '/api/v1/auth/login';

describe('requests that are not what a route expects', () => {
  let app: TestApp;

  beforeAll(async () => (app = await startTestApp()));
  afterAll(() => app.close());

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])(
    'refuses a body of %s',
    async (type) => {
      const { body, headers } = await request(app.url).post(LOGIN).type(type).send('email=a@example.com').expect(415);
      expect(body).toMatchObject({ code: 'UNSUPPORTED_MEDIA_TYPE', requestId: headers['x-request-id'] });
    },
  );

  it.each([
    ['no body', request.agent],
    ['an empty one', (url: string) => request.agent(url).type('json')],
  ] as const)('says what is missing for %s', async (_, agent) => {
    const { body } = await agent(app.url).post(LOGIN).expect(400);
    expect(body).toMatchObject({ code: 'VALIDATION_ERROR', message: 'email is required' });
  });

  it.each(['/', '/no/such/page', '/api/nothing', '/health/nothing'])(
    'answers POST %s in its own words',
    async (path) => {
      const { body, headers } = await request(app.url).post(path).expect(404);
      expect(body).toEqual({
        statusCode: 404,
        code: 'NOT_FOUND',
        message: expect.any(String),
        requestId: headers['x-request-id'],
      });
    },
  );

  it('shows the documentation at the bare address', async () => {
    await request(app.url).get('/').expect(302).expect('location', '/api/docs');
    await request(app.url).get('/no/such/page').expect(404).expect('content-type', /json/);
  });
});
