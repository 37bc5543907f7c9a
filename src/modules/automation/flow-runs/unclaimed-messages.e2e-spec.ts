import type { RegisteredCompany } from '../../../../test/builders/accounts.js';
import { FlowCustomer, flowsAreIdle, lineOf, publishFlow, says } from '../../../../test/support/flows.js';
import { companyWithChannels, type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { FlowInterests, UnclaimedMessages } from './index.js';

describe('messages that no flow takes', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let scope: CompanyScope;
  const taken: string[] = [];

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox, ['facebook']);
    scope = CompanyScope.of(company.company._id);
    inbox.app.app.get(UnclaimedMessages, { strict: false }).register({
      isOn: ({ id }) => Promise.resolve(id === scope.id),
      emergencyPhone: () => Promise.resolve(null),
      take: (_place, { content }) => {
        taken.push(content);
        return Promise.resolve();
      },
    });
  });
  afterAll(() => inbox.close());

  it('are handed over in their order, also without a live flow', async () => {
    const customer = new FlowCustomer(inbox, '9701');
    await customer.write('first');
    await customer.write('second');
    await flowsAreIdle(inbox.app);
    expect(taken.splice(0)).toEqual(['first', 'second']);
  });

  it('do not include those that a flow, a person or the fixed words take', async () => {
    await publishFlow(inbox.app, scope, 'Prices', lineOf(['price'], says('m', 'A bath costs 30')));
    const customer = new FlowCustomer(inbox, '9702');
    await customer.write('the price?');
    await customer.gets('A bath costs 30');
    await customer.write('stop');
    await customer.write('thanks');
    await flowsAreIdle(inbox.app);
    expect(taken.splice(0)).toEqual(['thanks']);
  });

  it('say that staff have the conversation', async () => {
    const staff = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
    const customer = new FlowCustomer(inbox, '9703');
    await customer.write('human');
    await flowsAreIdle(inbox.app);
    await customer.write('are you there?');
    await flowsAreIdle(inbox.app);
    staff.close();
    expect(taken.splice(0)).toEqual(['are you there?']);
  });

  it('are not read for a company that wants nothing', async () => {
    const other = await companyWithChannels(inbox, []);
    const interests = inbox.app.app.get(FlowInterests, { strict: false });
    expect(await interests.sinceOf(CompanyScope.of(other.company._id))).toBeUndefined();
    expect(await interests.sinceOf(scope)).toBeInstanceOf(Date);
  });
});
