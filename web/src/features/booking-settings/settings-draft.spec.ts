import type { BookingSettings } from './booking-settings-queries.ts';
import { settingsBody, settingsDraft, settingsProblems } from './settings-draft.ts';

const STORED: BookingSettings = {
  version: 3,
  sizes: [
    { name: 'small', max_kg: 7.5 },
    { name: 'large', max_kg: null },
  ],
  ...{ hold_minutes: 10, holds_per_visitor: 2, request_hours: 48, waitlist_offer_minutes: 15 },
  ...{ public_page: true, public_approval: false, show_staff_names: true, contact_check: true, hide_dead_gaps: false },
  code_template: { name: 'booking_code', language: null },
  quiet_hours: null,
  customer_notices: { mail: true, message: false },
  deposit_minutes: 30,
  deposit_refund: true,
  policy: {
    ...{ free_cancel_hours: 24, free_reschedule_hours: 12, late_fee_percent: 50, max_reschedules: 3 },
    no_show_fee_percent: 100,
  },
};

describe('booking settings in the form', () => {
  it('become the same settings again', () => {
    const draft = settingsDraft(STORED);
    expect(settingsProblems(draft)).toEqual({});
    expect(STORED).toMatchObject(settingsBody(draft));
  });

  it('read a weight with a comma', () => {
    const draft = { ...settingsDraft(STORED), sizes: [{ name: ' mini ', max_kg: '3,5' }] };
    expect(settingsBody(draft).sizes).toEqual([{ name: 'mini', max_kg: 3.5 }]);
  });

  it('name the fields that must be changed', () => {
    const draft = settingsDraft(STORED);
    const sizes = [
      { name: 'small', max_kg: '10' },
      { name: 'Small', max_kg: '10' },
      { name: '', max_kg: '' },
      { name: 'giant', max_kg: '' },
    ];
    const policy = { ...draft.policy, late_fee_percent: '101' };
    expect(settingsProblems({ ...draft, hold_minutes: '61', policy, sizes })).toEqual({
      ...{ hold_minutes: 'number', 'policy.late_fee_percent': 'number' },
      ...{ 'sizes.1.name': 'sizeName', 'sizes.1.max_kg': 'sizeOrder' },
      ...{ 'sizes.2.name': 'sizeName', 'sizes.2.max_kg': 'sizeOrder', 'sizes.3.max_kg': 'sizeOrder' },
    });
  });
});
