import { channelToken } from '../../../../sandbox/channels.js';
import {
  type Bare,
  conversationsOf,
  FlowCustomer,
  flowsAreIdle,
  graphOf,
  publishFlow,
  runsOf,
  says,
} from '../../../../test/support/flows.js';
import { ACCOUNTS, type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { Salon } from '../../../../test/support/salon.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import type { TriggerKind } from '../flow-core/index.js';
import { DueAppointments } from './events/due-appointments.service.js';

const MINUTE_MS = 60_000;

describe('flows that start by an appointment', () => {
  let inbox: Inbox;
  let salon: Salon;
  let scope: CompanyScope;
  let people = 9_970;

  beforeAll(async () => {
    inbox = await startInbox();
    salon = await Salon.open(inbox.app);
    scope = CompanyScope.of(salon.owner.company._id);
    const access_token = channelToken({ platform: 'facebook' });
    const channel = { platform: 'facebook', external_id: ACCOUNTS.facebook, access_token };
    await salon.call('post', '/channels', salon.owner).send(channel).expect(201);
    await publish('appointment_created', 'Booked: {{appointment.service}} at {{appointment.time}}');
    await publish('appointment_cancelled', 'Cancelled: {{appointment.time}}');
    await publish('appointment_no_show', 'We missed you');
    await publish('appointment_completed', 'How was the visit?');
    await publish('appointment_due', 'Soon: {{appointment.time}}', { minutes_before: 60 });
  });
  afterAll(() => inbox.close());

  const publish = (kind: TriggerKind, text: string, more: object = {}) => {
    const trigger = { id: 't', type: 'trigger', data: { kind, ...more } } as Bare;
    return publishFlow(inbox.app, scope, kind, graphOf([trigger, says('m', text)], [['t', 'next', 'm']]));
  };
  const aCustomer = async (): Promise<{ customer: FlowCustomer; contact_id: string }> => {
    const customer = new FlowCustomer(inbox, String(++people));
    await customer.write('good morning');
    const [conversation] = await conversationsOf(inbox.app, scope, customer.id);
    return { customer, contact_id: String(conversation?.contact_id) };
  };
  const dueAt = async (time: string): Promise<void> => {
    await inbox.app.app.get(DueAppointments, { strict: false }).sweep(new Date(salon.at(time)));
    await flowsAreIdle(inbox.app);
  };
  const startedBy = async ({ id }: FlowCustomer): Promise<string[]> =>
    (await runsOf(inbox.app, scope, id)).map(({ trigger }) => trigger.kind);

  it('start when it is booked and when it is cancelled', async () => {
    const { customer, contact_id } = await aCustomer();
    const { _id } = await salon.booked('09:00', { contact_id });
    await customer.gets(`Booked: ${await serviceName()} at 09:00`);
    await salon.call('post', `/appointments/${_id}/cancel`).send({}).expect(200);
    await customer.gets('Cancelled: 09:00');
    await flowsAreIdle(inbox.app);
    expect(await startedBy(customer)).toEqual(['appointment_created', 'appointment_cancelled']);
  });

  it('start when the customer did not come', async () => {
    const { customer, contact_id } = await aCustomer();
    const { _id } = await salon.booked('10:00', { contact_id });
    await customer.gets(`Booked: ${await serviceName()} at 10:00`);
    await salon.rewriteStart(_id, -MINUTE_MS);
    await salon.call('post', `/appointments/${_id}/no-show`).expect(200);
    await customer.gets('We missed you');
  });

  it('start once when the visit is finished, also if it is changed later', async () => {
    const { customer, contact_id } = await aCustomer();
    const { _id } = await salon.booked('11:00', { contact_id });
    await customer.gets(`Booked: ${await serviceName()} at 11:00`);
    await salon.rewriteStart(_id, -MINUTE_MS);
    for (const step of ['check-in', 'start', 'complete'])
      await salon.call('post', `/appointments/${_id}/${step}`).send({}).expect(200);
    await customer.gets('How was the visit?');
    await salon.call('patch', `/appointments/${_id}`).send({ notes: 'Left the leash here' }).expect(200);
    await flowsAreIdle(inbox.app);
    const kinds = (await startedBy(customer)).filter((kind) => kind === 'appointment_completed');
    expect(kinds).toHaveLength(1);
  });

  it('start once before it, again for the new time of a moved one, and not for a cancelled one', async () => {
    const { customer, contact_id } = await aCustomer();
    const { _id } = await salon.booked('12:00', { contact_id });
    await customer.gets(`Booked: ${await serviceName()} at 12:00`);
    await dueAt('10:59');
    expect(customer.got).not.toContain('Soon: 12:00');
    for (const time of ['11:00', '11:01', '11:20']) await dueAt(time);
    await customer.gets('Soon: 12:00');
    await salon
      .call('patch', `/appointments/${_id}`)
      .send({ starts_at: salon.at('15:00') })
      .expect(200);
    await dueAt('14:00');
    await customer.gets('Soon: 15:00');
    const other = await salon.booked('17:00', { contact_id });
    await customer.gets(`Booked: ${await serviceName()} at 17:00`);
    await salon.call('post', `/appointments/${other._id}/cancel`).send({}).expect(200);
    await customer.gets('Cancelled: 17:00');
    await dueAt('16:00');
    const due = (await startedBy(customer)).filter((kind) => kind === 'appointment_due');
    expect(due).toHaveLength(2);
  });

  async function serviceName(): Promise<string> {
    return (await salon.call('get', `/services/${salon.service._id}`).expect(200)).body.name as string;
  }
});
