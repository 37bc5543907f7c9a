import { DEFAULT_WABA_ID } from './channels.ts';
import { type Answer, codeOf, GraphWorld } from './testing/graph-world.ts';

const TOKEN = 'sandbox-token-whatsapp';
const EDGE = `${DEFAULT_WABA_ID}/message_templates`;
const NEW = {
  name: 'visit_tomorrow',
  language: 'en_US',
  category: 'UTILITY',
  parameter_format: 'NAMED',
  components: [
    {
      type: 'BODY',
      text: 'See you and {{pet_name}} tomorrow.',
      example: { body_text_named_params: [{ param_name: 'pet_name', example: 'Luna' }] },
    },
  ],
};

describe('message templates of the Graph API', () => {
  let world: GraphWorld;

  beforeEach(async () => {
    world = await GraphWorld.start();
  });
  afterEach(() => world.close());

  const list = (query = ''): Promise<Answer> => world.call(`${EDGE}${query}`, { token: TOKEN });
  const create = (change: object = {}): Promise<Answer> =>
    world.call(EDGE, { token: TOKEN, json: { ...NEW, ...change } });
  const send = (template: object): Promise<Answer> => world.whatsapp({ type: 'template', template });

  it('are listed by pages and by status, with the known fields only', async () => {
    const first = await list('?fields=name,status&limit=5');
    const { cursors, next } = first.body['paging'] as { cursors: { after: string }; next: string };
    expect(next).toContain(cursors.after);
    const second = await list(`?fields=name,status&limit=5&after=${cursors.after}`);
    expect(second.body['paging']).not.toHaveProperty('next');
    const pages = [first, second].map(({ body }) => (body.data as object[]).length);
    expect(pages).toEqual([5, world.sandbox.state.templates.of(DEFAULT_WABA_ID).length - 5]);
    expect((await list('?fields=name&status=PAUSED')).body.data).toMatchObject([{ name: 'summer_sale' }]);
    expect(codeOf(await list('?fields=mood'))).toEqual([100]);
    expect(codeOf(await list('?after=nowhere'))).toEqual([100]);
  });

  it('belong to a business account that the token may manage', async () => {
    expect(codeOf(await world.call(EDGE))).toEqual([100, 33]);
    expect(codeOf(await world.call('106300000000001/message_templates', { token: TOKEN }))).toEqual([100, 33]);
    const token = world.sandbox.state.tokens.find(TOKEN);
    token?.scopes.splice(token.scopes.indexOf('whatsapp_business_management'), 1);
    expect(codeOf(await list())).toEqual([200]);
  });

  it('wait for a review, which a webhook reports', async () => {
    expect((await create()).body).toMatchObject({ status: 'PENDING', category: 'UTILITY' });
    const parameters = [{ type: 'text', text: 'Rex', parameter_name: 'pet_name' }];
    const message = { name: NEW.name, language: { code: 'en_US' }, components: [{ type: 'body', parameters }] };
    expect(codeOf(await send(message))).toEqual([132001]);
    await world.sandbox.reviews.decide(DEFAULT_WABA_ID, NEW, { status: 'APPROVED' });
    const [notice] = world.sandbox.ledger.entries({ kind: 'webhook.event' }).slice(-1);
    expect(notice?.data).toMatchObject({
      field: 'message_template_status_update',
      item: { value: { event: 'APPROVED', message_template_name: NEW.name, message_template_language: 'en_US' } },
    });
    expect((await send(message)).status).toBe(200);
  });

  it.each<[string, object, number[]]>([
    ['a name with capitals', { name: 'Visit' }, [100, 2388042]],
    ['an unknown category', { category: 'NEWS' }, [100]],
    ['an unknown language', { language: 'english' }, [100]],
    ['no body', { components: [{ type: 'FOOTER', text: 'x' }] }, [100, 2388043]],
    ['no example', { components: [{ type: 'BODY', text: 'Hi {{pet_name}}!' }] }, [100, 2388043]],
    ['a variable at the end', { components: [{ ...NEW.components[0], text: 'Hi {{pet_name}}' }] }, [100, 2388299]],
    ['numbers among names', { components: [{ ...NEW.components[0], text: 'Hi {{1}}!' }] }, [100, 2388072]],
    ['an unknown parameter', { mood: 'good' }, [100]],
  ])('are not made with %s', async (_, change, codes) => {
    expect(codeOf(await create(change))).toEqual(codes);
  });

  it('exist once for each name and language, and are deleted by name, or by name and language', async () => {
    const { body } = await create();
    expect(codeOf(await create())).toEqual([100, 2388024]);
    const remove = (query: string) => world.call(`${EDGE}?${query}`, { token: TOKEN, method: 'DELETE' });
    expect(codeOf(await remove(`name=other&hsm_id=${String(body['id'])}`))).toEqual([100, 2593002]);
    expect((await remove(`name=${NEW.name}&hsm_id=${String(body['id'])}`)).body).toEqual({ success: true });
    expect((await create()).status).toBe(200);
  });

  const ready = (parameters: object[]): object => ({
    name: 'pet_ready',
    language: { code: 'en_US' },
    components: [{ type: 'body', parameters }],
  });
  const named = (name: string, text: string): object => ({ type: 'text', text, parameter_name: name });
  const GOOD = [named('customer_name', 'Ana'), named('pet_name', 'Luna'), named('time', '18:00')];

  it('show their header, values and footer on the phone', async () => {
    expect((await send(ready(GOOD))).status).toBe(200);
    const text = 'Ready to go home\n\nHi Ana, Luna is ready. You can come until 18:00 today.\n\nPatas & Cia';
    expect(world.sandbox.devices.messages('106300000000001', '5511988887777')).toMatchObject([{ text }]);
  });

  it.each<[string, object[], number]>([
    ['a value is missing', GOOD.slice(1), 132000],
    ['a name is given twice', [GOOD[0] as object, GOOD[0] as object, GOOD[1] as object], 132000],
    ['a name is unknown', [...GOOD.slice(1), named('mood', 'good')], 132018],
    ['a named value has no name', [...GOOD.slice(1), { type: 'text', text: 'Ana' }], 132018],
    ['a value has a line break', [...GOOD.slice(1), named('customer_name', 'A\nB')], 132018],
    ['a value is not text', [...GOOD.slice(1), { ...named('customer_name', 'x'), type: 'currency' }], 132012],
    ['the text is too long', [...GOOD.slice(1), named('customer_name', 'x'.repeat(1_020))], 132005],
  ])('are refused when %s', async (_, parameters, code) => {
    expect(codeOf(await send(ready(parameters)))).toEqual([code]);
  });
});
