import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { AuthGateway } from '../../src/modules/accounts/auth/auth.gateway.js';
import { RealtimeService } from '../../src/core/realtime/index.js';
import { MAX_UNSENT_BYTES } from '../../src/core/realtime/unsent-bytes.js';
import { CompanyScope } from '../../src/core/tenancy/index.js';
import { io } from 'socket.io-client';
import request from 'supertest';
import { ShutdownPhase, ShutdownSteps } from '../../src/core/shutdown/index.js';
import { logIn, registerCompany } from '../builders/accounts.js';
import { aContact } from '../builders/contacts.js';
import { StaffSocket } from '../support/inbox.js';
import { describeWithRedisServer } from '../support/optional-servers.js';
import { openRawDatabase } from '../support/raw-database.js';
import { RedisServer } from '../support/redis-server.js';
import { goOnReading, servedSocketOf, stopReading } from '../support/slow-reader.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const SHARED_SECRETS = {
  JWT_ACCESS_SECRET: randomBytes(32).toString('hex'),
  JWT_REFRESH_SECRET: randomBytes(32).toString('hex'),
  ENCRYPTION_KEY: randomBytes(32).toString('base64'),
};
const EVENTS = 200;

/** Two instances of the product that share a database, and a Redis where this machine has one. */
describe('realtime of several instances', () => {
  let redis: RedisServer | undefined;
  let first: TestApp;
  let second: TestApp;

  beforeAll(async () => {
    redis = await RedisServer.start();
    const shared = { ...SHARED_SECRETS, ...(redis && { REDIS_URL: redis.url }) };
    first = await startTestApp(shared);
    second = await startTestApp({ ...shared, MONGODB_URI: String(first.config.mongodbUri) });
  });
  afterAll(async () => {
    await second.close();
    await first.close();
    await redis?.close();
  });

  it(`numbers ${EVENTS} events published at once without a gap, and every instance replays the same`, async () => {
    const { company, tokens } = await registerCompany(first);
    const scope = CompanyScope.of(company._id);
    const places = Array.from({ length: EVENTS }, (_, index) => index + 1);
    await Promise.all(
      places.map((upToSeq) =>
        (upToSeq % 2 ? first : second).app
          .get(RealtimeService)
          .publish(scope, 'message:read', { conversationId: company._id, upToSeq, userId: company._id }),
      ),
    );
    const sockets = await Promise.all([first, second].map((app) => StaffSocket.connect(app, tokens.accessToken)));
    for (const socket of sockets) {
      expect(await socket.emit('resume', { since: 0 })).toEqual({
        ok: true,
        seq: EVENTS,
        replayed: EVENTS,
        reset: false,
      });
    }
    const [here = [], there] = sockets.map(({ received }) => received.filter(({ event }) => event === 'message:read'));
    expect(here).toEqual(there);
    expect(here.map(({ data }) => data['seq'])).toEqual(places);
    expect(new Set(here.map(({ data }) => data['upToSeq']))).toEqual(new Set(places));
    for (const socket of sockets) socket.close();
  });

  describe('a client that does not read', () => {
    it('gets the rest of a resume when it reads on', async () => {
      const owner = await registerCompany(first);
      const raw = await openRawDatabase(first);
      const events = raw.db.collection('realtime_events');
      const bulk = { text: 'x'.repeat(64 * 1024) };
      const stamp = { company_id: CompanyScope.of(owner.company._id).companyId, created_at: new Date() };
      // 16 MB, far more than the buffers of the network take.
      await events.insertMany(
        Array.from({ length: 256 }, (_, index) => ({ ...stamp, seq: index + 1, event: 'message:new', data: bulk })),
      );
      await raw.close();
      const socket = await StaffSocket.connect(first, owner.tokens.accessToken);
      const served = servedSocketOf(first, owner.user._id);
      let mostUnsent = 0;
      served.conn.on('packetCreate', () => (mostUnsent = Math.max(mostUnsent, served.data.unsent.count)));
      socket.socket.emit('resume', { since: 0 }, () => undefined);
      await once(served.conn, 'packetCreate');
      stopReading(socket);
      // Another socket of the user gets all of it meanwhile.
      const colleague = await StaffSocket.connect(first, owner.tokens.accessToken);
      expect(await colleague.emit('resume', { since: 0 })).toMatchObject({ ok: true, replayed: 256 });
      expect(mostUnsent).toBeLessThan(MAX_UNSENT_BYTES / 2);
      goOnReading(socket);
      await socket.next('message:new', ({ seq }) => seq === 256);
      expect(socket.received.filter(({ event }) => event === 'message:new').map(({ data }) => data['seq'])).toEqual(
        Array.from({ length: 256 }, (_, index) => index + 1),
      );
      for (const each of [socket, colleague]) each.close();
    });

    it('is disconnected once more than 1 MB waits for it', async () => {
      const owner = await registerCompany(first);
      const socket = await StaffSocket.connect(first, owner.tokens.accessToken);
      const served = servedSocketOf(first, owner.user._id);
      const ended = once(served as never, 'disconnect');
      let isOpen = true;
      void ended.then(() => (isOpen = false));
      stopReading(socket);
      const room = `company:${owner.company._id}`;
      let sentBytes = 0;
      while (isOpen) {
        first.app.get(RealtimeService).emitTo(room, 'bulk', { text: 'x'.repeat(64 * 1024) });
        sentBytes += 64 * 1024;
        await new Promise((resolve) => setImmediate(resolve));
      }
      expect(served.data.unsent.count).toBeLessThan(2 * MAX_UNSENT_BYTES);
      goOnReading(socket);
      expect(await socket.next('session:ended')).toEqual({ code: 'TOO_SLOW' });
      expect(sentBytes).toBeGreaterThan(MAX_UNSENT_BYTES);
    });
  });

  describeWithRedisServer('with Redis', () => {
    const logOut = (app: TestApp, auth: Record<string, string>): Promise<unknown> =>
      request(app.url).post('/api/v1/auth/logout').set(auth).send({}).expect(204);

    it('shows the viewers of a conversation who are connected to the other instance', async () => {
      const owner = await registerCompany(first);
      const created = { contact_id: (await aContact(first, owner))._id, role: 'user', direction: 'inbound' };
      const message = { ...created, platform: 'web', content: 'hello' };
      const { body } = await request(first.url).post('/api/v1/messages').set(owner.auth).send(message).expect(201);
      const conversationId = body.messageData.conversation_id as string;
      const [here, there] = await Promise.all(
        [first, second].map((app) => StaffSocket.connect(app, owner.tokens.accessToken)),
      );
      await here?.emit('conversation:join', { conversationId });
      expect(await there?.emit('conversation:viewing', { conversationId, visible: true })).toEqual({ ok: true });
      expect(await here?.next('presence:update')).toMatchObject({ viewers: [{ userId: owner.user._id }] });
      for (const socket of [here, there]) socket?.close();
    });

    it('closes the sockets of a session on both instances when it logs out on one', async () => {
      const owner = await registerCompany(first);
      const session = await logIn(first, owner.user.email);
      const sockets = await Promise.all(
        [first, second].map((app) => StaffSocket.connect(app, session.tokens.accessToken)),
      );
      const closed = Promise.all(sockets.map((socket) => socket.disconnected()));
      await logOut(first, session.auth);
      await closed;
      for (const socket of sockets) expect(await socket.next('session:ended')).toEqual({ code: 'INVALID_TOKEN' });
    });

    it('closes a socket that connects on an instance which still takes the session for live', async () => {
      const owner = await registerCompany(first);
      const session = await logIn(first, owner.user.email);
      // The second instance remembers for some seconds that the session is live.
      await request(second.url).get('/api/v1/auth/verify').set(session.auth).expect(200);
      await logOut(first, session.auth);
      const token = session.tokens.accessToken;
      const socket = io(second.url, { auth: { token }, transports: ['websocket'], reconnection: false });
      expect(await new Promise((resolve) => socket.once('session:ended', resolve))).toEqual({ code: 'INVALID_TOKEN' });
      socket.disconnect();
    });

    it('closes the sockets of a session on the instance where it logs out while Redis is away', async () => {
      const owner = await registerCompany(first);
      const session = await logIn(first, owner.user.email);
      const socket = await StaffSocket.connect(first, session.tokens.accessToken);
      const closed = socket.disconnected();
      await redis?.stop();
      try {
        await logOut(first, session.auth);
        expect(await socket.next('session:ended')).toEqual({ code: 'INVALID_TOKEN' });
        await closed;
      } finally {
        await redis?.startAgain();
      }
    });

    it('refuses the next event of a session that logged out on the other instance while Redis is away', async () => {
      const owner = await registerCompany(first);
      const session = await logIn(first, owner.user.email);
      const socket = await StaffSocket.connect(second, session.tokens.accessToken);
      await redis?.stop();
      try {
        // Its verdict is in the second instance's memory.
        expect(await socket.emit('resume', { since: 0 })).toMatchObject({ ok: true });
        await logOut(first, session.auth);
        const closed = socket.disconnected();
        expect(await socket.emit('resume', { since: 0 })).toMatchObject({ ok: false, code: 'INVALID_TOKEN' });
        expect(await socket.next('session:ended')).toEqual({ code: 'INVALID_TOKEN' });
        await closed;
      } finally {
        await redis?.startAgain();
      }
    });

    it('closes a silent socket whose session logged out on the other instance while Redis is away', async () => {
      const owner = await registerCompany(first);
      const session = await logIn(first, owner.user.email);
      const silent = await StaffSocket.connect(second, session.tokens.accessToken);
      const staying = await StaffSocket.connect(second, owner.tokens.accessToken);
      await redis?.stop();
      try {
        await logOut(first, session.auth);
        const closed = silent.disconnected();
        await second.app.get(AuthGateway, { strict: false }).sweep();
        await closed;
        expect(await staying.emit('resume', { since: 0 })).toMatchObject({ ok: true });
        staying.close();
      } finally {
        await redis?.startAgain();
      }
    });

    it('goes on after events were published while Redis was away', async () => {
      const { company, tokens } = await registerCompany(first);
      const scope = CompanyScope.of(company._id);
      const publish = (upToSeq: number): Promise<boolean> =>
        first.app
          .get(RealtimeService)
          .publish(scope, 'message:read', { conversationId: company._id, upToSeq, userId: company._id });
      const [here, there] = await Promise.all(
        [first, second].map((app) => StaffSocket.connect(app, tokens.accessToken)),
      );
      await redis?.stop();
      await publish(1);
      expect(await here?.next('message:read')).toMatchObject({ seq: 1 });
      await redis?.startAgain();
      await untilHeard(() => publish(2), there as StaffSocket);
      expect(await there?.emit('resume', { since: 0 })).toMatchObject({ ok: true, reset: false });
      expect(there?.received.map(({ data }) => data['seq'])).toContain(1);
      for (const socket of [here, there]) socket?.close();
    });

    // The last one: the first instance lets nobody in after it.
    it('tells and disconnects only its own sockets when it shuts down', async () => {
      const { tokens } = await registerCompany(first);
      const [own, other] = await Promise.all(
        [first, second].map((app) => StaffSocket.connect(app, tokens.accessToken)),
      );
      const closed = own?.disconnected();
      const steps = first.app.get(ShutdownSteps);
      const drained = new Promise<void>((resolve) => steps.register(ShutdownPhase.JobsStop, 'drained', resolve));
      void steps.run();
      await Promise.all([closed, drained]);
      expect(await own?.next('server:draining')).toEqual({ reconnectWithinMs: expect.any(Number) });
      expect(await other?.emit('resume', { since: 0 })).toMatchObject({ ok: true });
      expect(other?.received.map(({ event }) => event)).not.toContain('server:draining');
      other?.close();
    });
  });
});

/** Publishes until the event crosses over: the instances find Redis again in their own time. */
async function untilHeard(publish: () => Promise<unknown>, socket: StaffSocket): Promise<void> {
  const isHeard = (): boolean => socket.received.some(({ event }) => event === 'message:read');
  while (!isHeard()) {
    await publish();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
