import request from 'supertest';
import { aContact } from '../../../../../test/builders/contacts.js';
import { aWeekday } from '../../../../../test/builders/public-booking.js';
import { type Inbox, startInbox } from '../../../../../test/support/inbox.js';
import { OfferingSalon } from '../../../../../test/support/offering-salon.js';
import { makeOffers, WaitingCustomer } from '../../../../../test/support/waiting-customer.js';
import type { PublicWaitDto } from './dto/public-wait.dto.js';

describe('the page of a waitlist entry, after the offer was accepted', () => {
  let inbox: Inbox;
  let salon: OfferingSalon;
  const day = aWeekday();
  const times = ['09:00', '10:00', '11:00', '12:00'];

  beforeAll(async () => {
    inbox = await startInbox();
    salon = await OfferingSalon.open(inbox);
  });
  afterAll(() => inbox.close());

  const pageOf = async (vera: WaitingCustomer): Promise<PublicWaitDto> => (await vera.page().expect(200)).body;
  /** @returns a customer with an appointment, its id, and the token of its link */
  const booked = async (): Promise<[WaitingCustomer, string, string]> => {
    const vera = await WaitingCustomer.joins(salon, day, times.shift() ?? '13:00');
    await makeOffers(salon);
    const { offer } = await pageOf(vera);
    const { body } = await vera.accept(offer?._id ?? '').expect(200);
    expect(body).toMatchObject({ state: 'booked', manage_token: expect.any(String) });
    return [vera, offer?._id ?? '', body.manage_token as string];
  };
  const opens = async (token: string | null): Promise<number> =>
    (await request(inbox.app.url).get(`/api/v1/public/manage/${token}`)).status;

  it.each([
    ['staff', (id: string) => salon.call('post', `/appointments/${id}/cancel`).send({})],
    [
      'the customer',
      (_: string, token: string) => request(inbox.app.url).post(`/api/v1/public/manage/${token}/cancel`).send({}),
    ],
  ])('does not say that it is booked once %s cancel', async (_, cancel) => {
    const [vera, id, token] = await booked();
    await cancel(id, token).expect(200);
    expect(await pageOf(vera)).toMatchObject({
      state: 'cancelled',
      offer: null,
      manage_token: null,
      is_pending: false,
    });
  });

  it('shows neither appointment nor link once staff hand it to another customer', async () => {
    const [vera, id] = await booked();
    const { _id: contact_id } = await aContact(inbox.app, salon.salon);
    const { body: pet } = await salon.call('post', '/pets').send({ contact_id, name: 'Bob', species: 'dog' });
    const given = { contact_id, pet_ids: [pet._id as string] };
    await salon.call('patch', `/appointments/${id}`).send(given).expect(200);
    expect(await pageOf(vera)).toMatchObject({ state: 'cancelled', manage_token: null });
  });

  it('does not renew a link that staff revoked, but shows the one that they issue again', async () => {
    const [vera, id, token] = await booked();
    const link = `/appointments/${id}/manage-link`;
    await salon.call('delete', link).expect(204);
    expect(await pageOf(vera)).toMatchObject({ state: 'booked', manage_token: null });
    expect(await opens(token)).toBe(404);
    const issued = await Promise.all([salon.call('post', link), salon.call('post', link)]);
    const [{ body }] = issued;
    expect(issued.map(({ body: { manage_token } }) => manage_token as string)).toEqual(
      Array(2).fill(body.manage_token),
    );
    expect(body.manage_token).not.toBe(token);
    expect((await pageOf(vera)).manage_token).toBe(body.manage_token);
    expect([await opens(token), await opens(body.manage_token as string)]).toEqual([404, 200]);
  });
});
