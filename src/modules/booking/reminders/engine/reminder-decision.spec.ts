import { Types } from 'mongoose';
import { QuietHours } from './quiet-hours.js';
import { type Circumstances, decide } from './reminder-decision.js';

const contact = new Types.ObjectId();
const START = new Date('2030-01-07T15:00:00Z');
const hoursBefore = (hours: number): Date => new Date(START.getTime() - hours * 3_600_000);

const USUAL: Circumstances = {
  reminder: { kind: 'reminder', contact_id: contact, starts_at: START, until: hoursBefore(12) },
  rule: { active: true },
  appointment: { state: 'CONFIRMED', is_pending: false, contact_id: contact, starts_at: START },
  isContactThere: true,
  isOptedOut: false,
  objection: undefined,
  quiet: new QuietHours({ from: '21:00', to: '08:00' }, 'UTC'),
  now: hoursBefore(24),
};
const visit = (fields: object): Partial<Circumstances> => ({ appointment: { ...USUAL.appointment!, ...fields } });
const of = (fields: object): Partial<Circumstances> => ({ reminder: { ...USUAL.reminder, ...fields } });
const after = (kind: string, more: object): Partial<Circumstances> => ({ ...of({ kind }), ...more });

describe('the decision at the moment of sending', () => {
  it.each<[string, Partial<Circumstances>]>([
    ['a confirmed appointment at its time', {}],
    ['a completed visit', after('aftercare', visit({ state: 'DONE' }))],
    ['a vaccination, which has no appointment', after('vaccination', { appointment: undefined })],
  ])('sends for %s', (_, known) => {
    expect(decide({ ...USUAL, ...known })).toEqual({ do: 'send' });
  });

  it.each<[string, Partial<Circumstances>]>([
    ['rule_off', { rule: { active: false } }],
    ['rule_off', { rule: undefined }],
    ['appointment_gone', { appointment: undefined }],
    ['cancelled', visit({ state: 'CANCELLED' })],
    ['cancelled', after('aftercare', visit({ state: 'CANCELLED' }))],
    ['no_show', visit({ state: 'NO_SHOW' })],
    ['no_show', after('review', visit({ state: 'NO_SHOW' }))],
    ['moved', visit({ starts_at: hoursBefore(-1) })],
    ['begun', visit({ state: 'CHECKED_IN' })],
    ['begun', { now: hoursBefore(0) }],
    ['not_confirmed', visit({ is_pending: true })],
    ['not_completed', after('aftercare', visit({ state: 'IN_PROGRESS' }))],
    ['other_customer', visit({ contact_id: new Types.ObjectId() })],
    ['other_customer', visit({ contact_id: null })],
    ['contact_gone', { isContactThere: false }],
    ['opted_out', { isOptedOut: true }],
    ['booked_again', after('rebook', { ...visit({ state: 'DONE' }), objection: 'booked_again' })],
    ['late', { now: hoursBefore(12) }],
    ['quiet_hours', { now: hoursBefore(16), ...of({ until: hoursBefore(8) }) }],
  ])('skips: %s', (reason, known) => {
    expect(decide({ ...USUAL, ...known })).toEqual({ do: 'skip', reason });
  });

  it('waits until quiet hours end if it still makes sense then', () => {
    const known = { ...of({ until: hoursBefore(1) }), now: hoursBefore(16) };
    expect(decide({ ...USUAL, ...known })).toEqual({ do: 'wait', until: new Date('2030-01-07T08:00:00Z') });
  });
});
