import { type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { type OfferedCustomer, OfferingSalon } from '../../../../test/support/offering-salon.js';
import { type InlineJobs, Jobs } from '../../../core/jobs/index.js';
import { AppointmentOutbox } from '../appointments/publishing/appointment-outbox.js';

const MINUTE_MS = 60_000;

describe('the notice of an offered time that a customer has booked', () => {
  let inbox: Inbox;
  let salon: OfferingSalon;

  beforeAll(async () => {
    inbox = await startInbox();
    salon = await OfferingSalon.open(inbox);
  });
  afterAll(() => inbox.close());

  const noticesOf = async (customer: OfferedCustomer): Promise<unknown[]> => {
    const outbox = inbox.app.app.get(AppointmentOutbox, { strict: false });
    await outbox.onModuleDestroy();
    await outbox.sweep(new Date(Date.now() + MINUTE_MS));
    await inbox.app.app.get<unknown, InlineJobs>(Jobs).drain({ includeDelayed: true });
    const [appointment] = await customer.appointments();
    return (await salon.call('get', `/appointments/${String(appointment?._id)}/notices`).expect(200)).body.items;
  };
  const text = ({ customer }: OfferedCustomer): string => String(customer.got.at(-1));

  it('is the reply in the conversation', async () => {
    const customer = await salon.aCustomer();
    await customer.offer();
    await customer.tap(1);
    const message = { state: 'posted', reason: 'told_in_conversation', message_id: expect.any(String) };
    expect(await noticesOf(customer)).toMatchObject([{ kind: 'confirmed', message }]);
    expect(text(customer)).toMatch(/^Booked: /);
  });

  it('is a message of its own if the reply does not arrive', async () => {
    const customer = await salon.aCustomer();
    await customer.offer();
    inbox.sandbox.graph.failNext({ scenario: 'person_unavailable', customer_id: customer.customer.id });
    await customer.tap(1);
    expect(await noticesOf(customer)).toMatchObject([
      { kind: 'confirmed', message: { state: 'posted', reason: null } },
    ]);
    await inbox.sandbox.idle();
    expect(text(customer)).toMatch(/is confirmed/);
  });
});
