import { graphOf, publishFlow, saidTo, says, TappingCustomer } from '../../../../test/support/flows.js';
import { type ChannelName, companyWithChannels, type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { CompanyScope } from '../../../core/tenancy/index.js';

const CHOICES = ['Bath', 'Cut', 'Nails', 'Boarding', 'Daycare'];

describe('flows on the channels of Meta', () => {
  let inbox: Inbox;
  let scope: CompanyScope;
  let people = 5_511_970_000_000;

  beforeAll(async () => {
    inbox = await startInbox();
    const company = await companyWithChannels(inbox);
    scope = CompanyScope.of(company.company._id);
    const choices = CHOICES.map((label) => ({ label }));
    const graph = graphOf(
      [
        { id: 't', type: 'trigger', data: { kind: 'keyword', words: ['menu'] } },
        says('menu', 'What do you need?', ['Book', 'Prices']),
        says('prices', 'A bath costs 30'),
        {
          id: 'which',
          type: 'ask',
          data: { text: 'Which service?', variable: 'service', answer: 'choice', choices, retry_text: 'Sorry?' },
        },
        says('end', 'You chose {{vars.service}}'),
      ],
      [
        ['t', 'next', 'menu'],
        ['menu', 'choice-1', 'which'],
        ['menu', 'choice-2', 'prices'],
        ['which', 'next', 'end'],
      ],
    );
    await publishFlow(inbox.app, scope, 'Menu', graph);
    const photo = { type: 'image' as const, url: 'https://example.com/photo.png' };
    const withPhoto = graphOf(
      [
        { id: 't', type: 'trigger', data: { kind: 'keyword', words: ['photo'] } },
        { id: 'm', type: 'message', data: { text: 'Our salon', attachments: [photo] } },
      ],
      [['t', 'next', 'm']],
    );
    await publishFlow(inbox.app, scope, 'Photo', withPhoto);
  });
  afterAll(() => inbox.close());

  const aCustomer = (platform: ChannelName): TappingCustomer => new TappingCustomer(inbox, String(++people), platform);

  it.each([
    ['whatsapp', 'list_reply'],
    ['instagram', 'quick_reply'],
    ['facebook', 'quick_reply'],
  ] as const)('take taps on buttons and on five choices on %s', async (platform, kind) => {
    const customer = aCustomer(platform);
    await customer.write('menu');
    await customer.gets('What do you need?');
    expect(customer.shown.map(({ title }) => title)).toEqual(['Book', 'Prices']);
    await customer.tap('Book');
    await customer.gets('Which service?');
    expect(customer.shown.map((one) => [one.kind, one.title])).toEqual(CHOICES.map((title) => [kind, title]));
    await customer.tap('Boarding');
    await customer.gets('You chose Boarding');
    expect(await saidTo(inbox, scope, customer.id)).toHaveLength(3);
  });

  it.each(['whatsapp', 'instagram', 'facebook'] as const)(
    'take a tap on an old button for no choice of the question at hand on %s',
    async (platform) => {
      const customer = aCustomer(platform);
      await customer.write('menu');
      await customer.gets('What do you need?');
      const menu = customer.shown;
      await customer.tap('Book');
      await customer.gets('Which service?');
      // It has the number of “Cut”.
      await customer.tap('Prices', menu);
      await customer.gets('Sorry?\n\nWhich service?');
      await customer.write('the second one');
      await customer.gets('You chose Cut');
    },
  );

  it.each(['whatsapp', 'instagram', 'facebook'] as const)('send files on %s', async (platform) => {
    const customer = aCustomer(platform);
    await customer.write('photo');
    await inbox.sandbox.ledger.waitFor(({ kind, data }) => {
      return kind === 'graph.message' && data['customerId'] === customer.id && JSON.stringify(data).includes('image');
    }, 60_000);
    expect(await saidTo(inbox, scope, customer.id)).toEqual(['Our salon']);
  });
});
