import fc from 'fast-check';
import { aPublicSalon, aWeekday, type PublicSalon } from '../../../../../test/builders/public-booking.js';
import { AssistantCustomer, codeOf, valueOf } from '../../../../../test/support/assistant-customer.js';
import { openRawDatabase, type RawDatabase } from '../../../../../test/support/raw-database.js';
import { sized } from '../../../../../test/support/sizes.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import type { ToolCall } from '../../assistant-core/index.js';
import type { StoredOffer, ToolContext } from '../index.js';

const day = aWeekday();

describe('the identity of the customer in tools', () => {
  let app: TestApp;
  let raw: RawDatabase;
  let salon: PublicSalon;
  let carla: AssistantCustomer;
  /** Another contact of the salon, and one of another company; both have a pet and an appointment. */
  let others: readonly AssistantCustomer[];

  beforeAll(async () => {
    app = await startTestApp();
    raw = await openRawDatabase(app);
    salon = await aPublicSalon(app);
    carla = await booker(salon, '09:00');
    others = [await booker(salon, '12:00'), await booker(await aPublicSalon(app), '15:00')];
  });
  afterAll(async () => {
    await raw.close();
    await app.close();
  });

  const booker = async (of: PublicSalon, time: string): Promise<AssistantCustomer> => {
    const one = await AssistantCustomer.of(app, of);
    await one.pet();
    await one.load();
    const days = { from: day, to: day, part_of_day: null, time };
    valueOf(await one.run({ name: 'find_slots', args: { service: 's1', pet: null, appointment: null, ...days } }));
    const { alias: offer } = one.offers.find(({ starts_at }) => starts_at.toISOString().includes(`T${time}`))!;
    valueOf(await one.run({ name: 'hold_slot', args: { offer } }));
    valueOf(await one.run({ name: 'confirm_booking', args: { offer } }));
    await one.load();
    return one;
  };
  /** What a tool could change. */
  const stored = async (): Promise<unknown> => {
    const projection = { state: 1, ver: 1, starts_at: 1, contact_id: 1, pet_ids: 1 };
    const all = ['appointments', 'assistant_memory', 'pets'].map((name) => raw.db.collection(name));
    return Promise.all(all.map((collection) => collection.find({}, { projection }).sort({ _id: 1 }).toArray()));
  };
  const search = { service: null, pet: null, appointment: null, from: day, to: day, part_of_day: null, time: null };
  const callsWith = (alias: string): ToolCall[] => [
    { name: 'find_slots', args: { ...search, service: 's1', pet: alias } },
    { name: 'find_slots', args: { ...search, appointment: alias } },
    { name: 'hold_slot', args: { offer: alias } },
    { name: 'confirm_booking', args: { offer: alias } },
    { name: 'move_booking', args: { appointment: alias, offer: 'o1' } },
    { name: 'cancel_booking', args: { appointment: alias } },
    { name: 'upsert_pet_fact', args: { pet: alias, field: 'breed', value: 'Poodle' } },
  ];

  it('takes no alias that the conversation has not given, nor an id', async () => {
    const before = await stored();
    const ids = others.flatMap(({ aliases }) => Object.values(aliases).flat() as string[]);
    const wild = fc.oneof(fc.string(), fc.constantFrom(...ids), fc.stringMatching(/^[sapo][0-9]{1,4}$/));
    const isGiven = (alias: string): boolean =>
      /^[spa]1$/.test(alias) || carla.offers.some((one) => one.alias === alias);
    await fc.assert(
      fc.asyncProperty(
        wild.filter((alias) => !isGiven(alias)),
        async (alias) => {
          for (const call of callsWith(alias)) expect((await carla.run(call)).ok).toBe(false);
        },
      ),
      { numRuns: sized(30, 500) },
    );
    expect(await stored()).toEqual(before);
  });

  it('finds nothing of other contacts and companies, even where their ids are stored as aliases', async () => {
    const before = await stored();
    for (const { aliases } of others) {
      const context: Partial<ToolContext> = { aliases: { ...aliases, services: carla.aliases.services } };
      for (const call of [...callsWith('p1'), ...callsWith('a1')])
        expect((await carla.run(call, context)).ok).toBe(false);
    }
    expect(await stored()).toEqual(before);
  });

  it('books no service and no pet of others, even where an offer names them', async () => {
    const before = await stored();
    const own: StoredOffer = {
      ...{ alias: 'o1', starts_at: new Date(`${day}T16:00:00Z`), expires_at: new Date(Date.now() + 60_000) },
      ...{ service_id: salon.serviceId, pet_id: carla.aliases.pets[0]!, appointment_id: null },
    };
    const forged = others.flatMap(({ aliases: { pets, services, appointments }, salon: { serviceId } }) => [
      { ...own, pet_id: pets[0]! },
      ...(serviceId === salon.serviceId ? [] : [{ ...own, service_id: services[0]! }]),
      { ...own, appointment_id: appointments[0]! },
    ]);
    for (const offer of forged) {
      const held = await carla.run({ name: 'hold_slot', args: { offer: 'o1' } }, { offers: [offer] });
      expect(codeOf(held)).not.toBe('OK');
      const moved = { name: 'move_booking', args: { appointment: 'a1', offer: 'o1' } } as const;
      expect((await carla.run(moved, { offers: [offer] })).ok).toBe(false);
    }
    expect(await stored()).toEqual(before);
  });
});
