import { aWeekday } from '../../../../../test/builders/public-booking.js';
import { flowsAreIdle } from '../../../../../test/support/flows.js';
import { type Inbox, startInbox } from '../../../../../test/support/inbox.js';
import { OfferingSalon } from '../../../../../test/support/offering-salon.js';
import { openRawDatabase } from '../../../../../test/support/raw-database.js';
import { makeOffers, WaitingCustomer } from '../../../../../test/support/waiting-customer.js';
import { type InlineJobs, Jobs } from '../../../../core/jobs/index.js';
import { toObjectId } from '../../../../core/tenancy/index.js';
import { AppointmentOutbox } from '../../appointments/publishing/appointment-outbox.js';

const MINUTE_MS = 60_000;

describe('an offer of the waitlist in a conversation', () => {
  let inbox: Inbox;
  let salon: OfferingSalon;
  const day = aWeekday();
  const times = ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30', '12:00', '12:30', '13:00'];

  beforeAll(async () => {
    inbox = await startInbox();
    salon = await OfferingSalon.open(inbox);
  });
  afterAll(() => inbox.close());

  /** A customer who has an offer in the conversation. */
  const offered = async (at = salon): Promise<WaitingCustomer> => {
    const customer = await WaitingCustomer.joins(at, day, times.shift() ?? '14:00');
    // Nobody has to answer what the customer wrote before.
    const path = `/conversations/${customer.talk.conversation._id.toHexString()}`;
    await at.call('patch', path).send({ status: 'resolved' }).expect(200);
    await customer.isOffered();
    return customer;
  };
  const told = ({ talk }: WaitingCustomer): string[] => talk.customer.got.map(String);
  const live = async ({ talk }: WaitingCustomer): Promise<unknown[]> =>
    (await talk.appointments()).filter(({ status }) => status === 'confirmed');

  it('is told once, and booked by a tap', async () => {
    const vera = await offered();
    await vera.isOffered();
    expect(told(vera)).toHaveLength(1);
    expect(told(vera)[0]).toContain('A time has become free for you. It is not booked yet:');
    expect(vera.talk.customer.shown.map(({ title }) => title)).toEqual(['Book it', 'No, thank you']);
    expect(await vera.offersByMail()).toEqual([]);
    expect(await vera.entry()).toMatchObject({
      state: 'offered',
      told: { way: 'message', state: 'sent' },
      answer: null,
    });
    const shown = vera.talk.customer.shown;
    expect(await vera.talk.tap(1, shown)).toEqual([expect.stringMatching(/^Booked: /)]);
    expect(await vera.entry()).toMatchObject({ state: 'booked', answer: { choice: 'accepted', way: 'message' } });
    expect(await vera.talk.row()).toMatchObject({ waiting_since: null });
    expect(await vera.talk.tap(1, shown)).toEqual([expect.stringMatching(/^Booked: /)]);
    expect(await live(vera)).toHaveLength(1);

    const outbox = inbox.app.app.get(AppointmentOutbox, { strict: false });
    await outbox.onModuleDestroy();
    await outbox.sweep(new Date(Date.now() + MINUTE_MS));
    await inbox.app.app.get<unknown, InlineJobs>(Jobs).drain({ includeDelayed: true });
    await inbox.sandbox.idle();
    expect(told(vera).filter((text) => /confirmed/.test(text))).toEqual([]);
    const [appointment] = await vera.talk.appointments();
    const notices = await salon.call('get', `/appointments/${String(appointment?._id)}/notices`).expect(200);
    expect(notices.body.items).toMatchObject([
      { kind: 'offered', mail: { reason: 'told_in_conversation' } },
      { kind: 'confirmed', message: { reason: 'told_in_conversation' }, mail: { state: 'sent' } },
    ]);
  });

  it('is booked by a word, which staff need not answer', async () => {
    const vera = await offered();
    expect(await vera.talk.write('Sim, por favor!')).toEqual([expect.stringMatching(/^Booked: /)]);
    expect(await live(vera)).toHaveLength(1);
    expect(await vera.talk.row()).toMatchObject({ waiting_since: null });
  });

  it('is declined, and the customer stays on the waitlist', async () => {
    const vera = await offered();
    expect(await vera.talk.write('no thanks')).toEqual([expect.stringContaining('You stay on the waitlist')]);
    expect(await vera.entry()).toMatchObject({
      state: 'waiting',
      answer: { choice: 'declined', way: 'message' },
      told: { way: 'message' },
    });
    expect(await vera.talk.write('yes')).toEqual([]);
    expect(await live(vera)).toEqual([]);
  });

  it('leaves other words to the inbox, and staff see them after a tap, too', async () => {
    const vera = await offered();
    expect(await vera.talk.write('can I bring two dogs?')).toEqual([]);
    expect(await vera.entry()).toMatchObject({ state: 'offered', answer: null });
    const { waiting_since } = await vera.talk.row();
    expect(waiting_since).not.toBeNull();
    expect(await vera.talk.tap(2)).toEqual([expect.stringContaining('You stay on the waitlist')]);
    expect(await vera.talk.row()).toMatchObject({ waiting_since });
  });

  it('says that a time is no longer on offer, and books nothing', async () => {
    const vera = await offered();
    const raw = await openRawDatabase(inbox.app);
    await raw.db.collection('appointments').updateMany({ state: 'HELD' }, { $set: { exp: new Date(0) } });
    await raw.db.collection('waitlist').updateMany({ state: 'offered' }, { $set: { 'offer.expires_at': new Date(0) } });
    await raw.close();
    expect(await vera.talk.tap(1)).toEqual([expect.stringContaining('no longer on offer')]);
    expect(await live(vera)).toEqual([]);
    expect(await vera.entry()).toMatchObject({ answer: null });
  });

  it('is over after the visit', async () => {
    const vera = await offered();
    const shown = vera.talk.customer.shown;
    expect(await vera.talk.tap(1, shown)).toEqual([expect.stringMatching(/^Booked: /)]);
    const [booked] = await vera.talk.appointments();
    const raw = await openRawDatabase(inbox.app);
    const visit = { _id: toObjectId(booked?._id as string) };
    for (const fields of [{ state: 'DONE' }, { state: 'CONFIRMED', ends_at: new Date(0) }]) {
      await raw.db.collection('appointments').updateOne(visit, { $set: fields });
      expect(await vera.talk.tap(1, shown)).toEqual([expect.stringContaining('no longer on offer')]);
    }
    await raw.close();
  });

  it('becomes one appointment when it is taken by both ways at once', async () => {
    const vera = await offered();
    const { body } = await vera.page().expect(200);
    const [button] = vera.talk.customer.shown;
    await Promise.all([
      inbox.sandbox.webhooks.send(vera.talk.customer.tapped(button!)),
      inbox.sandbox.webhooks.send(vera.talk.customer.tapped(button!)),
      vera.accept(body.offer._id as string).expect(200),
    ]);
    await flowsAreIdle(inbox.app);
    await inbox.sandbox.idle();
    expect(await live(vera)).toHaveLength(1);
    expect(await vera.entry()).toMatchObject({ state: 'booked', answer: { choice: 'accepted' } });
    expect(
      told(vera)
        .slice(1)
        .every((text) => text.startsWith('Booked: ')),
    ).toBe(true);
  });

  it('goes by mail while the customer may not be written to', async () => {
    const vera = await WaitingCustomer.joins(salon, day, times.shift() ?? '14:30');
    const raw = await openRawDatabase(inbox.app);
    const past = { last_inbound_at: new Date(0), 'reply_window.expires_at': new Date(0) };
    await raw.db.collection('conversations').updateMany({ _id: vera.talk.conversation._id }, { $set: past });
    await raw.close();
    await makeOffers(salon);
    expect(told(vera)).toEqual([]);
    expect(await vera.offersByMail()).toHaveLength(1);
    expect(await vera.entry()).toMatchObject({ told: { way: 'mail', state: 'sent' } });
  });
});
