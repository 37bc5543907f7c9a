import request from 'supertest';
import { instagramText, messengerDeleted, messengerText, whatsappText } from '../../../../sandbox/events/index.js';
import type { RegisteredCompany } from '../../../../test/builders/accounts.js';
import { ACCOUNTS, companyWithChannels, type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { beforeNext } from '../../../../test/support/before-next.js';
import { MessageLog } from '../message-log/index.js';
import type { MessageDto } from './dto/message-response.dto.js';

const BUILDERS = { facebook: messengerText, instagram: instagramText, whatsapp: whatsappText };

describe('a message that quotes another one', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let staff: StaffSocket;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox);
    staff = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
  });
  afterAll(async () => {
    staff.close();
    await inbox.close();
  });

  const api = (method: 'get' | 'post', path: string): request.Test =>
    request(inbox.app.url)[method](`/api/v1${path}`).set(company.auth);
  const received = async (text: string): Promise<MessageDto> => {
    const isIt = ({ message }: Record<string, unknown>): boolean => (message as MessageDto).content === text;
    return (await staff.next('message:new', isIt))['message'] as MessageDto;
  };
  const written = async (platform: keyof typeof BUILDERS, customerId: string): Promise<MessageDto> => {
    const text = `hello from ${customerId}`;
    await inbox.sandbox.webhooks.send(BUILDERS[platform]({ customerId, text }));
    return received(text);
  };
  const reply = ({ contact_id, platform }: MessageDto, content: string, more: object = {}): request.Test =>
    api('post', '/messages').send({
      ...{ contact_id, role: 'operator', direction: 'outbound', platform, content },
      ...more,
    });
  const quoteOf = ({ _id: message_id, seq, author, content }: MessageDto) =>
    expect.objectContaining({ message_id, seq, author, content, attachment_type: null });
  const sentQuotes = (): unknown[] =>
    inbox.sandbox.ledger.entries({ kind: 'graph.message' }).map(({ data }) => data['replyTo'] ?? null);

  it('shows the quote to staff and, on WhatsApp, to the customer', async () => {
    const question = await written('whatsapp', '5511988880301');
    const files = { attachments: [{ type: 'image', url: 'https://example.com/a.png' }] };
    const { body } = await reply(question, 'yes', { reply_to: question._id, ...files }).expect(201);
    expect(body).toMatchObject({ forwarding: { status: 'success' }, messageData: { quoted: quoteOf(question) } });
    expect(sentQuotes().slice(-2)).toEqual([question.external_id, null]);
    const own = body.messageData as MessageDto;
    await reply(question, 'and this', { reply_to: own._id }).expect(201);
    expect(sentQuotes().at(-1)).toBe(own.external_id);
  });

  it('is sent without the quote where the platform cannot show it', async () => {
    const question = await written('facebook', '7301');
    const { body } = await reply(question, 'no', { reply_to: question._id }).expect(201);
    expect(body).toMatchObject({ forwarding: { status: 'success' }, messageData: { quoted: quoteOf(question) } });
    expect(sentQuotes().at(-1)).toBeNull();
  });

  it('is refused if the quoted message is a note, unknown, or in another conversation', async () => {
    const question = await written('facebook', '7302');
    const elsewhere = await written('instagram', '7303');
    const path = `/conversations/${question.conversation_id}/notes`;
    const note = (await api('post', path).send({ content: 'inside' }).expect(201)).body as MessageDto;
    for (const reply_to of [elsewhere._id, note._id, question.conversation_id]) {
      const { body } = await reply(question, 'x', { reply_to }).expect(400);
      expect(body.code).toBe('INVALID_REPLY_TO');
    }
    await reply(question, 'x', { reply_to: 'x' }).expect(400);
  });

  it('is stored in the conversation that the reply names, which is not the most recent one of the customer', async () => {
    const question = await written('whatsapp', '5511988880307');
    const later = await written('whatsapp', '5511988880308');
    const { contact_id } = question;
    await api('post', `/contacts/${contact_id}/merge`).send({ contact_id: later.contact_id }).expect(200);
    const { conversation_id } = question;
    const { body } = await reply(question, 'here', { conversation_id, reply_to: question._id }).expect(201);
    expect(body.messageData).toMatchObject({ conversation_id, quoted: quoteOf(question) });
    const names = { conversation_id: later.conversation_id };
    const { body: ofMerged } = await reply(later, 'written before the merge', names).expect(201);
    expect(ofMerged.messageData).toMatchObject({ ...names, contact_id });
    const foreign = await written('facebook', '7309');
    await reply(question, 'x', { conversation_id: foreign.conversation_id }).expect(404);
  });

  it('is another message than the same words without the quote', async () => {
    const question = await written('facebook', '7304');
    const post = (more: object) => reply(question, 'ok', { client_id: 'quoting', ...more });
    const first = (await post({ reply_to: question._id }).expect(201)).body.messageData as MessageDto;
    expect((await post({ reply_to: question._id }).expect(201)).body.messageData._id).toBe(first._id);
    expect((await post({}).expect(409)).body.code).toBe('CLIENT_ID_REUSED');
  });

  it('follows the quoted message, and keeps no word of it once the customer has removed it', async () => {
    await inbox.sandbox.webhooks.send(messengerText({ customerId: '7305', text: 'secret', mid: 'm_secret' }));
    const question = await received('secret');
    const { body } = await reply(question, 'answered', { reply_to: question._id }).expect(201);
    await inbox.sandbox.webhooks.send(messengerText({ customerId: '7305', text: 'I said', replyTo: 'm_secret' }));
    expect((await received('I said')).quoted).toEqual(quoteOf(question));
    await inbox.sandbox.webhooks.send(messengerDeleted({ customerId: '7305', mid: 'm_secret' }));
    await staff.next('message:updated', ({ message }) => {
      const { _id, quoted: quote } = message as MessageDto;
      return _id === body.messageData._id && quote?.content === '';
    });
  });

  it('keeps no word of a message that the customer removes while the reply is stored', async () => {
    await inbox.sandbox.webhooks.send(messengerText({ customerId: '7306', text: 'my address', mid: 'm_address' }));
    const question = await received('my address');
    beforeNext(inbox.app.app.get(MessageLog, { strict: false }), 'append', async () => {
      await inbox.sandbox.webhooks.send(messengerDeleted({ customerId: '7306', mid: 'm_address' }));
      await staff.next('message:updated', ({ message }) => (message as MessageDto)._id === question._id);
    });
    const { body } = await reply(question, 'noted', { reply_to: question._id }).expect(201);
    const stored = await api('get', `/messages/${body.messageData._id}`).expect(200);
    expect(stored.body.quoted).toMatchObject({ message_id: question._id, content: '' });
  });

  describe('with choices', () => {
    const BUTTONS = { buttons: [{ id: 'wash', title: 'Wash' }, { title: 'Trim' }] };
    const STORED = [
      { id: 'wash', title: 'Wash' },
      { id: '2', title: 'Trim' },
    ];
    const ROWS = [
      { id: 'ten', title: '10:00', description: 'With Ana' },
      { id: 'two', title: '14:00' },
    ];
    const LIST = { list: { button: 'Free times', rows: ROWS } };

    /** Taps a choice of the newest message as the customer. @returns the answer as staff see it */
    const tap = async (
      question: MessageDto,
      customerId: string,
      payload: string,
      title: string,
    ): Promise<MessageDto> => {
      const channelId = ACCOUNTS[question.platform as keyof typeof BUILDERS];
      const shown = inbox.sandbox.devices.messages(channelId, customerId).at(-1)!;
      const press = { do: 'press' as const, message_id: shown.id, payload };
      await inbox.sandbox.player.play(channelId, customerId, press).delivered;
      return received(title);
    };

    it.each([
      ['facebook', '7311', BUTTONS, 'quick_reply', 'wash', 'Wash'],
      ['instagram', '7312', BUTTONS, 'quick_reply', '2', 'Trim'],
      ['whatsapp', '5511988880311', { buttons: [{ title: 'Sim' }] }, 'button_reply', '1', 'Sim'],
      ['whatsapp', '5511988880312', LIST, 'list_reply', 'two', '14:00'],
    ] as const)('reaches %s (%s) with buttons or a list, and stores the pressed one', async (...each) => {
      const [platform, customerId, choices, kind, id, title] = each;
      const question = await written(platform, customerId);
      const { body } = await reply(question, 'What shall we do?', choices).expect(201);
      expect(body.forwarding).toEqual({ status: 'success' });
      const phone = inbox.sandbox.devices.messages(ACCOUNTS[platform], customerId).at(-1)!;
      expect(phone).toMatchObject({ text: 'What shall we do?' });
      expect(phone.buttons).toContainEqual({ kind, title, payload: id });
      const answer = await tap(question, customerId, id, title);
      expect(answer).toMatchObject({ content: title, context: { button: { payload: id, title } }, buttons: [] });
    });

    it('is sent as a numbered text on a platform without lists, and staff see the list', async () => {
      const question = await written('facebook', '7313');
      const { body } = await reply(question, 'When?', LIST).expect(201);
      expect(body.messageData).toMatchObject({ content: 'When?', buttons: [], list: LIST.list });
      const [shown] = inbox.sandbox.devices.messages(ACCOUNTS.facebook, '7313').slice(-1);
      expect(shown).toMatchObject({ text: 'When?\n\n1. 10:00: With Ana\n2. 14:00', buttons: [] });
    });

    it('is refused if the choices exceed the limits, and stored once for each client_id', async () => {
      const question = await written('whatsapp', '5511988880313');
      const four = { buttons: Array.from({ length: 4 }, (_, index) => ({ title: `${index}` })) };
      const { body } = await reply(question, 'x', four).expect(422);
      const details = { platform: 'whatsapp', field: 'buttons', limit: 3, value: 4 };
      expect(body).toMatchObject({ code: 'CHOICES_DO_NOT_FIT', details });
      const twice = { buttons: [{ title: 'a' }, { id: '1', title: 'b' }] };
      for (const wrong of [{ ...BUTTONS, ...LIST }, { buttons: [] }, { buttons: [{ id: 'a' }] }, twice]) {
        await reply(question, 'x', wrong).expect(400);
      }
      const [first, again] = [
        await reply(question, 'once', { ...BUTTONS, client_id: 'choices' }).expect(201),
        await reply(question, 'once', { ...BUTTONS, client_id: 'choices' }).expect(201),
      ];
      expect(again.body.messageData).toMatchObject({ _id: first.body.messageData._id, buttons: STORED });
      await reply(question, 'once', { ...LIST, client_id: 'choices' }).expect(409);
    });
  });
});
