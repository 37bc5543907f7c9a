import { readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import request from 'supertest';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import { Jobs } from '../../../core/jobs/index.js';
import { Metrics } from '../../../core/metrics/index.js';
import { ShutdownSteps } from '../../../core/shutdown/index.js';

describe('Health', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp({ SOURCE_URL: 'https://code.example.com/petbuddy' });
  });

  afterAll(() => test.close());

  it.each([
    ['/health', { database: { status: 'up' }, jobs: { status: 'up' }, disk: { status: 'up' } }],
    ['/health/ready', { serving: { status: 'up' }, database: { status: 'up' }, disk: { status: 'up' } }],
    ['/health/live', {}],
  ])('answers %s without a token', async (path, checks) => {
    const { body } = await request(test.url).get(path).expect(200);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(body).toEqual({ status: 'ok', version, source_url: 'https://code.example.com/petbuddy', checks });
  });

  it('asks the queue for a sign of life, and does not count its jobs', async () => {
    const counts = jest.spyOn(test.app.get<unknown, Jobs>(Jobs), 'counts');
    await request(test.url).get('/health').expect(200);
    expect(counts).not.toHaveBeenCalled();
    counts.mockRestore();
  });

  it('has no copy under the API prefix', async () => {
    await request(test.url).get('/api/v1/health').expect(404);
    await request(test.url).get('/api/v1/metrics').expect(404);
  });

  describe('/metrics', () => {
    const scrape = async (): Promise<string> => (await request(test.url).get('/metrics').expect(200)).text;

    it('counts requests by route template, whatever they asked for', async () => {
      await request(test.url).get('/api/v1/contacts/0123456789abcdef01234567');
      await request(test.url).get('/no/such/path');
      const text = await scrape();
      expect(text).toContain('petbuddy_http_request_seconds_count{method="GET",route="/health/live",status="200"}');
      expect(text).toContain(
        'petbuddy_http_request_seconds_count{method="GET",route="/api/v1/contacts/:id",status="401"}',
      );
      expect(text).toContain('petbuddy_http_request_seconds_count{method="GET",route="unmatched",status="404"}');
      expect(text).not.toContain('0123456789abcdef01234567');
      expect(text).not.toContain('/no/such/path');
    });

    it('shows jobs, lanes, events, outbox, sockets and the event loop', async () => {
      const metrics = test.app.get(Metrics);
      metrics.eventsIn.inc({ channel: 'instagram', outcome: 'stored' });
      metrics.lockWaitSeconds.observe(0.01);
      metrics.addOutboxAge(() => 3);
      metrics.addOutboxAge(() => Promise.resolve(7));
      const text = await scrape();
      // Background duties wait for lanes too.
      expect(text).toMatch(/^petbuddy_lane_wait_seconds_count [1-9]/m);
      for (const line of [
        'petbuddy_events_in_total{channel="instagram",outcome="stored"} 1',
        'petbuddy_outbox_oldest_seconds 7',
        'petbuddy_jobs_stored{state="failed"} 0',
        'petbuddy_sockets_open',
        'nodejs_eventloop_lag_p99_seconds',
      ]) {
        expect(text).toContain(line);
      }
    });

    it('survives a source that fails', async () => {
      const metrics = test.app.get(Metrics);
      metrics.gauge('spec_broken', 'A source that fails', () => Promise.reject(new Error('no database')));
      expect(await scrape()).not.toMatch(/^petbuddy_spec_broken/m);
    });

    it.each(['x-forwarded-for', 'forwarded', 'x-real-ip'])('refuses who comes through a proxy (%s)', async (header) => {
      const asked = () => request(test.url).get('/metrics').set(header, '127.0.0.1');
      const { body } = await asked().expect(401);
      expect(body).toMatchObject({ code: 'INVALID_TOKEN' });
      await asked().set('x-internal-api-key', 'wrong').expect(401);
      await asked().set('x-internal-api-key', test.config.internalServiceApiKey).expect(200);
    });
  });

  // The last ones: they break the application.
  it('says that it is down without saying why, and stays live', async () => {
    await test.app.get(ShutdownSteps).run();
    const { body } = await request(test.url).get('/health/ready').expect(503);
    expect(body).toMatchObject({
      statusCode: 503,
      code: 'UNAVAILABLE',
      details: { serving: { status: 'down' }, database: { status: 'up' } },
    });
    await request(test.url).get('/health').expect(200);
    await request(test.url).get('/health/live').expect(200);
  });
});
