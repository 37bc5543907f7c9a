import request from 'supertest';
import { aPublicSalon, type PublicSalon } from '../../../../test/builders/public-booking.js';
import {
  type Bare,
  conversationsOf,
  FlowCustomer,
  graphOf,
  lineOf,
  publishFlow,
  runsOf,
  says,
  TappingCustomer,
} from '../../../../test/support/flows.js';
import { ACCOUNTS, type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { channelToken } from '../../../../sandbox/channels.js';
import { CompanyScope } from '../../../core/tenancy/index.js';

describe('a flow that books', () => {
  let inbox: Inbox;

  beforeAll(async () => {
    inbox = await startInbox();
  });
  afterAll(() => inbox.close());

  const post = async (salon: PublicSalon, path: string, body: object): Promise<{ _id: string }> =>
    (await request(inbox.app.url).post(`/api/v1${path}`).set(salon.auth).send(body).expect(201)).body as {
      _id: string;
    };
  const aSalon = async (platform: 'facebook' | 'instagram'): Promise<{ salon: PublicSalon; scope: CompanyScope }> => {
    const salon = await aPublicSalon(inbox.app);
    const access_token = channelToken({ platform });
    await post(salon, '/channels', { platform, external_id: ACCOUNTS[platform], access_token });
    return { salon, scope: CompanyScope.of(salon.company._id) };
  };

  it('tells the flow that it starts for which pet the customer is here', async () => {
    const { salon, scope } = await aSalon('instagram');
    const find: Bare = {
      id: 'find',
      type: 'action',
      data: { action: 'find_slots', service_id: salon.serviceId, save_as: 'slots' },
    };
    const second = await publishFlow(
      inbox.app,
      scope,
      'Second',
      lineOf(['second'], says('pet', 'For {{pet.name|nobody}}')),
    );
    const next: Bare = {
      id: 'next',
      type: 'action',
      data: { action: 'start_flow', flow_id: second._id.toHexString() },
    };
    await publishFlow(inbox.app, scope, 'First', lineOf(['first'], find, next));
    const customer = new TappingCustomer(inbox, '6901', 'instagram');
    await customer.write('second');
    await customer.gets('For nobody');
    const [conversation] = await conversationsOf(inbox.app, scope, customer.id);
    for (const name of ['Bella', 'Rex'])
      await post(salon, '/pets', { contact_id: conversation?.contact_id.toHexString(), name, species: 'dog' });
    await customer.write('first');
    await customer.gets('For which pet?');
    await customer.write('Rex');
    await customer.gets('For Rex');
  });

  it('knows the appointment that it has booked, in the step after that', async () => {
    const { salon, scope } = await aSalon('facebook');
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
