import type { RegisteredCompany } from '../../../../test/builders/accounts.js';
import { afterNext } from '../../../../test/support/before-next.js';
import { FlowCustomer, flowsAreIdle, lineOf, publishFlow, says } from '../../../../test/support/flows.js';
import { companyWithChannels, type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { EventBus } from '../../../core/events/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { CustomerAnswers } from '../../inbox/messages/index.js';
import { FlowCursorsRepository } from './flow-cursors.repository.js';

describe('answers to questions of other modules', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let scope: CompanyScope;
  let isExpecting = false;
  const taken: string[] = [];

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox, ['facebook']);
    scope = CompanyScope.of(company.company._id);
    const { app } = inbox.app;
    app.get(CustomerAnswers, { strict: false }).register({
      isExpecting: ({ id }) => Promise.resolve(isExpecting && id === scope.id),
      take: (_scope, _conversation, { content }) => {
        if (content !== '2' && content !== 'stop') return Promise.resolve(false);
        taken.push(content);
        return Promise.resolve(true);
      },
    });
  });
  afterAll(() => inbox.close());

  it('are read as soon as a question is announced, also without a live flow', async () => {
    const { app } = inbox.app;
    const cursors = app.get(FlowCursorsRepository, { strict: false });
    expect(await cursors.current(scope)).toBeNull();
    isExpecting = true;
    const begun = new Promise<void>((resolve) => afterNext(cursors, 'begin', () => Promise.resolve(resolve())));
    app.get(EventBus).emit('answers.expected', { companyId: scope.id });
    await begun;
    const customer = new FlowCustomer(inbox, '9801');
    await customer.write('2');
    await flowsAreIdle(inbox.app);
    expect(taken.splice(0)).toEqual(['2']);
  });

  it('come before flows, and after the words that stop messages', async () => {
    await publishFlow(inbox.app, scope, 'Two', lineOf(['2', 'hello'], says('m', 'A flow speaks')));
    const customer = new FlowCustomer(inbox, '9802');
    await customer.write('2');
    await flowsAreIdle(inbox.app);
    expect(customer.got).toEqual([]);
    await customer.write('hello');
    await customer.gets('A flow speaks');
    await customer.write('stop');
    await flowsAreIdle(inbox.app);
    expect(taken.splice(0)).toEqual(['2']);
  });

  it('are taken while staff have the conversation', async () => {
    const staff = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
    const customer = new FlowCustomer(inbox, '9803');
    await customer.write('human');
    await flowsAreIdle(inbox.app);
    await customer.write('2');
    await flowsAreIdle(inbox.app);
    staff.close();
    expect(taken.splice(0)).toEqual(['2']);
  });
});
