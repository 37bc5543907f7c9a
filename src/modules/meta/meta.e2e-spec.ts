import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import request from 'supertest';
import { buildPayload, messengerText } from '../../../sandbox/events/index.js';
import { type LoggedIn, type RegisteredCompany, registerCompany } from '../../../test/builders/accounts.js';
import { ACCOUNTS, companyWithChannels, type Inbox, startInbox } from '../../../test/support/inbox.js';
import { AccessTokens } from '../../core/auth-guards/index.js';
import { InlineJobs, Jobs } from '../../core/jobs/index.js';
import { toObjectId } from '../../core/tenancy/index.js';
import { InboundDrain } from './drain/inbound-drain.js';
import { InboundEventsRepository } from './inbound-events.repository.js';
import { SweepInboundEvents } from './inbound-retention.js';
import { RETENTION_DAYS } from './meta.constants.js';
import { InboundEventRecord } from './schemas/inbound-event-record.schema.js';
import { toInboundEvent } from './webhook/inbound-event-factory.js';
import { splitDelivery } from './webhook/split-delivery.js';

const DAY_MS = 86_400_000;

describe('meta', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let other: RegisteredCompany;
  let events: Model<InboundEventRecord>;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox);
    other = await registerCompany(inbox.app);
    events = inbox.app.app.get<Model<InboundEventRecord>>(getModelToken(InboundEventRecord.name), { strict: false });
  });
  afterAll(() => inbox.close());

  const call = (method: 'get' | 'post', path: string, auth: LoggedIn['auth'] = company.auth): request.Test =>
    request(inbox.app.url)[method](`/api/v1/meta${path}`).set(auth);
  const idle = (): Promise<void> => inbox.app.app.get(InboundDrain, { strict: false }).idle();

  /** The token of a user with another role in the same session. */
  const superAdmin = async (): Promise<LoggedIn['auth']> => {
    const tokens = inbox.app.app.get(AccessTokens, { strict: false });
    const { principal } = await tokens.authenticate(company.tokens.accessToken);
    return { authorization: `Bearer ${tokens.issue({ ...principal, role: 'super_admin' }).accessToken}` };
  };

  const storeAs = async (
    customerId: string,
    fields: Partial<InboundEventRecord>,
    channelId: string = ACCOUNTS.facebook,
  ): Promise<InboundEventRecord> => {
    const event = messengerText({ customerId, channelId, text: `from ${customerId} https://a.example/?sig=canary` });
    const [item] = splitDelivery(buildPayload([event]));
    const record = { ...toInboundEvent(item!, new Date()), ...fields };
    const outcomes = await inbox.app.app.get(InboundEventsRepository, { strict: false }).store([record]);
    expect(outcomes[0]!.ok).toBe(true);
    return record;
  };
  const parked = (customerId: string, of = company): Promise<InboundEventRecord> =>
    storeAs(customerId, { state: 'parked', attempts: 5, last_error: 'boom', company_id: toObjectId(of.company._id) });

  describe('parked events', () => {
    it('are listed to their own company, newest first, by pages, without secrets', async () => {
      const mine = [await parked('p1'), await parked('p2'), await parked('p3')];
      const theirs = await parked('p4', other);
      const first = await call('get', '/inbound-events?limit=2').expect(200);
      const second = await call('get', `/inbound-events?limit=2&cursor=${first.body.nextCursor}`).expect(200);
      const items = [...first.body.items, ...second.body.items];
      expect(items.map(({ _id }) => _id)).toEqual(mine.map(({ _id }) => _id).reverse());
      expect(second.body.nextCursor).toBeNull();
      expect(items[0]).toMatchObject({ state: 'parked', attempts: 5, last_error: 'boom' });
      expect(JSON.stringify(items)).toContain('from p3');
      expect(JSON.stringify(items)).not.toContain('canary');
      expect((await call('get', '/inbound-events', other.auth)).body.items).toMatchObject([{ _id: theirs._id }]);
    });

    it('are applied again, once, when somebody asks for it', async () => {
      const { _id } = await parked('replayed');
      const answers = await Promise.all(Array.from({ length: 5 }, () => call('post', `/inbound-events/${_id}/replay`)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404, 404]);
      await idle();
      expect(await events.findById(_id).lean()).toMatchObject({ state: 'done', attempts: 1 });
      const { body } = await request(inbox.app.url).get('/api/v1/conversations').set(company.auth).expect(200);
      const rows = body.items.filter((row: { last_message: { content: string } }) =>
        row.last_message?.content.startsWith('from replayed'),
      );
      expect(rows).toHaveLength(1);
    });

    it('that ended their process each time belong to their company, and to a super_admin where it is not known', async () => {
      const deadly = await storeAs('deadly', { attempts: 5 });
      const ofNobody = await storeAs('of nobody', { state: 'parked', attempts: 5, last_error: 'boom' });
      await idle();
      const seenBy = async (auth?: LoggedIn['auth']): Promise<string[]> =>
        (await call('get', '/inbound-events', auth).expect(200)).body.items.map(({ _id }: { _id: string }) => _id);
      expect(await seenBy()).toContain(deadly._id);
      expect(await seenBy()).not.toContain(ofNobody._id);
      await call('post', `/inbound-events/${ofNobody._id}/replay`).expect(404);
      const auth = await superAdmin();
      expect(await seenBy(auth)).toEqual(expect.arrayContaining([deadly._id, ofNobody._id]));
      await call('post', `/inbound-events/${ofNobody._id}/replay`, auth).expect(200);
      await idle();
      expect(await events.findById(ofNobody._id).lean()).toMatchObject({ state: 'done' });
    });

    it('of another company, and those that are not parked, are not found', async () => {
      const theirs = await parked('foreign', other);
      await call('post', `/inbound-events/${theirs._id}/replay`).expect(404);
      await call('post', '/inbound-events/nonsense/replay').expect(404);
    });
  });

  describe('unroutable events', () => {
    it('are for a super_admin only', async () => {
      const stray = await storeAs('stray', {}, '4711');
      await idle();
      const refused = await call('get', '/inbound-events?state=unroutable');
      expect([refused.status, refused.body.code]).toEqual([403, 'FORBIDDEN']);
      await call('post', `/inbound-events/${stray._id}/replay`).expect(404);
      const auth = await superAdmin();
      const { body } = await call('get', '/inbound-events?state=unroutable', auth).expect(200);
      expect(body.items).toMatchObject([{ _id: stray._id, state: 'unroutable' }]);
      await call('post', `/inbound-events/${stray._id}/replay`, auth).expect(200);
      await idle();
      expect(await events.findById(stray._id).lean()).toMatchObject({ state: 'unroutable' });
    });
  });

  it('deletes settled events after their time, and no open ones', async () => {
    const received_at = new Date(Date.now() - (RETENTION_DAYS + 1) * DAY_MS);
    const far = new Date(Date.now() + DAY_MS);
    const settled = await storeAs('old-done', { state: 'done', received_at });
    const open = await storeAs('old-open', { state: 'new', received_at, not_before: far });
    const recent = await storeAs('recent', { state: 'done' });
    const jobs = inbox.app.app.get<InlineJobs>(Jobs, { strict: false });
    await jobs.enqueue(SweepInboundEvents, {});
    await jobs.drain();
    const left = (await events.find({ _id: { $in: [settled._id, open._id, recent._id] } }).lean()).map(
      ({ _id }) => _id,
    );
    expect(left.sort()).toEqual([open._id, recent._id].sort());
  });

  describe('account', () => {
    it('says how Meta is connected', async () => {
      const { body } = await call('get', '/status').expect(200);
      expect(body).toMatchObject({ connected: true, needs_reconnect: 0, webhook_ready: true });
      expect(body.accounts.map(({ external_id }: { external_id: string }) => external_id).sort()).toEqual(
        Object.values(ACCOUNTS).sort(),
      );
      expect((await call('get', '/account').expect(200)).body.items).toEqual(body.accounts);
      expect((await call('get', '/status', other.auth)).body).toMatchObject({ connected: false, accounts: [] });
    });

    it('gives up one platform, then all', async () => {
      expect((await call('post', '/disconnect', other.auth).send({})).body).toEqual({ disconnected: 0 });
      const one = await call('post', '/disconnect').send({ platform: 'whatsapp' }).expect(200);
      const rest = await call('post', '/disconnect').send({}).expect(200);
      expect([one.body, rest.body]).toEqual([{ disconnected: 1 }, { disconnected: 2 }]);
      expect((await call('get', '/status')).body).toMatchObject({ connected: false, accounts: [] });
    });
  });
});
