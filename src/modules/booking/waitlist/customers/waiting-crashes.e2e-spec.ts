import { aWeekday } from '../../../../../test/builders/public-booking.js';
import { DoomedProcesses } from '../../../../../test/support/doomed-process.js';
import { flowsAreIdle } from '../../../../../test/support/flows.js';
import { type Inbox, startSandboxForApp } from '../../../../../test/support/inbox.js';
import { OfferingSalon } from '../../../../../test/support/offering-salon.js';
import { WaitingCustomer } from '../../../../../test/support/waiting-customer.js';
import { WebhookRelay } from '../../../../../test/support/webhook-relay.js';
import type { CrashPointName } from '../../../../core/crash-points/index.js';
import { FlowScheduler } from '../../../automation/flow-runs/events/flow-scheduler.service.js';
import { MessageSweeper } from '../../../inbox/message-log/message-sweeper.js';

const HOUR_MS = 3_600_000;
const POINTS: readonly CrashPointName[] = ['booking.confirmed', 'waitlist.accepted'];

/** Two processes on one database; the one that gets the customer's tap is killed. */
describe('a process that is killed while a customer takes a time of the waitlist', () => {
  let inbox: Inbox;
  let processes: DoomedProcesses;
  let relay: WebhookRelay;
  let salon: OfferingSalon;

  beforeAll(async () => {
    relay = await WebhookRelay.open();
    const { sandbox, metaEnv } = await startSandboxForApp(relay.url);
    processes = await DoomedProcesses.open({ ...metaEnv, PORT: '0' });
    relay.target = processes.survivor.url;
    inbox = { app: processes.survivor, sandbox, close: () => Promise.resolve() };
    salon = await OfferingSalon.open(inbox);
  });
  afterAll(async () => {
    await relay.close();
    await inbox.sandbox.close();
    await processes.close();
  });

  it.each(POINTS.map((point, day) => [point, day] as const))(
    'at %s, books once and tells it once',
    async (point, day) => {
      const vera = await WaitingCustomer.joins(salon, aWeekday(day), '10:00');
      await vera.isOffered();
      const [button] = vera.talk.customer.shown;
      if (!button) throw new Error('no time is shown');
      const tap = vera.talk.customer.tapped(button);
      await processes.killedAt(point, async (url) => {
        relay.target = url;
        await inbox.sandbox.webhooks.send(tap);
      });
      relay.target = inbox.app.url;
      await inbox.app.app.get(MessageSweeper, { strict: false }).finishForgotten(Date.now() + HOUR_MS);
      await flowsAreIdle(inbox.app);
      await inbox.app.app.get(FlowScheduler, { strict: false }).sweep(new Date(Date.now() + HOUR_MS));
      await flowsAreIdle(inbox.app);
      await inbox.sandbox.idle();
      const told = vera.talk.customer.got.map(String);
      expect(told.filter((text) => text.startsWith('A time has become free'))).toHaveLength(1);
      expect(told.filter((text) => text.startsWith('Booked: '))).toHaveLength(1);
      const live = (await vera.talk.appointments()).filter(({ status }) => status === 'confirmed');
      expect(live).toHaveLength(1);
      expect(await vera.entry()).toMatchObject({ state: 'booked', answer: { choice: 'accepted', way: 'message' } });
    },
  );
});
