import { DoomedProcesses } from '../../../../test/support/doomed-process.js';
import { aWeekday } from '../../../../test/builders/public-booking.js';
import { GoogleSalon } from '../../../../test/support/google-salon.js';
import { startSandboxForApp } from '../../../../test/support/inbox.js';

/** Two processes on one database; the one that writes to Google is killed. */
describe('a process that is killed while it writes an event', () => {
  let processes: DoomedProcesses;
  let sandbox: Awaited<ReturnType<typeof startSandboxForApp>>['sandbox'];

  beforeAll(async () => {
    const started = await startSandboxForApp();
    ({ sandbox } = started);
    processes = await DoomedProcesses.open({ ...started.metaEnv, PORT: '0' });
  });
  afterAll(async () => {
    await sandbox.close();
    await processes.close();
  });

  it('leaves one event, which a later run takes over, moves and deletes', async () => {
    const inbox = { app: processes.survivor, sandbox, close: () => Promise.resolve() };
    const google = await (await GoogleSalon.open(inbox)).connected('push');
    const day = aWeekday();
    await processes.killedAt('google_calendar.event_written', (url) => google.at(url).book(`${day}T10:00:00.000Z`));
    expect(google.events()).toHaveLength(1);
    const { body } = await google.call('get', '/appointments').expect(200);
    const path = `/appointments/${String(body.items[0]._id)}`;
    await google.call('patch', path, { starts_at: `${day}T11:00:00.000Z` }).expect(200);
    await google.sync();
    expect(google.events().map(({ start }) => new Date(start.dateTime ?? '').toISOString())).toEqual([
      `${day}T11:00:00.000Z`,
    ]);
    await google.call('patch', path, { status: 'cancelled' }).expect(200);
    await google.sync();
    expect(google.events()).toEqual([]);
  });
});
