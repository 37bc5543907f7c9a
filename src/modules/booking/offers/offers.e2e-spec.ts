import { OfferingSalon } from '../../../../test/support/offering-salon.js';
import { type ChannelName, type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { openRawDatabase } from '../../../../test/support/raw-database.js';
import { toObjectId } from '../../../core/tenancy/index.js';
import { OfferExpiry } from './offer-expiry.service.js';
import { OffersRepository } from './offers.repository.js';

const YEAR_MS = 365 * 86_400_000;

describe('times that a conversation offers', () => {
  let inbox: Inbox;
  const salons = new Map<ChannelName, OfferingSalon>();
  const salonOn = (platform: ChannelName): OfferingSalon => salons.get(platform) as OfferingSalon;

  beforeAll(async () => {
    inbox = await startInbox();
    for (const platform of ['facebook', 'instagram', 'whatsapp'] as const)
      salons.set(platform, await OfferingSalon.open(inbox, platform));
  });
  afterAll(() => inbox.close());

  it.each<ChannelName>(['facebook', 'instagram', 'whatsapp'])('are booked by a tap on %s', async (platform) => {
    const salon = salonOn(platform);
    const staff = await StaffSocket.connect(inbox.app, salon.salon.tokens.accessToken);
    const luna = await salon.aCustomer();
    const offer = await luna.offer();
    await staff.next('offer:updated');
    expect(offer).toMatchObject({ state: 'open', pet_names: ['Luna'], slots: [{}, {}, {}] });
    expect(luna.customer.got).toEqual([expect.stringContaining('for Luna: which time suits you?')]);
    expect(luna.customer.shown.map(({ title }) => title)).toEqual(offer.slots.map(({ label }) => label));
    const said = await luna.tap(2);
    expect(said).toEqual([expect.stringMatching(/^Booked: .* for Luna, /)]);
    const [appointment, ...others] = await luna.appointments();
    expect(others).toEqual([]);
    expect(appointment).toMatchObject({
      status: 'confirmed',
      source: 'conversation',
      starts_at: offer.slots[1]?.starts_at,
    });
    const [accepted] = await luna.offers();
    expect(accepted).toMatchObject({ state: 'accepted', chosen_slot: 1, appointment_id: appointment?._id });
    const shown = await staff.next(
      'offer:updated',
      ({ offer: told }) => (told as { state: string }).state === 'accepted',
    );
    expect(shown).toMatchObject({ offer: { _id: offer._id } });
    staff.close();
    expect(await luna.row()).toMatchObject({
      next_appointment: { _id: appointment?._id, starts_at: offer.slots[1]?.starts_at, pet_ids: offer.pet_ids },
      waiting_since: null,
    });
  });

  describe('on Messenger', () => {
    let salon: OfferingSalon;

    beforeAll(() => {
      salon = salonOn('facebook');
    });

    it('are booked by words, also while staff have the conversation and automation is off', async () => {
      const customer = await salon.aCustomer(null);
      const id = customer.conversation._id.toHexString();
      await salon.call('patch', `/conversations/${id}`).send({ automation: 'off' }).expect(200);
      await customer.offer();
      expect(await customer.write('hmm, let me think')).toEqual([]);
      expect(await customer.write('the second one')).toEqual([expect.stringMatching(/^Booked: /)]);
      expect(await customer.appointments()).toHaveLength(1);
    });

    it('are replaced by newer ones; a tap on an old button gets a clear text, and staff see it', async () => {
      const customer = await salon.aCustomer();
      const old = await customer.offer();
      const buttons = customer.customer.shown;
      await customer.offer();
      expect((await customer.offers()).map(({ state }) => state)).toEqual(['open', 'replaced']);
      expect(await customer.tap(1, buttons)).toEqual([expect.stringContaining('not on offer any more')]);
      expect(await customer.staffLines()).toEqual(['offer_late']);
      expect(await customer.appointments()).toEqual([]);
      expect(old.state).toBe('open');
    });

    it('are withdrawn by staff', async () => {
      const customer = await salon.aCustomer();
      const { _id } = await customer.offer();
      const withdraw = () => salon.call('post', `${customer.path}/${_id}/withdraw`);
      expect((await withdraw().expect(200)).body.offer.state).toBe('withdrawn');
      await withdraw().expect(200);
      expect(await customer.write('2')).toEqual([]);
      expect(await customer.tap(1)).toEqual([expect.stringContaining('not on offer any more')]);
      expect(await customer.appointments()).toEqual([]);
    });

    it('are those that staff chose, and only free ones', async () => {
      const customer = await salon.aCustomer();
      const preview = (more: object) =>
        salon.call('post', `${customer.path}/preview`).send({ service_id: salon.salon.serviceId, ...more });
      const { slots, message } = (await preview({}).expect(200)).body;
      expect(message.buttons).toHaveLength(3);
      expect(await customer.offers()).toEqual([]);
      const one = { starts_at: slots[1].starts_at as string, staff_id: salon.salon.user._id };
      const offer = await customer.offer({ slots: [one], client_key: 'once' });
      expect(offer.slots).toMatchObject([one]);
      const repeated = await customer.post({ slots: [one], client_key: 'once' }).expect(201);
      expect(repeated.body.offer._id).toBe(offer._id);
      const night = slots[1].starts_at.replace(/T.*/, 'T03:00:00.000Z');
      expect((await customer.post({ slots: [{ starts_at: night }] }).expect(422)).body.code).toBe('SLOT_NOT_OFFERED');
      expect(await customer.write('1')).toEqual([expect.stringMatching(/^Booked: .*, with /)]);
    });

    it('are not booked for two customers; the second one gets new times at once', async () => {
      const [one, other] = [await salon.aCustomer('Luna'), await salon.aCustomer('Rex')];
      const { slots } = await one.offer();
      const only = { slots: [{ starts_at: slots[0]?.starts_at }] };
      await one.offer(only);
      await other.offer(only);
      const said = (await Promise.all([one.write('1'), other.write('1')])).flat();
      const booked = [...(await one.appointments()), ...(await other.appointments())];
      expect(booked).toHaveLength(1);
      expect(said).toHaveLength(2);
      expect(said.filter((text) => String(text).startsWith('Booked: '))).toHaveLength(1);
      expect(said.filter((text) => String(text).includes('has just been taken.'))).toHaveLength(1);
      const states = [...(await one.offers()), ...(await other.offers())].map(({ state }) => state);
      expect(states.toSorted()).toEqual(['accepted', 'open', 'replaced', 'taken']);
      // Both got an answer, so nobody waits for staff.
      expect(await Promise.all([one.row(), other.row()])).toMatchObject(Array(2).fill({ waiting_since: null }));
    });

    it('are booked once if the tap arrives twice', async () => {
      const customer = await salon.aCustomer();
      await customer.offer();
      const [button] = customer.customer.shown;
      if (!button) throw new Error('no button is shown');
      const tap = customer.customer.tapped(button);
      await customer.customer.deliver(tap);
      await inbox.sandbox.webhooks.send(tap);
      await customer.write('thanks');
      expect(customer.customer.got.filter((text) => String(text).startsWith('Booked: '))).toHaveLength(1);
      expect(await customer.appointments()).toHaveLength(1);
    });

    it('wait for what is missing for the service', async () => {
      const gates = [{ kind: 'vaccination', name: 'Rabies', mode: 'block' }];
      const { body } = await salon
        .call('post', '/services')
        .send({ name: 'Daycare', duration_min: 30, gates })
        .expect(201);
      const customer = await salon.aCustomer();
      await customer.offer({ service_id: body._id });
      expect(await customer.write('2')).toEqual([expect.stringContaining('we still need: Rabies')]);
      expect(await customer.staffLines()).toEqual(['offer_missing']);
      expect((await customer.offers())[0]).toMatchObject({ state: 'open', chosen_slot: null });
    });

    it('do not hold up the end of others while a choice is unfinished', async () => {
      const offers = inbox.app.app.get(OffersRepository, { strict: false });
      const customer = await salon.aCustomer();
      const { _id } = await customer.offer();
      const expired = async () =>
        (await offers.expired(new Date(Date.now() + YEAR_MS), 1_000)).map((one) => String(one._id));
      expect(await expired()).toContain(_id);
      await offers.choose(salon.scope, toObjectId(_id), { slot: 0, message_id: toObjectId(_id), at: new Date() });
      expect(await expired()).not.toContain(_id);
    });

    it('answer one late choice in words, and leave later ones to the inbox', async () => {
      const expiry = inbox.app.app.get(OfferExpiry, { strict: false });
      const customer = await salon.aCustomer();
      await customer.offer();
      await expiry.sweep(new Date(Date.now() + YEAR_MS));
      expect(await customer.write('2')).toEqual([expect.stringContaining('not on offer any more')]);
      expect(await customer.write('2')).toEqual([]);
      const other = await salon.aCustomer();
      const { _id } = await other.offer();
      await expiry.sweep(new Date(Date.now() + YEAR_MS));
      const raw = await openRawDatabase(inbox.app);
      const isOver = { answers_until: new Date(Date.now() - 1) };
      await raw.db.collection('time_offers').updateOne({ _id: toObjectId(_id) }, { $set: isOver });
      await raw.close();
      expect(await other.write('2')).toEqual([]);
    });

    it('do not answer a later question of staff', async () => {
      const customer = await salon.aCustomer();
      const { slots } = await customer.offer();
      const { _id, contact_id } = customer.conversation;
      const question = {
        contact_id,
        conversation_id: _id,
        role: 'operator',
        direction: 'outbound',
        platform: 'facebook',
      };
      await salon
        .call('post', '/messages')
        .send({ ...question, content: 'How many pets do you have?' })
        .expect(201);
      expect(await customer.write('2')).toEqual([]);
      expect(await customer.write(slots[1]?.label.split(', ').at(-1) ?? '')).toEqual([]);
      expect(await customer.tap(2, customer.customer.messages.at(-2)?.data['buttons'] as never)).toHaveLength(1);
    });
  });

  it('are seen by their company alone', async () => {
    const salon = salonOn('instagram');
    const customer = await salon.aCustomer();
    const offer = await customer.offer();
    const stranger = salonOn('whatsapp');
    await stranger.call('get', customer.path).expect(404);
    await stranger.call('post', `${customer.path}/${offer._id}/withdraw`).expect(404);
    await stranger.call('post', customer.path).send({ service_id: stranger.salon.serviceId }).expect(404);
    const own = await stranger.aCustomer();
    await stranger.call('post', own.path).send({ service_id: salon.salon.serviceId }).expect(404);
    await stranger
      .call('post', own.path)
      .send({ service_id: stranger.salon.serviceId, pet_ids: offer.pet_ids })
      .expect(404);
  });
});
