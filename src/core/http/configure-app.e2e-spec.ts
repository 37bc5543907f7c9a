import request from 'supertest';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';

describe('the API documentation in a browser', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('may run its own scripts only, and loads them by the protocol the page came by', async () => {
    const { headers } = await request(app.url).get('/api/docs').expect(200);
    const policy = String(headers['content-security-policy']).split(';');
    expect(policy).toContain("script-src 'self'");
    // By plain http from another machine, an upgraded address leads nowhere.
    expect(policy).not.toContain('upgrade-insecure-requests');
  });
});
