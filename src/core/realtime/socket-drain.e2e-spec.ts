import { io } from 'socket.io-client';
import { type RegisteredCompany, registerCompany } from '../../../test/builders/accounts.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';
import { ShutdownPhase, ShutdownSteps } from '../shutdown/index.js';

describe('sockets in a shutdown', () => {
  let app: TestApp;
  let company: RegisteredCompany;

  beforeAll(async () => {
    app = await startTestApp();
    company = await registerCompany(app);
  });
  afterAll(() => app.close());

  /** Whether a client gets in, by either transport. */
  const tryToConnect = (transport: 'websocket' | 'polling'): Promise<'in' | 'refused'> =>
    new Promise((resolve) => {
      const auth = { token: company.tokens.accessToken };
      const socket = io(app.url, { auth, transports: [transport], reconnection: false, forceNew: true });
      const end = (outcome: 'in' | 'refused'): void => {
        socket.disconnect();
        resolve(outcome);
      };
      socket.once('session:ready', () => end('in'));
      socket.once('connect_error', () => end('refused'));
    });

  it('are not let in again while jobs finish, since they would hold the server open', async () => {
    const steps = app.app.get(ShutdownSteps);
    expect(await tryToConnect('websocket')).toBe('in');
    expect(await tryToConnect('polling')).toBe('in');
    const late: string[] = [];
    steps.register(ShutdownPhase.JobsStop, 'late clients', async () => {
      late.push(await tryToConnect('websocket'), await tryToConnect('polling'));
    });
    await steps.run();
    expect(late).toEqual(['refused', 'refused']);
  });
});
