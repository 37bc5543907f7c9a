import { getModelToken } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import request from 'supertest';
import {
  aStaffMember,
  bearer,
  type LoggedIn,
  logIn,
  PASSWORD,
  registerCompany,
  type Tokens,
} from '../../../../test/builders/accounts.js';
import { claimsOf, signAccessToken } from '../../../../test/support/access-tokens.js';
import { StaffSocket } from '../../../../test/support/inbox.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import { Session } from './schemas/session.schema.js';
import { SessionsService } from './sessions.service.js';

const BASE = '/api/v1/auth';
const PARALLEL = 50;
const BEYOND_LEEWAY_MS = 11_000;
const NEW_PASSWORD = { current_password: PASSWORD, password: 'nine-herons-read-by-lamplight' };
const DAY_MS = 86_400_000;

describe('sessions', () => {
  let app: TestApp;
  let sessions: Model<Session>;

  beforeAll(async () => {
    app = await startTestApp();
    sessions = app.app.get<Model<Session>>(getModelToken(Session.name));
  });
  afterAll(() => app.close());

  const api = () => request(app.url);
  const refresh = (refreshToken: string) => api().post(`${BASE}/refresh`).send({ refreshToken });
  const verify = (tokens: Tokens) => api().get(`${BASE}/verify`).set(bearer(tokens));
  const idOf = ({ accessToken }: Tokens): string =>
    JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString()).sid;
  /** Moves the last rotation into the past, as if the time had gone by. */
  const ageRotation = (tokens: Tokens) =>
    sessions.updateOne({ _id: idOf(tokens) }, { $set: { rotated_at: new Date(Date.now() - BEYOND_LEEWAY_MS) } });

  describe('refresh', () => {
    it('trades the token for a new pair, again and again', async () => {
      let { tokens } = await registerCompany(app);
      for (let round = 0; round < 3; round += 1) {
        const { body } = await refresh(tokens.refreshToken).expect(200);
        expect(body.refreshToken).not.toBe(tokens.refreshToken);
        expect(body.expiresIn).toBe(900);
        await verify(body).expect(200);
        tokens = body;
      }
    });

    it(`leaves one lineage when ${PARALLEL} clients use one token at once`, async () => {
      const { tokens } = await registerCompany(app);
      const answers = await Promise.all(Array.from({ length: PARALLEL }, () => refresh(tokens.refreshToken)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      const lineages = new Set(answers.map(({ body }) => body.refreshToken as string));
      expect(lineages.size).toBe(1);
      const [survivor] = [...lineages];
      await refresh(survivor ?? '').expect(200);
      expect(await sessions.countDocuments({ _id: idOf(tokens) })).toBe(1);
    });

    it('answers a repetition within the leeway with the same token, and ends the family after it', async () => {
      const { tokens } = await registerCompany(app);
      const { body: next } = await refresh(tokens.refreshToken).expect(200);
      expect((await refresh(tokens.refreshToken).expect(200)).body.refreshToken).toBe(next.refreshToken);
      await ageRotation(tokens);
      expect((await refresh(tokens.refreshToken).expect(401)).body.code).toBe('INVALID_TOKEN');
      await refresh(next.refreshToken).expect(401);
      await verify(next).expect(401);
      expect(await sessions.findById(idOf(tokens)).lean()).toMatchObject({ end_reason: 'reuse' });
    });

    it('ends the family at once for a token older than the previous one', async () => {
      const { tokens } = await registerCompany(app);
      const { body: second } = await refresh(tokens.refreshToken).expect(200);
      const { body: third } = await refresh(second.refreshToken).expect(200);
      await refresh(tokens.refreshToken).expect(401);
      await refresh(third.refreshToken).expect(401);
      await verify(third).expect(401);
    });

    it('ends only the family whose token was reused', async () => {
      const { user, tokens } = await registerCompany(app);
      const other = await logIn(app, user.email);
      const { body } = await refresh(tokens.refreshToken).expect(200);
      await ageRotation(tokens);
      await refresh(tokens.refreshToken).expect(401);
      await refresh(body.refreshToken).expect(401);
      await verify(other.tokens).expect(200);
    });

    it('refuses forged tokens without harming the family', async () => {
      const { tokens } = await registerCompany(app);
      const bytes = Buffer.from(tokens.refreshToken, 'base64url');
      bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20);
      for (const forged of [bytes.toString('base64url'), 'nonsense', '', tokens.accessToken]) {
        expect((await refresh(forged).expect(401)).body.code).toBe('INVALID_TOKEN');
      }
      await refresh(tokens.refreshToken).expect(200);
    });

    it('refuses an expired session', async () => {
      const { tokens } = await registerCompany(app);
      await sessions.updateOne({ _id: idOf(tokens) }, { $set: { expires_at: new Date(Date.now() - 1) } });
      await refresh(tokens.refreshToken).expect(401);
      await verify(tokens).expect(401);
    });

    it('stores no token', async () => {
      const { tokens } = await registerCompany(app);
      const stored = JSON.stringify(await sessions.findById(idOf(tokens)).lean());
      expect(stored).not.toContain(tokens.refreshToken);
      expect(stored).toContain('current_hash');
    });
  });

  describe('ending', () => {
    it('by log-out refuses both tokens at once, however busy the session is', async () => {
      const { tokens } = await registerCompany(app);
      await verify(tokens).expect(200);
      const busy = Array.from({ length: 20 }, () => verify(tokens));
      await api().post(`${BASE}/logout`).set(bearer(tokens)).expect(204);
      expect((await verify(tokens).expect(401)).body.code).toBe('INVALID_TOKEN');
      await refresh(tokens.refreshToken).expect(401);
      await Promise.all(busy);
      await verify(tokens).expect(401);
    });

    it('takes the session of a given refresh token along, if it is the caller`s', async () => {
      const { user, tokens } = await registerCompany(app);
      const [other, stranger] = [await logIn(app, user.email), await registerCompany(app)];
      const { refreshToken } = other.tokens;
      await api().post(`${BASE}/logout`).set(bearer(tokens)).send({ refreshToken }).expect(204);
      await verify(other.tokens).expect(401);
      const again = await logIn(app, user.email);
      await api()
        .post(`${BASE}/logout`)
        .set(again.auth)
        .send({ refreshToken: stranger.tokens.refreshToken })
        .expect(204);
      await verify(stranger.tokens).expect(200);
    });

    it('lists the caller`s log-ins, ends one of them, and all others', async () => {
      const owner = await registerCompany(app);
      const [other, stranger] = [await logIn(app, owner.user.email), await registerCompany(app)];
      const { body } = await api().get(`${BASE}/sessions`).set(owner.auth).expect(200);
      expect(body.items).toHaveLength(2);
      expect(body.items.filter(({ current }: { current: boolean }) => current)).toMatchObject([
        { _id: idOf(owner.tokens) },
      ]);
      expect(JSON.stringify(body)).not.toMatch(/hash|epoch/);
      const end = (id: string) => api().delete(`${BASE}/sessions/${id}`).set(owner.auth);
      await end(idOf(stranger.tokens)).expect(404);
      await verify(stranger.tokens).expect(200);
      await verify(other.tokens).expect(200);
      await end(idOf(other.tokens)).expect(204);
      await verify(other.tokens).expect(401);
      await end(idOf(other.tokens)).expect(404);
      expect((await end('nonsense').expect(400)).body.code).toBe('INVALID_ID');
      const third = await logIn(app, owner.user.email);
      await api().delete(`${BASE}/sessions`).set(owner.auth).expect(204);
      await refresh(third.tokens.refreshToken).expect(401);
      for (const { tokens } of [owner, stranger]) await verify(tokens).expect(200);
    });
  });

  describe('sockets', () => {
    const opened: StaffSocket[] = [];
    const connect = async ({ accessToken }: Pick<Tokens, 'accessToken'>): Promise<StaffSocket> => {
      const socket = await StaffSocket.connect(app, accessToken);
      opened.push(socket);
      return socket;
    };
    const isAlive = async (socket: StaffSocket) => (await socket.emit('resume', { since: 0 }))['ok'] === true;

    afterEach(() => {
      for (const socket of opened.splice(0)) socket.close();
    });

    it('live on with a renewed token until that one ends', async () => {
      const owner = await registerCompany(app);
      // A busy machine connects before the token ends.
      const socket = await connect({ accessToken: signAccessToken(app, claimsOf(owner), 6) });
      const firstEnd = Date.now() + 6_000;
      const ended = socket.next('session:ended');
      const token = signAccessToken(app, claimsOf(owner), 8);
      const answer = await socket.emit('session:renew', { token });
      expect(answer).toEqual({ ok: true, expiresAt: expect.stringMatching(/T.+Z$/) });
      expect(Date.parse(String(answer['expiresAt']))).toBeGreaterThan(firstEnd);
      expect(await ended).toEqual({ code: 'TOKEN_EXPIRED' });
      expect(Date.now()).toBeGreaterThan(firstEnd + 500);
    });

    it('are closed when they show a token of another user, session or role', async () => {
      const owner = await registerCompany(app);
      const others = [
        (await registerCompany(app)).tokens.accessToken,
        (await aStaffMember(app, owner)).tokens.accessToken,
        (await logIn(app, owner.user.email)).tokens.accessToken,
        signAccessToken(app, { ...claimsOf(owner), role: 'staff' }, 60),
      ];
      for (const token of others) {
        const socket = await connect(owner.tokens);
        const closed = socket.disconnected();
        expect(await socket.emit('session:renew', { token })).toMatchObject({ ok: false, code: 'SESSION_MISMATCH' });
        expect(await socket.next('session:ended')).toEqual({ code: 'SESSION_MISMATCH' });
        await closed;
      }
    });

    it('stay as they are when they show a bad token', async () => {
      const owner = await registerCompany(app);
      const socket = await connect(owner.tokens);
      const renew = (token: unknown) => socket.emit('session:renew', { token });
      const expired = signAccessToken(app, claimsOf(owner), -1);
      expect(await renew(expired)).toMatchObject({ ok: false, code: 'TOKEN_EXPIRED' });
      expect(await renew('nonsense')).toMatchObject({ ok: false, code: 'INVALID_TOKEN' });
      expect(await renew({ $gt: '' })).toMatchObject({ ok: false, code: 'VALIDATION_ERROR' });
      expect(await isAlive(socket)).toBe(true);
    });

    it.each<[string, (owner: LoggedIn, staff: LoggedIn) => request.Test]>([
      ['logs out', (_, staff) => api().post(`${BASE}/logout`).set(staff.auth)],
      [
        'is ended by its user',
        (_, staff) =>
          api()
            .delete(`${BASE}/sessions/${idOf(staff.tokens)}`)
            .set(staff.auth),
      ],
      [
        'belongs to a user whom a manager disables',
        ({ auth }, { user }) => api().patch(`/api/v1/users/${user._id}`).set(auth).send({ disabled: true }),
      ],
    ])('are all closed when their session %s', async (_, endSession) => {
      const owner = await registerCompany(app);
      const staff = await aStaffMember(app, owner);
      const [stays, ...tabs] = [await connect(owner.tokens), await connect(staff.tokens), await connect(staff.tokens)];
      const closed = tabs.map((tab) => tab.disconnected());
      await endSession(owner, staff).expect((response) => expect(response.status).toBeLessThan(300));
      for (const tab of tabs) expect(await tab.next('session:ended')).toEqual({ code: 'INVALID_TOKEN' });
      await Promise.all(closed);
      expect(await isAlive(stays)).toBe(true);
    });

    it.each<[string, (owner: LoggedIn) => request.Test]>([
      ['changes the password', ({ auth }) => api().patch('/api/v1/users/me').set(auth).send(NEW_PASSWORD)],
      ['ends all other log-ins', ({ auth }) => api().delete(`${BASE}/sessions`).set(auth)],
    ])('of other sessions are closed when the user %s', async (_, act) => {
      const owner = await registerCompany(app);
      const here = await connect(owner.tokens);
      const elsewhere = await connect((await logIn(app, owner.user.email)).tokens);
      await act(owner).expect((response) => expect(response.status).toBeLessThan(300));
      expect(await elsewhere.next('session:ended')).toEqual({ code: 'INVALID_TOKEN' });
      expect(await isAlive(here)).toBe(true);
    });
  });

  it('are forgotten long after they expired, however many there are', async () => {
    const { tokens } = await registerCompany(app);
    const template = await sessions.findById(idOf(tokens)).orFail().lean();
    const longAgo = new Date(Date.now() - 31 * DAY_MS);
    const old = Array.from({ length: 2_100 }, () => ({ ...template, _id: new Types.ObjectId(), expires_at: longAgo }));
    await sessions.insertMany(old);
    expect(await app.app.get(SessionsService).purge()).toBe(old.length);
    expect(await sessions.countDocuments({ expires_at: longAgo })).toBe(0);
    await verify(tokens).expect(200);
  });
});
