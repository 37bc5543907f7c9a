import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import request from 'supertest';
import { buildPayload, messengerText } from '../../../../sandbox/events/index.js';
import { type LoggedIn, type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import { ACCOUNTS, aPage, companyWithChannels, type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { AccessTokenService } from '../../../core/auth-guards/index.js';
import { InlineJobs, Jobs } from '../../../core/jobs/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { provenFields } from '../channels/channel-claim.js';
import { ChannelsRepository } from '../channels/channels.repository.js';
import { InboundDrain } from '../inbound-events/drain/inbound-drain.js';
import { ReopenEvents } from '../inbound-events/event-reopening.js';
import { InboundEventsRepository } from '../inbound-events/inbound-events.repository.js';
import { PurgeInboundEvents } from '../inbound-events/inbound-retention.js';
import { RETENTION_DAYS } from '../inbound-events/inbound-events.constants.js';
import { InboundEventRecord } from '../inbound-events/schemas/inbound-event-record.schema.js';
import { toInboundEvent } from '../inbound-events/inbound-event-factory.js';
import { splitDelivery } from './webhook/split-delivery.js';

const DAY_MS = 86_400_000;

describe('meta', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let other: RegisteredCompany;
  let events: Model<InboundEventRecord>;

  beforeAll(async () => {
    inbox = await startInbox({ env: { SANDBOX: 'on' } });
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
    const tokens = inbox.app.app.get(AccessTokenService, { strict: false });
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
    const record = { ...toInboundEvent('meta', item!, new Date()), ...fields };
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

  describe('connecting an account', () => {
    let first: RegisteredCompany;
    let second: RegisteredCompany;
    const before = new Date(Date.now() - DAY_MS);
    beforeAll(async () => {
      [first, second] = await Promise.all([registerCompany(inbox.app), registerCompany(inbox.app)]);
    });

    const settle = async (): Promise<void> => {
      await inbox.app.app.get<InlineJobs>(Jobs, { strict: false }).drain();
      await idle();
    };
    const sweep = (): Promise<void> =>
      inbox.app.app.get(Jobs, { strict: false }).enqueue(ReopenEvents, {}).then(settle);
    const connect = async (account: object, { auth }: LoggedIn = first): Promise<() => Promise<void>> => {
      const { body } = await request(inbox.app.url).post('/api/v1/channels').set(auth).send(account).expect(201);
      expect(body.state).toBe('live');
      await settle();
      const path = `/api/v1/channels/${body._id}`;
      return async () => void (await request(inbox.app.url).delete(path).set(auth).expect(204));
    };
    const arrived = async (customerId: string, external_id: string, received_at = new Date()): Promise<string> => {
      const { _id } = await storeAs(customerId, { received_at }, external_id);
      await idle();
      return _id;
    };
    const fate = async (id: string): Promise<unknown[]> => {
      const event = await events.findById(id).lean();
      return [event?.state, event?.company_id?.toHexString()];
    };

    it('applies all earlier events when nobody held the account before', async () => {
      const account = aPage(inbox);
      const early = await arrived('early', account.external_id, before);
      expect(await fate(early)).toEqual(['unroutable', undefined]);
      await connect(account);
      expect(await fate(early)).toEqual(['done', first.company._id]);
    });

    it('applies the events since the disconnect when the same company comes back', async () => {
      const account = aPage(inbox);
      const tooEarly = await arrived('too-early', account.external_id);
      const disconnect = await connect(account);
      await events.updateOne({ _id: tooEarly }, { $set: { state: 'unroutable' }, $unset: { company_id: 1 } });
      await disconnect();
      const meanwhile = await arrived('meanwhile', account.external_id);
      await connect(account);
      expect(await fate(meanwhile)).toEqual(['done', first.company._id]);
      expect(await fate(tooEarly)).toEqual(['unroutable', undefined]);
    });

    it('applies no earlier event when another company held the account, even on a replay', async () => {
      const account = aPage(inbox);
      await (
        await connect(account)
      )();
      const early = await arrived('between', account.external_id);
      await connect(account, second);
      await call('post', `/inbound-events/${early}/replay`, await superAdmin()).expect(200);
      await idle();
      expect(await fate(early)).toEqual(['unroutable', undefined]);
      expect(await fate(await arrived('after', account.external_id))).toEqual(['done', second.company._id]);
    });

    it('applies earlier events after a crash between the proof and the reopening', async () => {
      const account = aPage(inbox);
      const early = await arrived('crashed', account.external_id, before);
      const channel = { ...account, ...provenFields(new Date()), provider: 'graph', name: 'A Page' };
      const channels = inbox.app.app.get(ChannelsRepository, { strict: false });
      await channels.create(CompanyScope.of(first.company._id), channel);
      await sweep();
      expect(await fate(early)).toEqual(['done', first.company._id]);
      // Put aside by work that began before the proof.
      const late = await storeAs('late', { received_at: before, state: 'unroutable' }, account.external_id);
      await sweep();
      expect(await fate(late._id)).toEqual(['done', first.company._id]);
    });

    it('never applies a parked event to another company than the one on its record', async () => {
      const account = aPage(inbox);
      await (
        await connect(account)
      )();
      const company_id = toObjectId(first.company._id);
      const event = await storeAs('moved', { state: 'parked', company_id }, account.external_id);
      await connect(account, second);
      await call('post', `/inbound-events/${event._id}/replay`, second.auth).expect(404);
      await call('post', `/inbound-events/${event._id}/replay`, first.auth).expect(200);
      await idle();
      expect(await fate(event._id)).toEqual(['parked', first.company._id]);
    });

    it('is followed by unsubscribing the Page when its last channel is disconnected', async () => {
      const account = aPage(inbox);
      const [page_id, external_id] = [account.external_id, `9${account.external_id}`];
      const linked = { platform: 'instagram' as const, external_id };
      inbox.sandbox.state.addChannel({ ...linked, page_id, name: 'Linked', access_token: `IGAA${external_id}` });
      const disconnects = [await connect(account), await connect({ ...account, ...linked })];
      const ended = (): number =>
        inbox.sandbox.ledger
          .entries({ kind: 'graph.call' })
          .filter(({ data }) => data['method'] === 'DELETE' && data['path'] === `/${page_id}/subscribed_apps`).length;
      for (const [others, disconnect] of disconnects.entries()) {
        expect(ended()).toBe(0);
        await disconnect();
        expect(ended()).toBe(others);
      }
    });
  });

  it('deletes settled events after their time, and no open ones', async () => {
    const received_at = new Date(Date.now() - (RETENTION_DAYS + 1) * DAY_MS);
    const far = new Date(Date.now() + DAY_MS);
    const settled = await storeAs('old-done', { state: 'done', received_at });
    const open = await storeAs('old-open', { state: 'new', received_at, not_before: far });
    const recent = await storeAs('recent', { state: 'done' });
    const jobs = inbox.app.app.get<InlineJobs>(Jobs, { strict: false });
    await jobs.enqueue(PurgeInboundEvents, {});
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
      expect(JSON.stringify(body.practice)).toMatch(/"mail_folder":".*mail",.*"external_id":"1900\d+"/);
      const ids = body.accounts.map(({ external_id }: { external_id: string }) => external_id);
      expect(ids.sort()).toEqual(Object.values(ACCOUNTS).sort());
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
