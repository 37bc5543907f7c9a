import fc from 'fast-check';
import type { TimeSettings } from '#web/lib/time/company-time.ts';
import {
  type Appointment,
  type AppointmentStatus,
  mergeAppointment,
  nextStep,
  splitByTime,
  wantedVaccinations,
} from './contact-appointments.ts';

const SETTINGS: TimeSettings = { zone: 'America/Sao_Paulo', locale: 'en' };
/** 23:30 on 1 March in São Paulo. */
const NOW = Date.parse('2026-03-02T02:30:00.000Z');

const appointment = (fields: Partial<Appointment>): Appointment =>
  ({
    _id: 'a1',
    contact_id: 'c1',
    status: 'confirmed',
    starts_at: '2026-03-01T12:00:00.000Z',
    ends_at: '2026-03-01T13:00:00.000Z',
    expires_at: null,
    pending_on: [],
    warnings: [],
    version: 1,
    ...fields,
  }) as Appointment;

describe('the next step of an appointment', () => {
  it.each<[AppointmentStatus, string | undefined]>([
    ['pending', undefined],
    ['confirmed', 'check-in'],
    ['checked_in', 'start'],
    ['in_progress', 'complete'],
    ['completed', undefined],
    ['cancelled', undefined],
  ])('follows the status %s', (status, step) => {
    expect(nextStep(appointment({ status }), NOW, SETTINGS)).toBe(step);
  });

  it('is offered from two hours before the day until a day after it, in the zone of the company', () => {
    const on = (day: string) =>
      nextStep(appointment({ starts_at: `${day}T12:00:00.000Z`, ends_at: `${day}T13:00:00.000Z` }), NOW, SETTINGS);
    expect(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02', '2026-03-03'].map(on)).toEqual([
      undefined,
      'check-in',
      'check-in',
      'check-in',
      undefined,
    ]);
  });
});

describe('the appointments of a contact', () => {
  it('are the same list for every order of answers and events', () => {
    const versions = fc.array(fc.record({ _id: fc.constantFrom('a', 'b'), version: fc.integer({ min: 1, max: 5 }) }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(versions, fc.infiniteStream(fc.nat()), (changes, random) => {
        const all = changes.map((one) => appointment({ ...one, notes: `version ${one.version}` }));
        const shuffled = [...all].sort(() => (Number(random.next().value) % 2 === 0 ? 1 : -1));
        const apply = (list: Appointment[]) =>
          list.reduce<Appointment[]>((merged, one) => mergeAppointment(merged, one, 'c1'), []);
        expect(apply([...shuffled, ...shuffled])).toEqual(apply(all));
      }),
    );
  });

  it('do not include one that now belongs to another contact', () => {
    const list = [appointment({})];
    expect(mergeAppointment(list, appointment({ version: 2, contact_id: 'c2' }), 'c1')).toEqual([]);
  });

  it('are sorted into coming ones, the next first, and past ones, the latest first', () => {
    const { coming, past } = splitByTime(
      [
        appointment({ _id: 'old', starts_at: '2026-01-01T12:00:00.000Z', ends_at: '2026-01-01T13:00:00.000Z' }),
        appointment({ _id: 'done', status: 'completed' }),
        appointment({ _id: 'forgotten', status: 'in_progress' }),
        appointment({ _id: 'next', starts_at: '2026-03-05T12:00:00.000Z', ends_at: '2026-03-05T13:00:00.000Z' }),
        appointment({ _id: 'called off', status: 'cancelled', ends_at: '2026-04-05T13:00:00.000Z' }),
        appointment({ _id: 'ran out', status: 'held', expires_at: '2026-03-01T00:00:00.000Z' }),
      ],
      NOW,
      SETTINGS,
    );
    expect(coming.map(({ _id }) => _id)).toEqual(['forgotten', 'next']);
    expect(past.map(({ _id }) => _id)).toEqual(['called off', 'done', 'old']);
  });

  it('name the vaccinations that a pet lacks', () => {
    const finding = { kind: 'vaccination', name: 'Rabies', pet_id: 'p1' };
    const list = [appointment({ pending_on: [finding], warnings: [{ ...finding, kind: 'agreement', name: 'Terms' }] })];
    expect(wantedVaccinations(list, 'p1')).toEqual(['Rabies']);
    expect(wantedVaccinations(list, 'p2')).toEqual([]);
  });
});
