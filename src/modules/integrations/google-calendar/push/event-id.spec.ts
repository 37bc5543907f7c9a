import fc from 'fast-check';
import { Types } from 'mongoose';
import { readEvent } from '../api/google-event.js';
import { ownPair, toEventBody } from './event-body.js';
import { eventIdOf, pairOfEvent } from './event-id.js';

const COMPANY = '64b0000000000000000000aa';
const anId = fc
  .tuple(fc.integer({ min: 0x60000000, max: 0x7fffffff }), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }))
  .map(([time, rest]) => new Types.ObjectId(time.toString(16) + rest.toString(16).padStart(16, '0')));

describe('ids of events', () => {
  it('are those of one appointment and person, in the letters that Google takes', () => {
    fc.assert(
      fc.property(anId, anId, (appointment_id, staff_id) => {
        const id = eventIdOf({ appointment_id, staff_id });
        expect(id).toMatch(/^[a-v0-9]{5,1024}$/);
        expect(pairOfEvent(id)).toEqual({ appointment_id, staff_id });
      }),
    );
  });

  it.each(['pb', 'pb12', '3k9v0c1tq2m4n5p6r7s8a9b0c1', `pb${'v'.repeat(39)}`])('ignores %s', (id) => {
    expect(pairOfEvent(id)).toBeUndefined();
  });

  describe('ownPair', () => {
    const pair = { appointment_id: new Types.ObjectId(), staff_id: new Types.ObjectId() };
    const owner = { companyId: COMPANY, appointmentId: pair.appointment_id.toHexString(), version: 3, timeZone: 'UTC' };
    const content = { title: 'Bath', starts_at: new Date(0), ends_at: new Date(1) };
    const event = (fields: object) => readEvent({ id: eventIdOf(pair), ...toEventBody(content, owner), ...fields })!;

    it('knows its own events, also without tags when they are deleted', () => {
      expect(ownPair(event({}), COMPANY)).toEqual(pair);
      expect(ownPair(event({ status: 'cancelled', extendedProperties: undefined }), COMPANY)).toEqual(pair);
    });

    it('takes a copy, and the event of another company, for an event of others', () => {
      expect(ownPair(event({ id: 'copy0of0our0event' }), COMPANY)).toBeUndefined();
      expect(ownPair(event({}), '64b0000000000000000000bb')).toBeUndefined();
      expect(ownPair(event({ status: 'cancelled' }), '64b0000000000000000000bb')).toBeUndefined();
    });
  });
});
