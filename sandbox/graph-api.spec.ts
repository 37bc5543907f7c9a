import { pageComment, whatsappText } from './events/index.ts';
import { magicRecipient, type ScenarioName } from './graph/scenarios.ts';
import { codeOf, GraphWorld, HOUR_MS, PAGE, PHONE, sentField, textBody } from './testing/graph-world.ts';

const listBody = (...rows: object[]) => ({
  type: 'interactive',
  interactive: { type: 'list', body: { text: 'x' }, action: { button: 'x', sections: [{ rows }] } },
});

describe('sending through the Graph API', () => {
  let world: GraphWorld;

  beforeEach(async () => {
    world = await GraphWorld.start();
  });

  afterEach(() => world.close());

  it('sends through Messenger, then reports echo, delivery and read', async () => {
    await world.customersWrite();
    const { status, body } = await world.messenger({ text: 'Hello', metadata: 'our-1' });
    const mid = String(body['message_id']);
    expect([status, body['recipient_id']]).toEqual([200, '7']);
    const echo = await world.sandbox.ledger.waitFor(sentField('message_echoes', `${mid}:echo`));
    expect(echo.data['item']).toMatchObject({
      sender: { id: PAGE },
      recipient: { id: '7' },
      message: { mid, is_echo: true, metadata: 'our-1', app_id: 600000000000001, text: 'Hello' },
    });
    const read = await world.sandbox.ledger.waitFor(sentField('message_reads'));
    const [delivery] = world.sandbox.ledger.entries({ kind: 'webhook.event' }).filter(sentField('message_deliveries'));
    expect(delivery?.data['item']).toMatchObject({ delivery: { mids: [mid], watermark: world.now } });
    expect(delivery?.seq).toBeLessThan(read.seq);
  });

  it('reports Instagram reads by mid and WhatsApp statuses with the callback data', async () => {
    await world.customersWrite();
    const mid = String((await world.instagram({ text: 'Oi' })).body['message_id']);
    const seen = await world.sandbox.ledger.waitFor(sentField('messaging_seen'));
    expect(seen.data['item']).toMatchObject({ sender: { id: '8' }, read: { mid } });
    const { body } = await world.whatsapp({ ...textBody('Oi'), biz_opaque_callback_data: 'ob_1' });
    const id = body.messages?.[0]?.id ?? '';
    await world.sandbox.ledger.waitFor((entry) => entry.id === `${id}:read`);
    const wamidEvents = world.sandbox.ledger
      .entries({ kind: 'webhook.event' })
      .filter((entry) => entry.id?.startsWith(id));
    expect(wamidEvents.map((entry) => entry.id)).toEqual([`${id}:sent`, `${id}:delivered`, `${id}:read`]);
    expect(JSON.stringify(wamidEvents[0]?.data)).toContain('"biz_opaque_callback_data":"ob_1"');
  });

  it('can send the echo before the answer, and statuses in reverse', async () => {
    await world.customersWrite();
    Object.assign(world.sandbox.receipts.knobs, { echo_before_response: true, swap_statuses: true });
    const { body } = await world.messenger({ text: 'Hello' });
    expect(world.sandbox.ledger.entries({ id: `${String(body['message_id'])}:echo` })).toHaveLength(1);
    const id = (await world.whatsapp(textBody('x'))).body.messages?.[0]?.id ?? '';
    await world.sandbox.ledger.waitFor((entry) => entry.id === `${id}:sent`);
    const order = world.sandbox.ledger.entries({ kind: 'webhook.event' }).filter((entry) => entry.id?.startsWith(id));
    expect(order.map((entry) => entry.id)).toEqual([`${id}:read`, `${id}:delivered`, `${id}:sent`]);
  });

  it('keeps the 24 hour window and the 7 days of HUMAN_AGENT', async () => {
    expect(codeOf(await world.messenger({ text: 'x' }))).toEqual([100, 2018001]);
    await world.customersWrite();
    world.turnClock(25 * HOUR_MS);
    const closed = await world.instagram({ text: 'x' });
    expect([closed.status, closed.body.error?.['type'], ...codeOf(closed)]).toEqual([
      403,
      'IGApiException',
      10,
      2534022,
    ]);
    expect(codeOf(await world.messenger({ text: 'x' }))).toEqual([10, 2018278]);
    const human = { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' };
    expect((await world.messenger({ text: 'x' }, human)).status).toBe(200);
    expect(codeOf(await world.messenger({ text: 'x' }, { ...human, tag: 'ACCOUNT_UPDATE' }))).toEqual([100]);
    world.turnClock(7 * 24 * HOUR_MS);
    expect(codeOf(await world.messenger({ text: 'x' }, human))).toEqual([10, 2018278]);
  });

  it('accepts WhatsApp outside the window and reports 131047, unless it is a template', async () => {
    const { status, body } = await world.whatsapp(textBody('x'));
    expect(status).toBe(200);
    const failed = await world.sandbox.ledger.waitFor((entry) => entry.id === `${body.messages?.[0]?.id}:failed`);
    expect(JSON.stringify(failed.data)).toContain('"code":131047');
    const components = [
      { type: 'body', parameters: ['Ana', 'Toby', 'Friday'].map((value) => ({ type: 'text', text: value })) },
    ];
    const template = { name: 'appointment_reminder', language: { code: 'pt_BR' }, components };
    const sent = (await world.whatsapp({ type: 'template', template })).body.messages?.[0]?.id ?? '';
    await world.sandbox.ledger.waitFor((entry) => entry.id === `${sent}:delivered`);
    const short = { ...template, components: [] };
    expect(codeOf(await world.whatsapp({ type: 'template', template: short }))).toEqual([132000]);
    expect(codeOf(await world.whatsapp({ type: 'template', template: { ...template, name: 'nope' } }))).toEqual([
      132001,
    ]);
  });

  it('shows a quote of a message of the conversation on WhatsApp, and refuses every other one', async () => {
    await world.customersWrite();
    const quote = (message_id: string) => world.whatsapp({ ...textBody('x'), context: { message_id } });
    expect((await quote('wamid.in')).status).toBe(200);
    expect(world.sandbox.devices.messages(PHONE, '5511988887777').at(-1)).toMatchObject({ replyTo: 'wamid.in' });
    expect(codeOf(await quote('wamid.unknown'))).toEqual([131009]);
    expect(codeOf(await quote('m_in'))).toEqual([131009]);
    const messenger = await world.messenger({ text: 'x', reply_to: { mid: 'm_in' } });
    expect(codeOf(messenger)).toEqual([100]);
  });

  describe('a code by a template of the category AUTHENTICATION', () => {
    const parameters = [{ type: 'text', text: '123456' }];
    const body = { type: 'body', parameters };
    const button = { type: 'button', sub_type: 'url', index: '0', parameters };
    const send = (components: object[], extra: object = {}) =>
      world.whatsapp({
        type: 'template',
        template: { name: 'booking_code', language: { code: 'pt_BR' }, components },
        ...extra,
      });

    it('stands on the phone of a number that never wrote, with a button that copies it', async () => {
      expect((await send([body, button])).status).toBe(200);
      expect(world.sandbox.devices.messages(PHONE, '5511988887777')).toMatchObject([
        {
          text: '123456 é seu código de verificação. Para sua segurança, não o compartilhe.',
          buttons: [{ kind: 'copy_code', title: 'Copiar código', payload: '123456' }],
        },
      ]);
      expect(world.sandbox.state.customers.find(PHONE, '5511988887777')).toBeDefined();
    });

    it.each<[string, object[], number]>([
      ['no button', [body], 131008],
      ['no code for the button', [body, { ...button, parameters: [] }], 131008],
      ['a button of another kind', [body, { ...button, sub_type: 'quick_reply' }], 131008],
      ['a number for the place of the button', [body, { ...button, index: 0 }], 131008],
      ['another code for the button', [body, { ...button, parameters: [{ type: 'text', text: '654321' }] }], 131009],
      ['two codes', [{ ...body, parameters: [...parameters, ...parameters] }, button], 132012],
      ['no text', [button], 100],
      ['a header', [{ type: 'header' }, body, button], 100],
      ['an unknown key', [{ ...body, surprise: 1 }, button], 100],
      ['an unknown key of the code', [{ ...body, parameters: [{ ...parameters[0], surprise: 1 }] }, button], 100],
    ])('is refused with %s', async (_name, components, code) => {
      expect(codeOf(await send(components))).toEqual([code]);
      expect(world.sandbox.ledger.entries({ kind: 'graph.message' })).toEqual([]);
    });

    it('is refused when it is long, and to who is known by a business-scoped id', async () => {
      const long = [{ type: 'text', text: '1'.repeat(16) }];
      expect(
        codeOf(
          await send([
            { ...body, parameters: long },
            { ...button, parameters: long },
          ]),
        ),
      ).toEqual([131009]);
      expect(codeOf(await send([body, button], { to: undefined, recipient: 'BR.1001' }))).toEqual([131062]);
    });
  });

  it.each<[string, object]>([
    ['an unknown parameter', { surprise: 1 }],
    ['a tag without MESSAGE_TAG', { tag: 'HUMAN_AGENT' }],
    ['an unknown messaging_type', { messaging_type: 'NON_PROMOTIONAL' }],
    ['no messaging_type', { messaging_type: undefined }],
    ['a sender action with a message', { sender_action: 'typing_on' }],
    ['two recipients', { recipient: { id: '7', user_ref: 'x' } }],
    [
      'text and attachment together',
      { message: { text: 'x', attachment: { type: 'image', payload: { url: 'http://x/y' } } } },
    ],
    ['an unknown key of the message', { message: { text: 'x', mood: 'good' } }],
    ['a bad address', { message: { attachment: { type: 'image', payload: { url: 'file:///etc/passwd' } } } }],
    ['2001 characters', { message: { text: 'x'.repeat(2001) } }],
  ])('refuses %s with error 100', async (_name, change) => {
    await world.customersWrite();
    expect(codeOf(await world.messenger({ text: 'x' }, change))).toEqual([100]);
    expect(world.sandbox.ledger.entries({ kind: 'graph.message' })).toEqual([]);
  });

  it('counts Instagram text in bytes and Messenger text in characters', async () => {
    await world.customersWrite();
    expect((await world.instagram({ text: 'é'.repeat(500) })).status).toBe(200);
    expect(codeOf(await world.instagram({ text: 'é'.repeat(501) }))).toEqual([100]);
    expect((await world.messenger({ text: '🐶'.repeat(2000) })).status).toBe(200);
  });

  it.each<[string, object, number]>([
    ['no text', { type: 'text', text: {} }, 131008],
    ['an unknown parameter', { ...textBody('x'), surprise: 1 }, 100],
    ['an unknown type', { type: 'poll', poll: {} }, 100],
    ['content of another type', { ...textBody('x'), image: { link: 'http://x/y.png' } }, 131009],
    ['no recipient', { ...textBody('x'), to: undefined }, 131008],
    ['an unknown media id', { type: 'image', image: { id: '1' } }, 131009],
    [
      'four buttons',
      { type: 'interactive', interactive: { type: 'button', body: { text: 'x' }, action: { buttons: [1, 2, 3, 4] } } },
      131009,
    ],
    ['a long row description', listBody({ id: '1', title: 'x', description: 'x'.repeat(73) }), 131009],
    ['no product', { ...textBody('x'), messaging_product: undefined }, 100],
  ])('refuses WhatsApp with %s', async (_name, json, code) => {
    expect(codeOf(await world.whatsapp(json))).toEqual([code]);
  });

  it.each<[ScenarioName, number, number[]]>([
    ['window_closed', 400, [10, 2018278]],
    ['token_expired', 401, [190, 463]],
    ['person_unavailable', 400, [551, 1545041]],
    ['send_limit_613', 400, [613]],
    ['transient_2', 503, [2]],
    ['limit_in_200', 200, [4]],
  ])('plays %s for its magic recipient and by knob', async (scenario, status, code) => {
    const magic = await world.messenger({ text: 'x' }, {}, magicRecipient(scenario));
    expect([magic.status, ...codeOf(magic)]).toEqual([status, ...code]);
    await world.customersWrite();
    world.sandbox.graph.failNext({ scenario });
    expect(codeOf(await world.messenger({ text: 'x' }))).toEqual(code);
    expect((await world.messenger({ text: 'x' })).status).toBe(200);
  });

  it('loses the answer of a message that was sent', async () => {
    await world.customersWrite();
    world.sandbox.graph.failNext({ mode: 'accept_then_drop' });
    await expect(world.messenger({ text: 'lost', metadata: 'k' })).rejects.toThrow('fetch failed');
    const echo = await world.sandbox.ledger.waitFor(sentField('message_echoes'));
    expect(JSON.stringify(echo.data)).toContain('"metadata":"k"');
    const { body } = await world.call(`${PAGE}/conversations?user_id=7&fields=messages{id,message}`);
    expect(JSON.stringify(body.data)).toContain('"message":"lost"');
  });

  it('answers a comment in private once', async () => {
    const comment = pageComment({ text: 'price?', from: { id: '99', name: 'Zoe' }, commentId: 'c1', at: world.now });
    await world.sandbox.webhooks.send(comment);
    const reply = () => world.messenger({ text: 'Hi' }, { recipient: { comment_id: 'c1' } });
    expect((await reply()).body['recipient_id']).toBe('99');
    expect(codeOf(await reply())).toEqual([10900]);
  });

  it('marks WhatsApp messages as read, and refuses ids it never sent', async () => {
    await world.customersWrite();
    const read = (id: string) =>
      world.call(`${PHONE}/messages`, {
        token: 'sandbox-token-whatsapp',
        json: { messaging_product: 'whatsapp', status: 'read', message_id: id, typing_indicator: { type: 'text' } },
      });
    expect((await read('wamid.in')).body).toEqual({ success: true });
    expect(world.sandbox.devices.isTyping(PHONE, '5511988887777')).toBe(true);
    expect(codeOf(await read('wamid.other'))).toEqual([131009]);
  });

  it('reaches a customer by the business-scoped id, with and without a phone number', async () => {
    const both = whatsappText({ customerId: '5511977776666', bsuid: 'BR.1001', text: 'oi', at: world.now });
    const hidden = whatsappText({ customerId: '0', bsuid: 'BR.1002', hidePhone: true, text: 'oi', at: world.now });
    await world.sandbox.webhooks.send([both, hidden]);
    const send = async (recipient: string) =>
      (await world.whatsapp({ ...textBody('x'), to: undefined, recipient })).body;
    expect((await send('BR.1001'))['contacts']).toEqual([{ input: 'BR.1001', wa_id: '5511977776666' }]);
    expect((await send('BR.1002'))['contacts']).toEqual([{ input: 'BR.1002', wa_id: 'BR.1002' }]);
    await world.sandbox.idle();
    const failed = world.sandbox.ledger
      .entries({ kind: 'webhook.event' })
      .filter((entry) => entry.id?.endsWith(':failed'));
    expect(failed).toEqual([]);
  });

  it('finds the Brazilian number with and without the ninth digit', async () => {
    await world.sandbox.webhooks.send(whatsappText({ customerId: '553188887772', text: 'oi', at: world.now }));
    const { body } = await world.whatsapp({ ...textBody('x'), to: '+5531988887772' });
    expect(body['contacts']).toEqual([{ input: '+5531988887772', wa_id: '553188887772' }]);
  });
});
