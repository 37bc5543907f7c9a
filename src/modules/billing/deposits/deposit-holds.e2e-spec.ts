import { Types } from 'mongoose';
import request from 'supertest';
import { aContact } from '../../../../test/builders/contacts.js';
import { aDepositSalon, DEPOSIT, DepositWork, Payer } from '../../../../test/builders/deposits.js';
import { aPet } from '../../../../test/builders/pets.js';
import { aWeekday, type PublicSalon } from '../../../../test/builders/public-booking.js';
import { type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { receiveMails } from '../../../../test/support/mailbox.js';
import { openRawDatabase, type RawDatabase } from '../../../../test/support/raw-database.js';

const MINUTE_MS = 60_000;
const day = aWeekday();
const at = (time: string): string => `${day}T${time}:00.000Z`;

describe('the hold of a deposit', () => {
  let inbox: Inbox;
  let salon: PublicSalon;
  let raw: RawDatabase;
  let work: DepositWork;

  const staff = (method: 'get' | 'post' | 'delete', path: string, body?: object): request.Test =>
    request(inbox.app.url)[method](`/api/v1${path}`).set(salon.auth).send(body);
  const stored = async (collection: string, { holdId }: Payer) =>
    (await raw.db.collection(collection).findOne({ _id: new Types.ObjectId(holdId) }))!;
  const aPayer = async (time: string, more: object = {}): Promise<Payer> => {
    const payer = new Payer(inbox.app, inbox.sandbox, salon);
    await payer.begin(at(time), more);
    return payer;
  };
  /** Of the deposit; the hold lasts longer. */
  const endTimeToPay = (payer: Payer): Promise<void> => work.sweepNow(payer, { expires_at: new Date(Date.now() - 1) });
  const confirmFor = (payer: Payer, contact_id: string, pet_ids: string[]): request.Test =>
    staff('post', `/appointments/holds/${payer.holdId}/confirm`, { contact_id, pet_ids }).expect(201);

  beforeAll(async () => {
    inbox = await startInbox();
    salon = await aDepositSalon(inbox.app);
    raw = await openRawDatabase(inbox.app);
    work = new DepositWork(inbox, raw);
  });
  afterEach(() => inbox.sandbox.asaas.reset());
  afterAll(async () => {
    await work.settled();
    await raw.close();
    await inbox.close();
  });

  it('is booked by a payment in time of which Asaas tells late', async () => {
    const payer = await aPayer('09:00', { notes: 'Rex is shy' });
    const [hold, deposit] = [await stored('appointments', payer), await stored('deposits', payer)];
    expect(hold['exp'].getTime() - deposit['expires_at'].getTime()).toBe(MINUTE_MS);
    expect(deposit['again'].notes).toBe('Rex is shy');
    inbox.sandbox.asaas.webhooks.knobs.lose = true;
    payer.pay();
    await endTimeToPay(payer);
    expect(await payer.read()).toMatchObject({ status: 'booked', booked: { appointment: { _id: payer.holdId } } });
    expect((await stored('deposits', payer))['again'].notes).toBeNull();
  });

  it('ends at once when nobody has paid, and nobody has given it up', async () => {
    const payer = await aPayer('09:30');
    await endTimeToPay(payer);
    expect(await payer.read()).toMatchObject({ status: 'expired' });
    expect(payer.remote().deleted).toBe(true);
    expect(await stored('appointments', payer)).toMatchObject({ state: 'EXPIRED' });
    expect(await stored('deposits', payer)).toMatchObject({ is_given_up: false, again: { notes: null } });
    await aPayer('09:30');
  });

  it('waits for a merge of the customer', async () => {
    const payer = await aPayer('10:00');
    const { contact_id } = await stored('deposits', payer);
    const setMerged = (merged_into: Types.ObjectId | null) =>
      raw.db.collection('contacts').updateOne({ _id: contact_id }, { $set: { merged_into } });
    await setMerged(new Types.ObjectId());
    payer.pay();
    await work.settled();
    expect(await stored('deposits', payer)).toMatchObject({ state: 'open', refund: null });
    await setMerged(null);
    await work.sweepNow(payer);
    expect(await payer.read()).toMatchObject({ status: 'booked' });
  });

  it('that staff confirm for another customer pays the visitor back, and shows no link', async () => {
    const other = await aContact(inbox.app, salon);
    const pet = await aPet(inbox.app, salon, other._id);
    const [payer, booked] = [await aPayer('10:30'), await aPayer('11:00')];
    await confirmFor(payer, other._id, [pet._id]);
    payer.pay();
    booked.pay();
    await work.settled();
    expect(await payer.read()).toMatchObject({ status: 'refunded', booked: null });
    expect(payer.remote().refunds?.map(({ value }) => value * 100)).toEqual([DEPOSIT]);
    expect(await stored('appointments', payer)).toMatchObject({ state: 'CONFIRMED' });
    const mails = await receiveMails(inbox.app, payer.email);
    expect(mails.filter(({ raw: text }) => text.includes('paid back'))).toHaveLength(1);

    expect((await booked.read()).booked?.manage_token).toBeTruthy();
    const given = { contact_id: new Types.ObjectId(other._id) };
    await raw.db.collection('appointments').updateOne({ _id: new Types.ObjectId(booked.holdId) }, { $set: given });
    expect(await booked.read()).toMatchObject({ status: 'booked', booked: null });
  });

  it('that staff confirm for the same customer stays booked, though nobody pays', async () => {
    const payer = await aPayer('11:30');
    const { contact_id, pet_ids } = await stored('appointments', payer);
    await confirmFor(payer, contact_id.toHexString(), [pet_ids[0].toHexString()]);
    await endTimeToPay(payer);
    expect(await payer.read()).toMatchObject({ status: 'booked', booked: { appointment: { _id: payer.holdId } } });
    expect(payer.remote().deleted).toBe(true);
  });

  it('leaves no words of a customer who is deleted', async () => {
    const payer = await aPayer('12:00', { notes: 'Ring at the back door' });
    const { contact_id } = await stored('deposits', payer);
    await staff('delete', `/contacts/${contact_id.toHexString()}`).expect(204);
    expect(await stored('deposits', payer)).toMatchObject({ contact_id: null, again: { notes: null } });
  });
});
