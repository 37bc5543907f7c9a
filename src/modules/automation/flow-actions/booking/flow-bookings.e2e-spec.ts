import { Types } from 'mongoose';
import request from 'supertest';
import { aStaffMember } from '../../../../../test/builders/accounts.js';
import { aSchedule } from '../../../../../test/builders/catalog.js';
import { aContact } from '../../../../../test/builders/contacts.js';
import { aPet } from '../../../../../test/builders/pets.js';
import { aPublicSalon, aWeekday, type PublicSalon } from '../../../../../test/builders/public-booking.js';
import { openRawDatabase, type RawDatabase } from '../../../../../test/support/raw-database.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { AppointmentsRepository } from '../../../booking/reservations/index.js';
import type { EffectOutcome, Json } from '../../flow-core/index.js';
import { type FlowActionRun, FlowActions } from '../index.js';

interface FoundSlot {
  readonly label: string;
  readonly starts_at: string;
  readonly staff_id: string | null;
}

describe('bookings of flows', () => {
  let app: TestApp;
  let raw: RawDatabase;
  let salon: PublicSalon;
  let actions: FlowActions;
  let scope: CompanyScope;
  const start = `${aWeekday()}T09:00:00.000Z`;

  beforeAll(async () => {
    app = await startTestApp();
    raw = await openRawDatabase(app);
    actions = app.app.get(FlowActions, { strict: false });
  });
  beforeEach(() => open());
  afterAll(async () => {
    await raw.close();
    await app.close();
  });

  const open = async (settings: Record<string, unknown> = {}, service: Record<string, unknown> = {}): Promise<void> => {
    salon = await aPublicSalon(app, settings, service);
    scope = CompanyScope.of(salon.company._id);
  };
  const aRun = async (fields: Partial<FlowActionRun> = {}, ...pets: string[]): Promise<FlowActionRun> => {
    const { _id } = await aContact(app, salon);
    for (const name of pets) await aPet(app, salon, _id, { name });
    const ids = { run_id: new Types.ObjectId(), conversation_id: new Types.ObjectId(), channel_id: null };
    return { ...ids, contact_id: new Types.ObjectId(_id), step: 1, is_repeat: false, ...fields };
  };
  const later = (run: FlowActionRun): FlowActionRun => ({ ...run, step: run.step + 1 });
  const find = (
    run: FlowActionRun,
    limit = 3,
    from: string | null = null,
    pet_id: string | null = null,
  ): Promise<EffectOutcome> =>
    actions.run(scope, run, { kind: 'find_slots', service_id: salon.serviceId, limit, from, pet_id });
  const hold = (run: FlowActionRun, starts_at = start, pet_id: string | null = null): Promise<EffectOutcome> =>
    actions.run(scope, run, { kind: 'hold_slot', service_id: salon.serviceId, starts_at, staff_id: null, pet_id });
  const confirm = (run: FlowActionRun, held: EffectOutcome, inScope = scope): Promise<EffectOutcome> =>
    actions.run(inScope, run, { kind: 'confirm_booking', hold_id: valueOf(held)['hold_id'] as string });
  const stored = (id: unknown) => app.app.get(AppointmentsRepository, { strict: false }).getBooking(scope, oid(id));

  it('offers times of different days in short words, and books the chosen one for the pet', async () => {
    const run = await aRun({}, 'Luna');
    const slots = valueOf(await find(run)) as unknown as FoundSlot[];
    expect(slots).toHaveLength(3);
    expect(new Set(slots.map(({ starts_at }) => starts_at.slice(0, 10))).size).toBe(3);
    for (const { label } of slots) expect(label).toMatch(/^[A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2}, \d{2}:\d{2}$/);
    const chosen = slots[1] as FoundSlot;
    const held = await hold(later(run), chosen.starts_at);
    expect(valueOf(held)).toMatchObject({ starts_at: chosen.starts_at, time: chosen.label.slice(-5) });
    const booked = valueOf(await confirm(later(later(run)), held));
    expect(booked).toMatchObject({ status: 'booked', time: chosen.label.slice(-5), service: expect.any(String) });
    const appointment = await stored(booked['appointment_id']);
    expect(appointment).toMatchObject({ state: 'CONFIRMED', source: 'flow', contact_id: run.contact_id });
    expect(appointment.pet_ids).toHaveLength(1);
  });

  it('offers no time at which the pet has another appointment or hold, also if another person is free', async () => {
    const run = await aRun({}, 'Luna');
    const first = async (): Promise<FoundSlot> => (valueOf(await find(run, 1)) as unknown as FoundSlot[])[0]!;
    const { starts_at } = await first();
    expect(starts_at).toBe((await first()).starts_at);
    const { user } = await aStaffMember(app, salon);
    await aSchedule(app, salon, user._id);
    const other = { ...run, run_id: new Types.ObjectId() };
    const held = await hold(other, starts_at);
    expect((await first()).starts_at).not.toBe(starts_at);
    await confirm(later(other), held);
    const next = await first();
    expect(next.starts_at).not.toBe(starts_at);
    // A hold of the same run is replaced, so its time may be chosen again.
    expect((await hold(later(run), next.starts_at)).ok).toBe(true);
    expect((await first()).starts_at).toBe(next.starts_at);
  });

  it('gives one of two conversations the time, and the other SLOT_TAKEN', async () => {
    const runs = await Promise.all([aRun(), aRun(), aRun()]);
    const outcomes = await Promise.all(runs.map((run) => hold(run)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((one) => !one.ok).map(codeOf)).toEqual(['SLOT_TAKEN', 'SLOT_TAKEN']);
  });

  it('repeats a step after a crash without a second hold or booking, also two in parallel', async () => {
    const run = await aRun();
    const repeated = { ...run, is_repeat: true };
    const holds = await Promise.all([hold(run), hold(repeated), hold(repeated)]);
    expect(new Set(holds.map((held) => valueOf(held)['hold_id'])).size).toBe(1);
    const [held] = holds;
    const bookings = await Promise.all([confirm(later(run), held), confirm(later(run), held)]);
    expect(bookings[0]).toEqual(bookings[1]);
    expect(await confirm(later(repeated), held)).toEqual(bookings[0]);
    expect(bookings[0]).toMatchObject({ ok: true, value: { appointment_id: valueOf(held)['hold_id'] } });
  });

  it('says HOLD_EXPIRED when the customer decides too late, and lets the customer choose again', async () => {
    const run = await aRun();
    const held = await hold(run);
    const _id = oid(valueOf(held)['hold_id']);
    await raw.db.collection('appointments').updateOne({ _id }, { $set: { exp: new Date(0) } });
    expect(codeOf(await confirm(later(run), held))).toBe('HOLD_EXPIRED');
    expect((await hold(later(run))).ok).toBe(true);
  });

  it('replaces the hold of the same run, and limits the holds of a customer', async () => {
    await open({ holds_per_visitor: 2 });
    const run = await aRun({}, 'Luna');
    const first = await hold(run);
    // The same pet at an overlapping time: its own earlier hold must not be in the way.
    expect((await hold(later(run), `${aWeekday()}T09:15:00.000Z`)).ok).toBe(true);
    expect(await stored(valueOf(first)['hold_id'])).toMatchObject({ state: 'CANCELLED' });
    const other = (): FlowActionRun => ({ ...run, run_id: new Types.ObjectId() });
    expect((await hold(other(), `${aWeekday()}T11:00:00.000Z`)).ok).toBe(true);
    expect(codeOf(await hold(other(), `${aWeekday()}T12:00:00.000Z`))).toBe('TOO_MANY_HOLDS');
  });

  it('never confirms a hold of another customer, of staff, or of another company', async () => {
    const [run, stranger] = await Promise.all([aRun(), aRun()]);
    const held = await hold(run);
    expect(codeOf(await confirm(stranger, held))).toBe('HOLD_NOT_FOUND');
    const byStaff = await request(app.url)
      .post('/api/v1/appointments/holds')
      .set(salon.auth)
      .send({ service_id: salon.serviceId, starts_at: `${aWeekday()}T12:00:00.000Z` })
      .expect(201);
    const ofStaff: EffectOutcome = { ok: true, value: { hold_id: byStaff.body.hold._id as string } };
    expect(codeOf(await confirm(run, ofStaff))).toBe('HOLD_NOT_FOUND');
    for (const hold_id of ['', 'nonsense', new Types.ObjectId().toHexString()])
      expect(codeOf(await confirm(run, { ok: true, value: { hold_id } }))).toBe('HOLD_NOT_FOUND');
    const mine = scope;
    await open();
    expect(codeOf(await confirm(await aRun(), held))).toBe('HOLD_NOT_FOUND');
    expect((await confirm(later(run), held, mine)).ok).toBe(true);
  });

  it('says pending, not booked, while staff have to approve', async () => {
    await open({ public_approval: true });
    const run = await aRun();
    const booked = valueOf(await confirm(later(run), await hold(run)));
    expect(booked).toMatchObject({ status: 'pending' });
    expect(await stored(booked['appointment_id'])).toMatchObject({ is_pending: true });
  });

  it('says GATE_FAILED when the pet lacks a vaccination, and keeps the hold', async () => {
    await open({}, { gates: [{ kind: 'vaccination', name: 'Rabies', mode: 'block' }] });
    const run = await aRun({}, 'Luna');
    const held = await hold(run);
    expect(codeOf(await confirm(later(run), held))).toBe('GATE_FAILED');
    expect(await stored(valueOf(held)['hold_id'])).toMatchObject({ state: 'HELD' });
  });

  it('does not guess which of several pets comes, but offers them, and books for the chosen one', async () => {
    const run = await aRun({}, 'Luna', 'Rex');
    const found = await find(run);
    expect(found).toMatchObject({ code: 'PETS_AMBIGUOUS', pets: [{ label: 'Luna' }, { label: 'Rex' }] });
    expect(codeOf(await hold(run))).toBe('PETS_AMBIGUOUS');
    const rex = 'pets' in found ? (found.pets?.[1]?.id ?? null) : null;
    expect(await find(run, 3, null, rex)).toMatchObject({ ok: true, pet_id: rex });
    const held = await hold(run, start, rex);
    expect(held).toMatchObject({ ok: true, pet_id: rex });
    const booked = valueOf(await confirm(later(run), held));
    expect((await stored(booked['appointment_id'])).pet_ids.map(String)).toEqual([rex]);
    // A chosen pet that is gone meanwhile counts as not chosen.
    expect(codeOf(await find(run, 3, null, new Types.ObjectId().toHexString()))).toBe('PETS_AMBIGUOUS');
  });

  it('offers only the pets that may have the service, and pets of one name with their species', async () => {
    await open({}, { accepted_species: ['cat', 'rabbit'] });
    const run = await aRun({}, 'Rex');
    for (const species of ['cat', 'rabbit'])
      await aPet(app, salon, run.contact_id.toHexString(), { name: 'Luna', species });
    const found = await find(run);
    expect(found).toMatchObject({ pets: [{ label: 'Luna (cat)' }, { label: 'Luna (rabbit)' }] });
  });

  it('takes the only pet that may have the service, also if another one was chosen', async () => {
    await open({}, { accepted_species: ['cat'] });
    const mixed = await aRun({}, 'Rex');
    expect(codeOf(await find(mixed))).toBe('PET_NOT_ACCEPTED');
    const cat = await aPet(app, salon, mixed.contact_id.toHexString(), { name: 'Mia', species: 'Cat' });
    const held = valueOf(await hold(mixed, start, new Types.ObjectId().toHexString()));
    expect((await stored(held['hold_id'])).pet_ids.map((id) => id.toHexString())).toEqual([cat._id]);
  });

  it('finds nothing for a hidden or unknown service, in a time without free places, and for a word that is no date', async () => {
    const run = await aRun();
    const foreign = {
      kind: 'find_slots',
      service_id: new Types.ObjectId().toHexString(),
      limit: 3,
      from: null,
      pet_id: null,
    } as const;
    expect(codeOf(await actions.run(scope, run, foreign))).toBe('NOT_FOUND');
    expect(codeOf(await find(run, 3, 'tomorrow'))).toBe('BAD_DATE');
    expect(codeOf(await find(run, 3, '2190-01-01'))).toBe('NO_SLOTS');
    expect(codeOf(await hold(run, 'at nine'))).toBe('NO_SLOT_CHOSEN');
    expect(codeOf(await hold(run, `${aWeekday()}T03:00:00.000Z`))).toBe('SLOT_NOT_OFFERED');
    await open({}, { public: false });
    expect(codeOf(await find(await aRun()))).toBe('NOT_FOUND');
  });

  it('begins the search at the asked date', async () => {
    const slots = valueOf(await find(await aRun(), 2, aWeekday(3))) as unknown as FoundSlot[];
    expect(slots[0]?.starts_at.slice(0, 10)).toBe(aWeekday(3));
  });
});

function valueOf(outcome: EffectOutcome): Record<string, Json> {
  if (!outcome.ok) throw new Error(`${outcome.code}: ${outcome.message}`);
  return outcome.value as Record<string, Json>;
}

const codeOf = (outcome: EffectOutcome): string => (outcome.ok ? 'ok' : outcome.code);
const oid = (id: unknown): Types.ObjectId => Types.ObjectId.createFromHexString(String(id));
