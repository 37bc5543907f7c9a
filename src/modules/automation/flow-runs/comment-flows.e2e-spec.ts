import { pageComment } from '../../../../sandbox/events/index.js';
import {
  FlowCustomer,
  flowsAreIdle,
  graphOf,
  publishFlow,
  runsOf,
  saidTo,
  says,
} from '../../../../test/support/flows.js';
import { companyWithChannels, type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { openRawDatabase, type RawDatabase } from '../../../../test/support/raw-database.js';
import { settled } from '../../../../test/support/settled.js';
import { CompanyScope } from '../../../core/tenancy/index.js';

describe('flows that start by a comment', () => {
  let inbox: Inbox;
  let raw: RawDatabase;
  let scope: CompanyScope;
  let people = 9_950;

  beforeAll(async () => {
    inbox = await startInbox();
    raw = await openRawDatabase(inbox.app);
    const company = await companyWithChannels(inbox, ['facebook']);
    scope = CompanyScope.of(company.company._id);
    const graph = graphOf(
      [
        { id: 't', type: 'trigger', data: { kind: 'comment', words: ['price'] } },
        says('m', 'You asked: {{message.text}}'),
      ],
      [['t', 'next', 'm']],
    );
    await publishFlow(inbox.app, scope, 'Comments', graph);
  });
  afterAll(async () => {
    await raw.close();
    await inbox.close();
  });

  const comment = async ({ id }: FlowCustomer, text: string, more: object = {}): Promise<void> => {
    await inbox.sandbox.webhooks.send(pageComment({ from: { id, name: 'Ana' }, text, ...more }));
    await settled(inbox.sandbox, raw);
    await flowsAreIdle(inbox.app);
  };

  it('answer somebody who may be answered now, once for a comment', async () => {
    const customer = new FlowCustomer(inbox, String(++people));
    await customer.write('good morning');
    const named = { commentId: 'c_1', postId: 'p_1' };
    await comment(customer, 'What is the price?', named);
    await customer.gets('You asked: What is the price?');
    await comment(customer, 'What is the price now?', { ...named, verb: 'edited' });
    await comment(customer, 'How nice');
    expect(await saidTo(inbox, scope, customer.id)).toHaveLength(1);
    expect(await raw.db.collection('social_events').countDocuments({ unseen_since: { $exists: true } })).toBe(0);
  });

  it('start nothing for a contact who has never written', async () => {
    const stranger = new FlowCustomer(inbox, String(++people));
    await comment(stranger, 'The price?');
    expect(await runsOf(inbox.app, scope, stranger.id)).toEqual([]);
    expect(stranger.got).toEqual([]);
  });
});
