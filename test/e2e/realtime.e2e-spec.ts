import { Types } from 'mongoose';
import request from 'supertest';
import { messengerText } from '../../sandbox/events/index.js';
import { OldEventPurger } from '../../src/core/realtime/old-event-purger.js';
import { EVENT_BURST } from '../../src/core/realtime/event-allowance.js';
import { RealtimeService } from '../../src/core/realtime/index.js';
import { CompanyScope } from '../../src/core/tenancy/index.js';
import { aStaffMember, logIn, type RegisteredCompany, registerCompany } from '../builders/accounts.js';
import { claimsOf, signAccessToken } from '../support/access-tokens.js';
import { companyWithChannels, type Inbox, refusalOf, StaffSocket, startInbox } from '../support/inbox.js';
import { openRawDatabase, type RawDatabase } from '../support/raw-database.js';
import type { TestApp } from '../support/test-app.js';

/** Life of a token that a busy machine can still connect with. */
const TIME_TO_CONNECT_S = 6;
const INTERNAL_KEY = 'internal-service-key-of-this-test-run';

/** Sockets as clients see them: who gets in, what they are sent, and how they catch up. */
describe('realtime', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let raw: RawDatabase;
  const opened: StaffSocket[] = [];

  beforeAll(async () => {
    inbox = await startInbox({ env: { INTERNAL_SERVICE_API_KEY: INTERNAL_KEY } });
    company = await companyWithChannels(inbox, ['facebook']);
    raw = await openRawDatabase(inbox.app);
  });
  afterEach(() => {
    for (const socket of opened.splice(0)) socket.close();
  });
  afterAll(async () => {
    await raw.close();
    await inbox.close();
  });

  const connect = async (accessToken = company.tokens.accessToken): Promise<StaffSocket> => {
    const socket = await StaffSocket.connect(inbox.app, accessToken);
    opened.push(socket);
    return socket;
  };

  const publish = (scope: CompanyScope, upToSeq: number): Promise<boolean> =>
    inbox.app.app
      .get(RealtimeService)
      .publish(scope, 'message:read', { conversationId: scope.id, upToSeq, userId: 'somebody' });

  describe('getting in', () => {
    const refusal = (auth: Record<string, unknown>): Promise<unknown> => refusalOf(inbox.app, auth);

    it('refuses a missing, a malformed, a foreign and an expired token with its code', async () => {
      const claims = claimsOf(company);
      const foreign = { config: { ...inbox.app.config, jwtAccessSecret: 'x'.repeat(64) } } as TestApp;
      expect(await refusal({})).toEqual({ code: 'INVALID_TOKEN' });
      expect(await refusal({ token: { $gt: '' } })).toEqual({ code: 'INVALID_TOKEN' });
      expect(await refusal({ token: 'not.a.token' })).toEqual({ code: 'INVALID_TOKEN' });
      expect(await refusal({ token: signAccessToken(foreign, claims, 60) })).toEqual({ code: 'INVALID_TOKEN' });
      expect(await refusal({ token: signAccessToken(inbox.app, claims, -1) })).toEqual({ code: 'TOKEN_EXPIRED' });
    });

    it('refuses the token of a session that was logged out', async () => {
      const session = await logIn(inbox.app, company.user.email);
      await request(inbox.app.url).post('/api/v1/auth/logout').set(session.auth).send({}).expect(204);
      expect(await refusal({ token: session.tokens.accessToken })).toEqual({ code: 'INVALID_TOKEN' });
    });

    it('says who is connected and where the event sequence stands', async () => {
      const socket = await connect();
      expect(await socket.next('session:ready')).toEqual({
        seq: expect.any(Number),
        userId: company.user._id,
        companyId: company.company._id,
      });
    });
  });

  describe('being thrown out', () => {
    it('ends a connection when its token ends', async () => {
      const socket = await connect(signAccessToken(inbox.app, claimsOf(company), TIME_TO_CONNECT_S));
      const disconnected = socket.disconnected();
      expect(await socket.next('session:ended')).toEqual({ code: 'TOKEN_EXPIRED' });
      await disconnected;
    });

    it('ends the sockets of a session that logs out, and no others', async () => {
      const session = await logIn(inbox.app, company.user.email);
      const [ended, other] = [await connect(session.tokens.accessToken), await connect()];
      const disconnected = ended.disconnected();
      await request(inbox.app.url).post('/api/v1/auth/logout').set(session.auth).send({}).expect(204);
      expect(await ended.next('session:ended')).toEqual({ code: 'INVALID_TOKEN' });
      await disconnected;
      expect(await other.emit('resume', { since: 0 })).toMatchObject({ ok: true });
    });
  });

  describe('resuming', () => {
    it('replays exactly what was missed, in order and as it was sent', async () => {
      const owner = await registerCompany(inbox.app);
      const scope = CompanyScope.of(owner.company._id);
      const live = await connect(owner.tokens.accessToken);
      for (let index = 1; index <= 20; index++) await publish(scope, index);
      await live.next('message:read', ({ upToSeq }) => upToSeq === 20);
      const late = await connect(owner.tokens.accessToken);
      expect(await late.emit('resume', { since: 5 })).toEqual({ ok: true, seq: 20, replayed: 15, reset: false });
      expect(late.received.filter(({ event }) => event === 'message:read')).toEqual(
        live.received.filter(({ event, data }) => event === 'message:read' && (data['seq'] as number) > 5),
      );
      expect(await late.emit('resume', { since: 20 })).toEqual({ ok: true, seq: 20, replayed: 0, reset: false });
    });

    it('tells a client to load afresh when too much was missed', async () => {
      const owner = await registerCompany(inbox.app);
      const scope = CompanyScope.of(owner.company._id);
      await Promise.all(Array.from({ length: 501 }, (_, index) => publish(scope, index)));
      const socket = await connect(owner.tokens.accessToken);
      expect(await socket.emit('resume', { since: 0 })).toEqual({ ok: true, seq: 501, replayed: 0, reset: true });
      expect(await socket.emit('resume', { since: 1 })).toMatchObject({ replayed: 500, reset: false });
    });

    it('tells a client to load afresh when what it missed is kept no more, and goes on counting after a quiet time', async () => {
      const owner = await registerCompany(inbox.app);
      const scope = CompanyScope.of(owner.company._id);
      for (let index = 1; index <= 6; index++) await publish(scope, index);
      const events = raw.db.collection('realtime_events');
      await events.updateMany({ company_id: scope.companyId }, { $set: { created_at: new Date(0) } });
      expect(await inbox.app.app.get(OldEventPurger, { strict: false }).purge()).toBe(5);
      expect(await inbox.app.app.get(OldEventPurger, { strict: false }).purge()).toBe(0);
      const socket = await connect(owner.tokens.accessToken);
      expect(await socket.emit('resume', { since: 2 })).toEqual({ ok: true, seq: 6, replayed: 0, reset: true });
      expect(await socket.emit('resume', { since: 6 })).toMatchObject({ replayed: 0, reset: false });
      await publish(scope, 7);
      expect(await socket.next('message:read')).toMatchObject({ seq: 7 });
    });

    it('refuses a second resume of a socket while the first one runs', async () => {
      const owner = await registerCompany(inbox.app);
      const scope = CompanyScope.of(owner.company._id);
      for (let index = 1; index <= 3; index++) await publish(scope, index);
      const socket = await connect(owner.tokens.accessToken);
      const answers = await Promise.all(Array.from({ length: 20 }, () => socket.emit('resume', { since: 0 })));
      expect(answers[0]).toEqual({ ok: true, seq: 3, replayed: 3, reset: false });
      expect(answers[1]).toMatchObject({ ok: false, code: 'RESUME_RUNNING' });
      expect(await socket.emit('resume', { since: 0 })).toMatchObject({ ok: true, replayed: 3 });
    });

    it.each([{ since: 1e6 }, { since: -1 }, { since: '1' }, { since: { $gt: 0 } }, { since: 1, more: 1 }, {}, null])(
      'refuses to resume from %j',
      async (payload) => {
        const socket = await connect();
        expect(await socket.emit('resume', payload)).toMatchObject({ ok: false, code: 'VALIDATION_ERROR' });
      },
    );
  });

  describe('the rooms of conversations', () => {
    let conversationId: string;
    let colleagueToken: string;

    beforeAll(async () => {
      await inbox.sandbox.webhooks.send(messengerText({ customerId: '93001', text: 'who types?' }));
      const socket = await connect();
      const colleague = await aStaffMember(inbox.app, company);
      colleagueToken = colleague.tokens.accessToken;
      await socket.emit('resume', { since: 0 });
      ({ conversationId } = (await socket.next('message:new')) as { conversationId: string });
    });

    /** Everything sent to a socket before this resolves was received. */
    const flushed = (...sockets: StaffSocket[]): Promise<unknown> =>
      Promise.all(sockets.map((socket) => socket.emit('resume', { since: 0 })));

    const typingSeenBy = ({ received }: StaffSocket): unknown[] =>
      received.filter(({ event }) => event === 'typing:indicator').map(({ data }) => data);

    it('shows typing to other people in the conversation and to nobody else', async () => {
      const [typist, ownPhone, outside] = [await connect(), await connect(), await connect(colleagueToken)];
      const colleague = await connect(colleagueToken);
      // Ids may be written in capitals.
      expect(await typist.emit('conversation:join', { conversationId })).toEqual({ ok: true });
      await ownPhone.emit('conversation:join', { conversationId });
      await colleague.emit('conversation:join', { conversationId: conversationId.toUpperCase() });
      expect(await typist.emit('typing:start', { conversationId })).toEqual({ ok: true });
      const indicator = { conversationId, userId: company.user._id };
      expect(await colleague.next('typing:indicator')).toEqual({ ...indicator, typing: true });
      await typist.emit('typing:stop', { conversationId });
      await colleague.next('typing:indicator', ({ typing }) => typing === false);
      await flushed(typist, ownPhone, outside);
      expect([typist, ownPhone, outside].map(typingSeenBy)).toEqual([[], [], []]);
    });

    it('shows no typing to who has left', async () => {
      const [typist, stays, leaves] = [await connect(), await connect(colleagueToken), await connect(colleagueToken)];
      await stays.emit('conversation:join', { conversationId });
      await leaves.emit('conversation:join', { conversationId });
      expect(await leaves.emit('conversation:leave', { conversationId })).toEqual({ ok: true });
      await typist.emit('typing:start', { conversationId });
      await stays.next('typing:indicator');
      await flushed(leaves);
      expect(typingSeenBy(leaves)).toEqual([]);
    });

    it('keeps another company out of the room', async () => {
      const stranger = await registerCompany(inbox.app);
      const [intruder, typist, colleague] = [
        await connect(stranger.tokens.accessToken),
        await connect(),
        await connect(colleagueToken),
      ];
      await colleague.emit('conversation:join', { conversationId });
      for (const event of ['conversation:join', 'typing:start', 'typing:stop']) {
        expect(await intruder.emit(event, { conversationId })).toMatchObject({ ok: false, code: 'NOT_FOUND' });
      }
      await typist.emit('typing:start', { conversationId });
      await colleague.next('typing:indicator');
      await flushed(intruder);
      expect(intruder.received.map(({ event }) => event)).toEqual(['session:ready']);
    });

    it.each([{}, { conversationId: 'x' }, { conversationId: { $ne: null } }, null, 'text', [1]])(
      'refuses to join %j',
      async (payload) => {
        const socket = await connect();
        expect(await socket.emit('conversation:join', payload)).toMatchObject({ ok: false, code: 'VALIDATION_ERROR' });
      },
    );
  });

  describe('the emit route of trusted services', () => {
    const emit = (key: string | undefined, body: object): request.Test => {
      const call = request(inbox.app.url).post('/api/v1/socket/emit').send(body);
      return key === undefined ? call : call.set('x-internal-api-key', key);
    };

    it('emits into one room for who has the key', async () => {
      const [owner, stranger] = [await connect(), await connect((await registerCompany(inbox.app)).tokens.accessToken)];
      const room = `company:${company.company._id}`;
      await emit(INTERNAL_KEY, { room, event: 'invoice:paid', data: { id: 7 } }).expect(200, { ok: true });
      expect(await owner.next('invoice:paid')).toEqual({ id: 7 });
      await stranger.emit('resume', { since: 0 });
      expect(stranger.received.map(({ event }) => event)).toEqual(['session:ready']);
    });

    it.each([undefined, '', 'wrong', `${INTERNAL_KEY}x`, INTERNAL_KEY.slice(0, -1)])(
      'refuses the key %j',
      async (key) => {
        const room = `user:${new Types.ObjectId().toHexString()}`;
        const { body } = await emit(key, { room, event: 'invoice:paid' }).expect(401);
        expect(body.code).toBe('INVALID_TOKEN');
      },
    );

    it.each(['connect', 'disconnect', 'connect_error', 'newListener'])(
      'does not take %s, which is Socket.IO’s own',
      async (event) => {
        const { body } = await emit(INTERNAL_KEY, { room: `company:${company.company._id}`, event }).expect(400);
        expect(body.code).toBe('VALIDATION_ERROR');
      },
    );

    it('does not take rooms it does not know', async () => {
      await emit(INTERNAL_KEY, { room: 'session:000000000000000000000000', event: 'x' }).expect(400);
    });
  });

  it('answers a socket that floods it RATE_LIMITED, and no other one', async () => {
    const [flooding, other] = [await connect(), await connect()];
    const flood = Array.from({ length: 2 * EVENT_BURST }, () => flooding.emit('resume', { since: 0 }));
    const codes = (await Promise.all(flood)).map(({ code }) => code);
    expect(codes.slice(0, EVENT_BURST)).not.toContain('RATE_LIMITED');
    expect(codes.at(-1)).toBe('RATE_LIMITED');
    expect(await other.emit('resume', { since: 0 })).toMatchObject({ ok: true });
  });
});
