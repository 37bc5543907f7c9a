import request from 'supertest';
import { aStaffMember, type RegisteredCompany, registerCompany } from '../../../../../test/builders/accounts.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { type InlineJobs, Jobs } from '../../../../core/jobs/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import type { GapDto } from '../dto/gap.dto.js';
import { GapsService, type UnansweredQuestion } from './gaps.service.js';

const FISH = 'Do you sell fish?';

describe('questions that no article answers', () => {
  let app: TestApp;
  let company: RegisteredCompany;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    company = await registerCompany(app);
  });
  afterAll(() => app.close());

  const note = (question: string, fields: Partial<UnansweredQuestion> = {}): Promise<void> =>
    app.app.get(GapsService).note(CompanyScope.of(company.company._id), { question, ...fields });
  const api = (method: 'get' | 'post' | 'patch' | 'delete', path: string, by = company.auth): request.Test =>
    request(app.url)[method](`/api/v1${path}`).set(by);
  const gaps = async (status?: string): Promise<GapDto[]> =>
    (await api('get', `/knowledge/gaps${status ? `?status=${status}` : ''}`).expect(200)).body.items;

  it('are counted, also when they come at once', async () => {
    await Promise.all([FISH, 'do you sell FISH', 'hi, fish, do you sell some?', FISH].map((text) => note(text)));
    expect(await gaps()).toMatchObject([{ count: 4, status: 'open', language: 'en' }]);
    await note('ok thanks');
    expect(await gaps()).toHaveLength(1);
  });

  it('show no phone number and no mail address', async () => {
    await note('Do you sell fish? Call +55 11 98765-4321 or mail ana@example.com');
    expect((await gaps())[0]?.question).toBe('Do you sell fish? Call … or mail …');
  });

  it('are closed by an article, and open again if it does not help', async () => {
    await note(FISH);
    const [gap] = await gaps();
    const article = { kind: 'faq', title: FISH, content: 'No, only dogs and cats.', gap_id: gap?._id };
    const { body } = await api('post', '/knowledge').send(article).expect(201);
    expect(await gaps()).toEqual([]);
    expect(await gaps('answered')).toMatchObject([{ _id: gap?._id, article_id: body._id }]);
    await note(FISH);
    expect(await gaps()).toMatchObject([{ count: 2, status: 'open' }]);
  });

  it('can be dismissed by managers, and are not open again', async () => {
    await note(FISH);
    const [gap] = await gaps();
    const staff = await aStaffMember(app, company);
    await api('patch', `/knowledge/gaps/${gap?._id}`, staff.auth).send({ status: 'dismissed' }).expect(403);
    await api('patch', `/knowledge/gaps/${gap?._id}`).send({ status: 'dismissed' }).expect(200);
    await note(FISH);
    expect(await gaps()).toEqual([]);
    expect(await gaps('dismissed')).toMatchObject([{ count: 2 }]);
  });

  it('are gone with the contact who asked', async () => {
    const { body: contact } = await api('post', '/contacts').send({ full_name: 'Ana' }).expect(201);
    await note(FISH, { contactId: contact._id });
    expect(await gaps()).toMatchObject([{ contact_id: contact._id }]);
    await api('delete', `/contacts/${contact._id}`).expect(204);
    await app.app.get<unknown, InlineJobs>(Jobs).drain();
    expect(await gaps()).toEqual([]);
  });

  it('of another company stay there', async () => {
    await note(FISH);
    const [gap] = await gaps();
    const stranger = await registerCompany(app);
    const article = { title: FISH, content: 'No.', gap_id: gap?._id };
    await api('post', '/knowledge', stranger.auth).send(article).expect(404);
    expect((await api('get', '/knowledge/gaps', stranger.auth).expect(200)).body.items).toEqual([]);
  });
});
