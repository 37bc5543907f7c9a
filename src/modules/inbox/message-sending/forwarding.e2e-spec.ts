import { jest } from '@jest/globals';
import { getModelToken } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import request from 'supertest';
import { instagramText, messengerText, whatsappText } from '../../../../sandbox/events/index.js';
import { magicRecipient } from '../../../../sandbox/graph/scenarios.js';
import type { RegisteredCompany } from '../../../../test/builders/accounts.js';
import { companyWithChannels, type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import type { Message } from '../message-log/schemas/message.schema.js';

const MINUTE_MS = 60_000;

const anImage = (name: string) => ({ type: 'image', url: `https://files.example.com/${name}.png` });

/** The forwarding contract: saved whatever happens, said in plain words, tried again where that may help. */
describe.each([{ withBot: true }, { withBot: false }])('forwarding (by bot: $withBot)', ({ withBot }) => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let staff: StaffSocket;
  let customers = 0;

  beforeAll(async () => {
    inbox = await startInbox({ withBot });
    company = await companyWithChannels(inbox);
    staff = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
  });
  afterEach(() => inbox.sandbox.reset());
  afterAll(async () => {
    staff.close();
    await inbox.close();
  });

  const fault = (mode: 'ok' | '400' | '500' | 'drop' | 'accept_then_drop' | 'hang'): void => {
    if (withBot) inbox.sandbox.bot.knobs.mode = mode;
    else inbox.sandbox.graph.knobs.mode = mode;
  };

  const arrived = async (text: string): Promise<{ contact_id: string }> => {
    const { message } = await staff.next('message:new', (data) => (data['message'] as Message).content === text);
    return message as { contact_id: string };
  };
  /** A new customer who has just written. */
  const customer = async (customerId = `81${withBot ? 1 : 0}${customers++}`): Promise<{ contact_id: string }> => {
    const text = `hello from ${customerId}`;
    await inbox.sandbox.webhooks.send(messengerText({ customerId, text }));
    return arrived(text);
  };

  const reply = (contact_id: string, content: string, more: object = {}): request.Test =>
    request(inbox.app.url)
      .post('/api/v1/messages')
      .set(company.auth)
      .send({ contact_id, role: 'operator', direction: 'outbound', platform: 'facebook', content, ...more });

  const retry = (messageId: string): request.Test =>
    request(inbox.app.url).post(`/api/v1/messages/${messageId}/retry`).set(company.auth).send({});

  const status = (messageId: string, ...wanted: string[]): Promise<Record<string, unknown>> =>
    staff.next('message:status', (data) => data['messageId'] === messageId && wanted.includes(String(data['status'])));

  const messages = (): Model<Message> => inbox.app.app.get(getModelToken('Message'), { strict: false });
  /** Sets when messages that wait are tried again. */
  const tryAgainAt = (due: Date): Promise<unknown> => {
    const waiting = {
      company_id: new Types.ObjectId(company.company._id),
      'outbox.due_at': { $type: 'date' as const },
    };
    return messages().collection.updateMany(waiting, { $set: { 'outbox.due_at': due } });
  };

  /** The messages that the bot or the Graph API has taken, as JSON. */
  const taken = (): string[] =>
    inbox.sandbox.ledger
      .entries({ kind: withBot ? 'bot.message' : 'graph.message' })
      .map(({ data }) => JSON.stringify(data));
  const shown = (content: string): number => taken().filter((message) => message.includes(content)).length;

  it('says Bad request for a refusal, keeps the message and does not try again', async () => {
    const { contact_id } = await customer();
    fault('400');
    const { body } = await reply(contact_id, 'refused').expect(201);
    expect(body).toMatchObject({
      forwarding: { status: 'failed', error: 'Bad request' },
      messageData: { status: 'failed', error: { code: 'BAD_REQUEST' } },
      warning: expect.any(String),
    });
    await request(inbox.app.url).get(`/api/v1/messages/${body.messageData._id}`).set(company.auth).expect(200);
  });

  it('says Server error, tries again by itself and shows the message once', async () => {
    const { contact_id } = await customer();
    fault('500');
    const { body } = await reply(contact_id, 'comes later').expect(201);
    expect(body).toMatchObject({
      forwarding: { status: 'failed', error: 'Server error' },
      messageData: { status: 'queued' },
      warning: expect.stringContaining('tried again'),
    });
    fault('ok');
    await tryAgainAt(new Date());
    await status(body.messageData._id, 'sent', 'delivered', 'read');
    expect(shown('comes later')).toBe(1);
  });

  it('does not send twice when only the answer was lost', async () => {
    const { contact_id } = await customer();
    fault('accept_then_drop');
    const { body } = await reply(contact_id, 'answer lost').expect(201);
    fault('ok');
    // The Graph API knows no repetition, so its message waits for the echo.
    if (withBot) await tryAgainAt(new Date());
    await status(body.messageData._id, 'sent', 'delivered', 'read');
    await inbox.sandbox.idle();
    expect(shown('answer lost')).toBe(1);
  });

  it('keeps the order: what comes after a message that waits, waits behind it', async () => {
    const { contact_id } = await customer();
    fault('500');
    const first = await reply(contact_id, 'order one').expect(201);
    await tryAgainAt(new Date(Date.now() + MINUTE_MS));
    fault('ok');
    const second = await reply(contact_id, 'order two').expect(201);
    expect(second.body.forwarding).toEqual({ status: 'queued' });
    await tryAgainAt(new Date());
    await status(second.body.messageData._id, 'sent', 'delivered', 'read');
    await status(first.body.messageData._id, 'sent', 'delivered', 'read');
    const sent = taken().map((message) => /order (one|two)/.exec(message)?.[0]);
    expect(sent.filter(Boolean)).toEqual(['order one', 'order two']);
  });

  it('stops a slow message between two parts, and sends the rest at the next try', async () => {
    const { contact_id } = await customer();
    const images = ['slow-1', 'slow-2', 'slow-3'].map(anImage);
    const now = performance.now.bind(performance);
    const clock = jest.spyOn(performance, 'now');
    // The first part takes a minute.
    clock.mockImplementation(() => now() + (shown('slow-1') > 0 ? 60_000 : 0));
    const { body } = await reply(contact_id, '', { attachments: images }).expect(201);
    clock.mockRestore();
    if (withBot) {
      // The bot takes a message whole.
      expect(body.forwarding.status).toBe('success');
    } else {
      expect(body.messageData).toMatchObject({ status: 'queued', error: { code: 'OUT_OF_TIME' } });
      await tryAgainAt(new Date());
      await status(body.messageData._id, 'sent', 'delivered', 'read');
    }
    for (const { url } of images) expect(shown(url)).toBe(1);
  });

  it('sends no part again that the version before has sent', async () => {
    const { contact_id } = await customer();
    const images = ['old-1', 'old-2'].map(anImage);
    fault('400');
    const { body } = await reply(contact_id, '', { attachments: images }).expect(201);
    fault('ok');
    const before = images.map(({ url }) => shown(url));
    const _id = new Types.ObjectId(String(body.messageData._id));
    const sentByOldVersion = { $set: { 'outbox.parts': ['m_old'] }, $unset: { external_ids: true } };
    await messages().collection.updateOne(
      { _id, company_id: new Types.ObjectId(company.company._id) },
      sentByOldVersion,
    );
    await retry(body.messageData._id).expect(200);
    const sent = images.map(({ url }, index) => shown(url) - (before[index] ?? 0));
    // The bot takes a message whole, and knows its key.
    expect(sent).toEqual(withBot ? [1, 1] : [0, 1]);
  });

  it('answers at once with Prefer: respond-async and sends after', async () => {
    const { contact_id } = await customer();
    const { body } = await reply(contact_id, 'async').set('prefer', 'respond-async').expect(201);
    expect(body).toMatchObject({ forwarding: { status: 'queued' }, messageData: { status: 'queued' } });
    await status(body.messageData._id, 'sent', 'delivered', 'read');
    expect(shown('async')).toBe(1);
  });

  it('sends a failed message again when a person asks for it', async () => {
    const { contact_id } = await customer();
    fault('400');
    const { body } = await reply(contact_id, 'second chance').expect(201);
    fault('ok');
    const { body: again } = await retry(body.messageData._id).expect(200);
    expect(again).toMatchObject({ forwarding: { status: 'success' }, messageData: { _id: body.messageData._id } });
    expect(shown('second chance')).toBe(1);
    await retry(body.messageData._id).expect(409);
  });

  it('only stores what is not an operator’s', async () => {
    const { contact_id } = await customer();
    for (const [more, status, delivered, warned] of [
      [{ role: 'assistant' }, 'queued', false, expect.stringContaining('does not send it')],
      [{ role: 'user', direction: 'inbound' }, 'delivered', true, undefined],
    ] as const) {
      const { body } = await reply(contact_id, 'just stored', more).expect(201);
      expect(body).toMatchObject({ forwarding: { status: 'skipped' }, messageData: { status, delivered } });
      expect(body.warning).toEqual(warned);
    }
    expect(shown('just stored')).toBe(0);
  });

  it.each(['web', 'other'])('marks a reply on %s as failed because PetBuddy cannot send there', async (platform) => {
    const { contact_id } = await customer();
    const { body } = await reply(contact_id, 'never sent', { platform }).expect(201);
    expect(body).toMatchObject({
      forwarding: { status: 'failed', error: expect.stringContaining('cannot send on this platform') },
      warning: expect.any(String),
      messageData: { status: 'failed', delivered: false, error: { code: 'NO_SENDER' } },
    });
    const path = `/api/v1/messages/${body.messageData._id}`;
    const again = await retry(body.messageData._id).expect(409);
    expect(again.body).toMatchObject({ code: 'NO_SENDER', message: body.messageData.error.message });
    expect((await request(inbox.app.url).delete(path).set(company.auth)).status).toBeLessThan(300);
  });

  if (withBot) {
    it('says that the bot is unreachable, and stops asking a dead bot after a few failures', async () => {
      const { contact_id } = await customer();
      fault('drop');
      const answers = [];
      for (let index = 0; index < 6; index++) {
        const fresh = await customer();
        answers.push((await reply(fresh.contact_id, `dead ${index}`).expect(201)).body.forwarding);
      }
      expect(answers.at(-1)).toEqual({ status: 'failed', error: 'Meta Bot unreachable' });
      const calls = inbox.sandbox.ledger.entries({ kind: 'bot.call' }).length;
      const { body } = await reply(contact_id, 'not even asked').expect(201);
      expect(body.messageData.status).toBe('queued');
      expect(inbox.sandbox.ledger.entries({ kind: 'bot.call' })).toHaveLength(calls);
    });
  } else {
    it.each([
      ['window_closed', 'WINDOW_CLOSED'],
      ['person_unavailable', 'PERSON_UNAVAILABLE'],
    ] as const)('tells staff what to do about %s', async (scenario, code) => {
      const { contact_id } = await customer(magicRecipient(scenario));
      const { body } = await reply(contact_id, `about ${scenario}`).expect(201);
      expect(body.messageData).toMatchObject({ status: 'failed', error: { code, message: expect.any(String) } });
    });

    it('marks the channel when its token is refused, and sends once it is connected again', async () => {
      const { contact_id } = await customer();
      inbox.sandbox.state.tokens.setState('sandbox-token-facebook', 'expired');
      const { body } = await reply(contact_id, 'no token').expect(201);
      expect(body.messageData.error.code).toBe('CHANNEL_DISCONNECTED');
      const { body: channels } = await request(inbox.app.url).get('/api/v1/channels').set(company.auth).expect(200);
      const page = channels.items.find(({ platform }: { platform: string }) => platform === 'facebook');
      expect(page).toMatchObject({ state: 'needs_reconnect' });

      const calls = inbox.sandbox.ledger.entries({ kind: 'graph.call' }).length;
      const { body: next } = await reply((await customer()).contact_id, 'waits for the channel').expect(201);
      expect(inbox.sandbox.ledger.entries({ kind: 'graph.call' })).toHaveLength(calls);
      for (const answer of [body, next]) {
        expect(answer).toMatchObject({
          messageData: { status: 'queued', error: { code: 'CHANNEL_DISCONNECTED' } },
          forwarding: { status: 'queued' },
          warning: expect.stringContaining('connected again'),
        });
      }

      inbox.sandbox.state.tokens.setState('sandbox-token-facebook', 'valid');
      await request(inbox.app.url).post(`/api/v1/channels/${page._id}/self-test`).set(company.auth).expect(200);
      for (const answer of [body, next]) await status(answer.messageData._id, 'sent', 'delivered', 'read');
      expect([shown('no token'), shown('waits for the channel')]).toEqual([1, 1]);
    });

    it('sends files and text one after the other and names each platform’s way', async () => {
      await inbox.sandbox.webhooks.send(whatsappText({ customerId: '5511977776666', text: 'a file please' }));
      await inbox.sandbox.webhooks.send(instagramText({ customerId: '8177', text: 'a picture please' }));
      for (const [text, platform] of [
        ['a file please', 'whatsapp'],
        ['a picture please', 'instagram'],
      ] as const) {
        const { contact_id } = await arrived(text);
        const attachments = [{ type: 'image', url: `${inbox.sandbox.url}/cdn/pixel.png`, file_description: 'a pixel' }];
        const before = inbox.sandbox.ledger.entries({ kind: 'graph.message' }).length;
        const { body } = await reply(contact_id, `for ${platform}`, { platform, attachments }).expect(201);
        expect(body.forwarding).toEqual({ status: 'success' });
        expect(inbox.sandbox.ledger.entries({ kind: 'graph.message' })).toHaveLength(before + 2);
      }
    });
  }
});
