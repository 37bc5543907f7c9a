import request from 'supertest';
import { aPublicSalon } from '../../../../test/builders/public-booking.js';
import { type Bare, FlowCustomer, graphOf, publishFlow, runsOf, says } from '../../../../test/support/flows.js';
import { ACCOUNTS, type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { channelToken } from '../../../../sandbox/channels.js';
import { CompanyScope } from '../../../core/tenancy/index.js';

describe('a flow that books', () => {
  let inbox: Inbox;

  beforeAll(async () => {
    inbox = await startInbox();
  });
  afterAll(() => inbox.close());

  it('knows the appointment that it has booked, in the step after that', async () => {
    const salon = await aPublicSalon(inbox.app);
    const scope = CompanyScope.of(salon.company._id);
    const access_token = channelToken({ platform: 'facebook' });
    const channel = { platform: 'facebook', external_id: ACCOUNTS.facebook, access_token };
    await request(inbox.app.url).post('/api/v1/channels').set(salon.auth).send(channel).expect(201);
    const service_id = salon.serviceId;
    const nodes: Bare[] = [
      { id: 't', type: 'trigger', data: { kind: 'keyword', words: ['book'] } },
      { id: 'find', type: 'action', data: { action: 'find_slots', service_id, save_as: 'slots' } },
      {
        id: 'which',
        type: 'ask',
        data: { text: 'When?', variable: 'slot', answer: 'choice', choices: [], choices_from: 'slots' },
      },
      { id: 'hold', type: 'action', data: { action: 'hold_slot', service_id, slot: 'slot', save_as: 'hold' } },
      { id: 'book', type: 'action', data: { action: 'confirm_booking', hold: 'hold', save_as: 'booking' } },
      says('end', '{{appointment.date}} {{appointment.time}} = {{vars.booking.date}} {{vars.booking.time}}'),
    ];
    const edges = nodes.slice(1).map(({ id }, index) => {
      const from = nodes[index] as Bare;
      return [from.id, from.type === 'action' ? 'ok' : 'next', id] as const;
    });
    await publishFlow(inbox.app, scope, 'Book', graphOf(nodes, edges));
    const customer = new FlowCustomer(inbox, '6900');
    await customer.write('book');
    await inbox.sandbox.ledger.waitFor(({ kind }) => kind === 'graph.message', 60_000);
    await customer.write('1');
    for (let run; run?.active !== undefined || !run; [run] = await runsOf(inbox.app, scope, customer.id));
    await inbox.sandbox.ledger.waitFor(
      ({ kind, data }) => kind === 'graph.message' && /=/.test(String(data['text'])),
      60_000,
    );
    const [appointment, booking] = String(customer.got.at(-1)).split(' = ');
    expect(booking).toMatch(/\d{2}:\d{2}$/);
    expect(appointment).toBe(booking);
  });
});
