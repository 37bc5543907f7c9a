import fc from 'fast-check';
import request from 'supertest';
import { type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import { aContact } from '../../../../test/builders/contacts.js';
import { sized } from '../../../../test/support/sizes.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';

const BODIES = sized(100, 300);
const PATH = '/api/v1/messages';
const HEX_ID = /[0-9a-f]{24}/g;
/** The client id that the pipeline makes of the key, which the short way never has. */
const KEY_ID = /"client_id":"key:[\w-]+",/g;
const TIME = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const anything = fc.oneof(fc.jsonValue(), fc.constantFrom(null, '', 0, -1, 1.5, [], {}, [[]], true, '\uFE0F'));
const attachment = fc.record({ type: fc.constantFrom('image', 'file', 'virus'), url: fc.webUrl() });
const right = {
  role: fc.constant('operator'),
  direction: fc.constant('outbound'),
  platform: fc.constant('web'),
  content: text,
  client_id: text,
  attachments: fc.array(attachment, { maxLength: 2 }),
  last_seen_seq: fc.nat(3),
  force: fc.boolean(),
};
const requiredKeys = ['role', 'direction', 'platform'] as const;
const nearlyRight = fc.record(right, { requiredKeys: [...requiredKeys] });
const wrongField = fc.tuple(fc.constantFrom(...Object.keys(right), 'contact_id', 'company_id', 'unknown'), anything);
const wrong = fc.tuple(nearlyRight, wrongField).map(([body, [field, value]]) => ({ ...body, [field]: value }));
const bodies = fc.oneof({ weight: 2, arbitrary: nearlyRight }, { weight: 1, arbitrary: wrong });

/** The short way of `POST /messages` beside the pipeline, which a request with an Idempotency-Key takes. */
describe('POST /messages by its short way', () => {
  let app: TestApp;
  let company: RegisteredCompany;
  let keys = 0;

  beforeAll(async () => {
    app = await startTestApp();
    company = await registerCompany(app);
  });
  afterAll(() => app.close());

  const post = (body: object, headers: Record<string, string> = {}) =>
    request(app.url)
      .post(PATH)
      .set({ ...company.auth, ...headers })
      .send(body);

  /** What must be the same whichever way and to whichever contact. */
  const said = ({ status, body }: request.Response): unknown => {
    const { requestId: _requestId, ...rest } = body as Record<string, unknown>;
    return { status, body: JSON.stringify(rest).replace(HEX_ID, 'id').replace(TIME, 'time').replace(KEY_ID, '') };
  };

  it('answers any body as the pipeline does', async () => {
    const contacts = [await aContact(app, company), await aContact(app, company)].map(({ _id }) => _id);
    const statuses = new Map<number, number>();
    const property = fc.asyncProperty(bodies, async (body) => {
      const [hot, nest] = await Promise.all([
        post({ contact_id: contacts[0], ...body }),
        post({ contact_id: contacts[1], ...body }, { 'idempotency-key': `key-${++keys}` }),
      ]);
      expect(said(hot)).toEqual(said(nest));
      statuses.set(hot.status, (statuses.get(hot.status) ?? 0) + 1);
    });
    await fc.assert(property, { numRuns: BODIES });
    expect(statuses.get(201)).toBeGreaterThan(20);
    expect(statuses.get(400)).toBeGreaterThan(20);
  });

  it('answers before the forwarding where the caller prefers that', async () => {
    const { _id } = await aContact(app, company, { social: { facebook_id: '4711' } });
    const body = { contact_id: _id, role: 'operator', direction: 'outbound', platform: 'facebook', content: 'hello' };
    const answer = await post(body, { prefer: 'respond-async' }).expect(201);
    expect(answer.body.forwarding).toEqual({ status: 'queued' });
  });

  it('is counted under its own route in the metrics', async () => {
    const { _id } = await aContact(app, company);
    const body = { contact_id: _id, role: 'operator', direction: 'outbound', platform: 'web', content: 'counted' };
    await post(body).expect(201);
    const { text: metrics } = await request(app.url).get('/metrics').expect(200);
    expect(metrics).toContain('http_request_seconds_count{method="POST",route="/api/v1/messages",status="201"}');
  });
});
