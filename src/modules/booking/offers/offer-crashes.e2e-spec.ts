import request from 'supertest';
import { aWeekday } from '../../../../test/builders/public-booking.js';
import { DoomedProcesses } from '../../../../test/support/doomed-process.js';
import { flowsAreIdle } from '../../../../test/support/flows.js';
import { type Inbox, startSandboxForApp } from '../../../../test/support/inbox.js';
import { OfferingSalon } from '../../../../test/support/offering-salon.js';
import { WebhookRelay } from '../../../../test/support/webhook-relay.js';
import type { CrashPointName } from '../../../core/crash-points/index.js';
import { FlowScheduler } from '../../automation/flow-runs/events/flow-scheduler.service.js';
import { MessageSweeper } from '../../inbox/message-log/message-sweeper.js';

const HOUR_MS = 3_600_000;
const POINTS: readonly CrashPointName[] = [
  'offers.chosen',
  'booking.held',
  'booking.confirmed',
  'offers.booked',
  'offers.accepted',
];

/** Two processes on one database; the one that gets the customer's tap is killed. */
describe('a process that is killed while a customer books an offered time', () => {
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
      const customer = await salon.aCustomer();
      // A search may still show a time that a killed process has just taken.
      await customer.offer({ slots: [{ starts_at: `${aWeekday(day)}T10:00:00.000Z` }] });
      const [button] = customer.customer.shown;
      if (!button) throw new Error('no time is shown');
      const tap = customer.customer.tapped(button);
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
      const told = customer.customer.got.filter((text) => String(text).startsWith('Booked: '));
      expect(told).toHaveLength(1);
      const live = (await customer.appointments()).filter(({ status }) => status === 'confirmed');
      expect(live).toHaveLength(1);
      expect(await customer.offers()).toMatchObject([
        { state: 'accepted', chosen_slot: 0, appointment_id: live[0]?._id },
      ]);
    },
  );

  it('at offers.stored, sends the question once when the request is repeated', async () => {
    const customer = await salon.aCustomer();
    const body = { service_id: salon.salon.serviceId, client_key: 'again' };
    await processes.killedAt('offers.stored', (url) =>
      request(url).post(`/api/v1${customer.path}`).set(salon.salon.auth).send(body),
    );
    const { _id } = await customer.offer({ client_key: 'again' });
    expect(customer.customer.got).toHaveLength(1);
    expect(await customer.offers()).toMatchObject([{ _id, state: 'open', message_id: expect.any(String) }]);
  });
});
