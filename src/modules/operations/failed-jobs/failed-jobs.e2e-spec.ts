import request from 'supertest';
import { type LoggedIn, type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import { AccessTokenService } from '../../../core/auth-guards/index.js';
import { defineJob, InlineJobs, Jobs } from '../../../core/jobs/index.js';

/** Nobody handles it, so it fails at once and for good. */
const Unhandled = { name: 'spec.unhandled' } as ReturnType<typeof defineJob<{ companyId?: string; about: string }>>;

describe('failed jobs', () => {
  let app: TestApp;
  let company: RegisteredCompany;
  let other: RegisteredCompany;
  let jobs: InlineJobs;

  beforeAll(async () => {
    app = await startTestApp();
    company = await registerCompany(app);
    other = await registerCompany(app);
    jobs = app.app.get<InlineJobs>(Jobs, { strict: false });
    const { _id: companyId } = company.company;
    const payloads = [
      { companyId, about: 'first' },
      { companyId, about: 'second' },
      { companyId: other.company._id, about: 'theirs' },
      { about: 'nobody' },
    ];
    for (const payload of payloads) {
      await jobs.enqueue(Unhandled, payload);
      await jobs.drain({ includeDelayed: true });
    }
  });
  afterAll(() => app.close());

  const as = async (role: 'super_admin' | 'manager' | 'staff'): Promise<LoggedIn['auth']> => {
    const tokens = app.app.get(AccessTokenService, { strict: false });
    const { principal } = await tokens.authenticate(company.tokens.accessToken);
    return { authorization: `Bearer ${tokens.issue({ ...principal, role }).accessToken}` };
  };
  const list = async (auth: LoggedIn['auth'], query = ''): Promise<{ id: string; payload: { about: string } }[]> => {
    const { body } = await request(app.url).get(`/api/v1/jobs/failed${query}`).set(auth).expect(200);
    return body.items;
  };
  const about = (items: { payload: { about: string } }[]): string[] => items.map(({ payload }) => payload.about);
  const retry = (id: string, auth: LoggedIn['auth']): request.Test =>
    request(app.url)
      .post(`/api/v1/jobs/failed/${encodeURIComponent(id)}/retry`)
      .set(auth);

  it('are listed to the owner of their company, the latest first, and all to a super_admin', async () => {
    const items = await list(company.auth);
    expect(about(items)).toEqual(['second', 'first']);
    expect(items[0]).toMatchObject({ name: 'spec.unhandled', attempts: 5, error: expect.any(String) });
    expect(about(await list(company.auth, '?limit=1'))).toEqual(['second']);
    expect(about(await list(other.auth))).toEqual(['theirs']);
    expect(about(await list(await as('super_admin')))).toEqual(['nobody', 'theirs', 'second', 'first']);
  });

  it('are nothing for a manager or staff', async () => {
    for (const role of ['manager', 'staff'] as const) {
      const auth = await as(role);
      await request(app.url).get('/api/v1/jobs/failed').set(auth).expect(403);
      await retry('some-id', auth).expect(403);
    }
  });

  it("are tried again once, and never another company's", async () => {
    const [job] = await list(company.auth);
    await retry(String(job?.id), other.auth).expect(404);
    const answers = await Promise.all([1, 2, 3].map(() => retry(String(job?.id), company.auth)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404]);
    expect(about(await list(company.auth))).toEqual(['first']);
    await jobs.drain({ includeDelayed: true });
    expect(about(await list(company.auth))).toEqual(['second', 'first']);
  });
});
