import { randomBytes } from 'node:crypto';
import { Realtime } from '../../src/core/realtime/index.js';
import { CompanyScope } from '../../src/core/tenancy/index.js';
import { registerCompany } from '../builders/accounts.js';
import { StaffSocket } from '../support/inbox.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const SHARED_SECRETS = {
  JWT_ACCESS_SECRET: randomBytes(32).toString('hex'),
  JWT_REFRESH_SECRET: randomBytes(32).toString('hex'),
  ENCRYPTION_KEY: randomBytes(32).toString('base64'),
};
const EVENTS = 200;

/** Two instances of the product that share a database and nothing else. */
describe('realtime of several instances', () => {
  let first: TestApp;
  let second: TestApp;

  beforeAll(async () => {
    first = await startTestApp(SHARED_SECRETS);
    second = await startTestApp({ ...SHARED_SECRETS, MONGODB_URI: String(first.config.mongodbUri) });
  });
  afterAll(async () => {
    await second.close();
    await first.close();
  });

  it(`numbers ${EVENTS} events published at once without a gap, and every instance replays the same`, async () => {
    const { company, tokens } = await registerCompany(first);
    const scope = CompanyScope.of(company._id);
    const places = Array.from({ length: EVENTS }, (_, index) => index + 1);
    await Promise.all(
      places.map((upToSeq) =>
        (upToSeq % 2 ? first : second).app
          .get(Realtime)
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
});
