import TestSequencer from '@jest/test-sequencer';

/** These take 20 to 200 s each, which the size of the file does not show. At the end, one of them would run alone. */
const LONGEST = [
  'test/chaos/chaos.e2e-spec.ts',
  'test/e2e/start.e2e-spec.ts',
  'src/modules/booking/waitlist/waitlist-crashes.e2e-spec.ts',
  'src/modules/booking/reservations/booking-crashes.medium-spec.ts',
  'src/modules/booking/appointment-series/series-crashes.e2e-spec.ts',
  'src/modules/inbox/message-sending/channel-trouble.e2e-spec.ts',
  'src/modules/automation/flow-runs/flow-crashes.e2e-spec.ts',
  'src/modules/accounts/auth/registration.medium-spec.ts',
  'test/e2e/fuzz.e2e-spec.ts',
  'src/modules/booking/appointments/killed-while-booking.e2e-spec.ts',
  'src/core/jobs/jobs.contract.medium-spec.ts',
  'src/core/jobs/jobs.distributed.medium-spec.ts',
  'src/modules/booking/customer-notices/customer-notices.e2e-spec.ts',
  'src/modules/operations/demo/demo.e2e-spec.ts',
  'test/e2e/worker.e2e-spec.ts',
  'test/e2e/client-package.e2e-spec.ts',
  'test/e2e/realtime-processes.e2e-spec.ts',
];

/** Starts the longest files first, the others as Jest does. */
export default class LongestFirstSequencer extends TestSequencer {
  async sort(tests) {
    const others = await super.sort(tests);
    const longest = LONGEST.flatMap((name) => others.filter(({ path }) => path.endsWith(`/${name}`)));
    return [...longest, ...others.filter((test) => !longest.includes(test))];
  }
}
