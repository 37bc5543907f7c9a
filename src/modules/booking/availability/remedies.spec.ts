import { REFUSALS } from '../engine/index.js';
import { REMEDIES } from './remedies.js';

const HINTS = {
  SERVICE_INACTIVE: 'Switch the service on',
  PET_COUNT: 'number of pets',
  NIGHTS: 'number of nights',
  PET_NOT_ACCEPTED: 'another service',
  NO_DURATION: 'Correct the durations',
  NO_STAFF: 'Give a staff member a schedule',
  NO_RESOURCE: 'Add a resource',
  STEP: 'step_min',
  LEAD_TIME: 'lead_time_min',
  HORIZON: 'horizon_days',
  CLOSED: 'closures',
  NOT_WORKING: 'schedules',
  TIME_OFF: 'time off',
  STAFF_BUSY: 'move the appointment',
  RESOURCE_BUSY: 'add a resource',
  QUOTA_FULL: 'raise max of the quota',
} as const;

describe('remedies of refused starts', () => {
  it.each(Object.entries(HINTS))('has a text for %s', (rule, hint) =>
    expect(REMEDIES[rule as keyof typeof HINTS]).toContain(hint),
  );

  it('has a text for every rule', () => {
    expect(Object.keys(HINTS)).toEqual(expect.arrayContaining([...REFUSALS]));
    expect(Object.keys(REMEDIES).sort()).toEqual(Object.keys(HINTS).sort());
  });
});
