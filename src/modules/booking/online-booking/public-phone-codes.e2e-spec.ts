import { randomInt } from 'node:crypto';
import type { LoggerService } from '@nestjs/common';
import request from 'supertest';
import { anEmail } from '../../../../test/builders/accounts.js';
import { aContact } from '../../../../test/builders/contacts.js';
import {
  aPublicSalon,
  aWeekday,
  codeFor,
  type PublicSalon,
  Visitor,
} from '../../../../test/builders/public-booking.js';
import { aPage, type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { openRawDatabase } from '../../../../test/support/raw-database.js';

const TOKEN = 'sandbox-token-whatsapp';
const at = (date: string, time: string): string => `${date}T${time}:00.000Z`;

/** A new Brazilian mobile number with country code. */
const aPhone = (): string => `55119${randomInt(60_000_000, 99_999_999)}`;
/** The same number without the ninth digit. */
const oldForm = (phone: string): string => phone.replace(/^(5511)9/, '$1');
const spoken = (phone: string): string => phone.replace(/^(\d\d)(\d\d)(\d+)(\d{4})$/, '+$1 ($2) $3-$4');

describe('confirming a public booking by phone', () => {
  let inbox: Inbox;
  let salon: PublicSalon;
  let visitor: Visitor;
  let number: string;
  let phone: string;
  const day = aWeekday();

  beforeAll(async () => {
    inbox = await startInbox();
  });
  beforeEach(async () => {
    salon = await aPublicSalon(inbox.app);
    number = await connectNumber(salon);
    visitor = new Visitor(inbox.app, salon);
    phone = aPhone();
  });
  afterEach(() => {
    inbox.sandbox.reset();
    inbox.app.app.useLogger(['error', 'fatal']);
  });
  afterAll(() => inbox.close());

  const api = (method: 'get' | 'post' | 'patch' | 'delete', path: string, whose = salon): request.Test =>
    request(inbox.app.url)[method](`/api/v1${path}`).set(whose.auth);
  const settings = (fields: object) => api('patch', '/booking-settings').send(fields).expect(200);
  const staffList = async (path: string, whose = salon): Promise<Record<string, unknown>[]> =>
    (await api('get', path, whose).expect(200)).body.items;

  /** Connects a WhatsApp number of the company. */
  const connectNumber = async (whose: PublicSalon): Promise<string> => {
    const external_id = `1063${randomInt(1e11)}`;
    inbox.sandbox.state.addChannel({ platform: 'whatsapp', external_id, name: 'Salon', access_token: TOKEN });
    await api('post', '/channels', whose).send({ platform: 'whatsapp', external_id, access_token: TOKEN }).expect(201);
    return external_id;
  };

  const aHold = async (time = '09:00', by = visitor): Promise<string> =>
    `holds/${(await by.hold(at(day, time))).body.hold._id as string}/confirm`;
  const asked = (by = phone, more: object = {}) => ({ contact: { full_name: 'Vera', phone: spoken(by) }, ...more });
  const shown = (on = phone): string[] => inbox.sandbox.devices.messages(number, on).map(({ text }) => String(text));
  const codeOn = (on = phone): string => {
    const code = /^\d{6}(?= )/.exec(shown(on).at(-1) ?? '')?.[0];
    if (!code) throw new Error('no code is on the phone');
    return code;
  };
  const otherThan = (code: string): string => (code === '000000' ? '111111' : '000000');
  const codesSent = () =>
    inbox.sandbox.ledger.entries({ kind: 'graph.call' }).filter(({ data }) => data['path'] === `/${number}/messages`);

  it('sends the template in the company’s language and books with the code', async () => {
    await api('patch', '/companies/me').send({ locale: 'pt-BR' }).expect(200);
    const path = await aHold();
    const first = await visitor.post(path, asked()).expect(202);
    expect(first.body.verification).toEqual({ channel: 'whatsapp', expires_at: expect.any(String) });
    expect(shown()).toEqual([expect.stringMatching(/^\d{6} é seu código de verificação/)]);
    const body = asked(phone, { pets: [{ name: 'Rex' }], code: codeOn() });
    const booked = await visitor.post(path, body).expect(201);
    expect(booked.body.appointment).toMatchObject({ status: 'confirmed', starts_at: at(day, '09:00') });
    const [contact] = await staffList('/contacts?q=Vera');
    expect(contact).toMatchObject({ full_name: 'Vera', email: null, phone_normalized: `+${phone}` });
    expect(await staffList(`/appointments?contact_id=${String(contact?.['_id'])}`)).toHaveLength(1);
    const again = await visitor.post(path, body).expect(201);
    expect(again.body.manage_token).toBe(booked.body.manage_token);
  });

  it('stores the code nowhere and shows it in no conversation', async () => {
    await visitor.post(await aHold(), asked()).expect(202);
    await inbox.sandbox.idle();
    expect(await staffList('/conversations')).toEqual([]);
    const raw = await openRawDatabase(inbox.app);
    const [messages, checks] = await Promise.all(
      ['messages', 'contact_checks'].map((name) => raw.db.collection(name).find().toArray()),
    );
    await raw.close();
    expect(messages).toEqual([]);
    expect(JSON.stringify(checks)).not.toMatch(new RegExp(`"${codeOn()}"|${phone}|${oldForm(phone)}`));
  });

  it('finds a known contact by the proven number in any spelling, with an equal answer', async () => {
    const known = await aContact(inbox.app, salon, { full_name: 'Known Person', phone: spoken(phone) });
    for (const [time, written] of [
      ['09:00', phone],
      ['10:00', oldForm(phone)],
    ] as const) {
      const path = await aHold(time);
      await visitor.post(path, asked(written)).expect(202);
      const booked = await visitor.post(path, asked(phone, { code: codeOn() })).expect(201);
      expect(booked.text).not.toMatch(new RegExp(`Known Person|${known._id}`));
    }
    expect(await staffList(`/appointments?contact_id=${known._id}`)).toHaveLength(2);
    expect(await staffList('/contacts')).toHaveLength(1);
  });

  it('creates one appointment and one contact for parallel confirmations', async () => {
    const path = await aHold();
    await visitor.post(path, asked()).expect(202);
    const body = asked(phone, { code: codeOn() });
    const answers = await Promise.all([1, 2, 3].map(() => visitor.post(path, body).expect(201)));
    expect(new Set(answers.map(({ body: { appointment } }) => appointment._id)).size).toBe(1);
    expect(await staffList('/contacts')).toHaveLength(1);
  });

  it('accepts five tries, and no code of another number, hold or mail address', async () => {
    const [path, second] = [await aHold('09:00'), await aHold('10:00')];
    await visitor.post(path, asked()).expect(202);
    const code = codeOn();
    const wrong = async (where: string, body: object): Promise<void> => {
      expect((await visitor.post(where, body).expect(422)).body.code).toBe('VERIFICATION_FAILED');
    };
    await wrong(path, asked(aPhone(), { code }));
    await wrong(second, asked(phone, { code }));
    await wrong(path, { contact: { full_name: 'Vera', phone: spoken(phone), email: anEmail() }, code });
    await Promise.all([1, 2, 3, 4, 5].map(() => wrong(path, asked(phone, { code: otherThan(code) }))));
    await wrong(path, asked(phone, { code }));
  });

  it('mails the code if both are given', async () => {
    const [path, email] = [await aHold(), anEmail()];
    const body = { contact: { full_name: 'Vera', phone: spoken(phone), email } };
    expect((await visitor.post(path, body).expect(202)).body.verification.channel).toBe('email');
    expect(shown()).toEqual([]);
    await visitor.post(path, { ...body, code: await codeFor(inbox.app, email) }).expect(201);
  });

  it('asks for the country of a number without one', async () => {
    const { body } = await visitor
      .post(await aHold(), { contact: { full_name: 'Vera', phone: '(11) 98888-7777' } })
      .expect(400);
    expect(body.details).toEqual([expect.objectContaining({ field: 'contact.phone' })]);
  });

  describe('without a way to send', () => {
    it('refuses without a channel, with a channel other than WhatsApp, and with a disconnected one', async () => {
      const refused = async (by: Visitor, path: string): Promise<void> => {
        const { body } = await by.post(path, asked()).expect(422);
        expect(body).toMatchObject({
          code: 'VERIFICATION_UNAVAILABLE',
          message: expect.stringContaining('only by e-mail'),
        });
      };
      const other = await aPublicSalon(inbox.app);
      await api('post', '/channels', other).send(aPage(inbox)).expect(201);
      const stranger = new Visitor(inbox.app, other);
      await refused(stranger, await aHold('09:00', stranger));
      const [channel] = await staffList('/channels');
      await api('delete', `/channels/${String(channel?.['_id'])}`).expect(204);
      await refused(visitor, await aHold());
      expect(codesSent()).toEqual([]);
    });

    it('reports a missing template and counts no code', async () => {
      const lines: unknown[] = [];
      const note = (...line: unknown[]): void => void lines.push(line);
      const log: LoggerService = { log: note, error: note, warn: note };
      inbox.app.app.useLogger(log);
      await settings({ code_template: { name: 'not_there', language: 'pt_BR' } });
      const path = await aHold();
      for (let tried = 0; tried < 4; tried++)
        expect((await visitor.post(path, asked()).expect(502)).body.code).toBe('CODE_NOT_SENT');
      expect(shown()).toEqual([]);
      expect(JSON.stringify(lines)).toMatch(/132001.*template name \(not_there\) does not exist in pt_BR/);
      const refused = JSON.stringify(codesSent().map(({ data }) => data['params']));
      for (const [, code = ''] of refused.matchAll(/"text":"(\d{6})"/g))
        expect(JSON.stringify(lines)).not.toContain(code);
      await settings({ code_template: { name: 'booking_code', language: 'en' } });
      await visitor.post(path, asked()).expect(202);
      expect(shown()).toEqual([expect.stringContaining('is your verification code')]);
    });

    it('keeps the last delivered code valid if the next one is refused', async () => {
      const path = await aHold();
      await visitor.post(path, asked()).expect(202);
      inbox.sandbox.graph.failNext({ scenario: 'wa_pair_rate' });
      await visitor.post(path, asked()).expect(502);
      await visitor.post(path, asked(phone, { code: codeOn() })).expect(201);
    });

    it('does not claim that a code was sent after a lost answer, but accepts it', async () => {
      const path = await aHold();
      inbox.sandbox.graph.failNext({ mode: 'accept_then_drop' }, { mode: 'drop' });
      for (let tried = 0; tried < 2; tried++)
        expect((await visitor.post(path, asked()).expect(502)).body.code).toBe('CODE_NOT_SENT');
      expect(shown()).toHaveLength(1);
      await visitor.post(path, asked()).expect(202);
      await visitor.post(path, asked(phone, { code: codeOn() })).expect(201);
    });

    it('stops after Meta refuses the token, and tells staff', async () => {
      const path = await aHold();
      inbox.sandbox.graph.failNext({ scenario: 'token_revoked' });
      expect((await visitor.post(path, asked()).expect(502)).body.code).toBe('CODE_NOT_SENT');
      expect(await staffList('/channels')).toEqual([expect.objectContaining({ state: 'needs_reconnect' })]);
      expect((await visitor.post(path, asked()).expect(422)).body.code).toBe('VERIFICATION_UNAVAILABLE');
    });
  });

  it('sends three codes per hold and five an hour per number, in any spelling and in parallel', async () => {
    const [first, second] = [await aHold('09:00'), await aHold('10:00')];
    const race = async (path: string): Promise<number[]> => {
      const forms = [phone, oldForm(phone), phone, oldForm(phone), phone];
      const answers = await Promise.all(forms.map((form) => visitor.post(path, asked(form))));
      return answers.map(({ status }) => status).sort();
    };
    expect(await race(first)).toEqual([202, 202, 202, 429, 429]);
    expect(await race(second)).toEqual([202, 202, 429, 429, 429]);
    expect(codesSent()).toHaveLength(5);
    await visitor.post(second, asked(aPhone())).expect(202);
  });

  it('proves nothing to another company', async () => {
    const other = await aPublicSalon(inbox.app);
    await connectNumber(other);
    const known = await aContact(inbox.app, other, { full_name: 'Known There', phone: spoken(phone) });
    const [path, there] = [await aHold(), new Visitor(inbox.app, other)];
    const otherPath = await aHold('09:00', there);
    await visitor.post(path, asked()).expect(202);
    const body = asked(phone, { code: codeOn() });
    expect((await there.post(otherPath, body).expect(422)).body.code).toBe('VERIFICATION_FAILED');
    await there.post(path, body).expect(404);
    await visitor.post(path, body).expect(201);
    expect(await staffList(`/appointments?contact_id=${known._id}`, other)).toEqual([]);
    expect((await staffList('/contacts')).map(({ full_name }) => full_name)).toEqual(['Vera']);
  });
});
