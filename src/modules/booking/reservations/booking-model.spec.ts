import { BookingWorld, type Mutation } from '../../../../test/support/booking-model/booking-world.js';
import {
  claimingUnsorted,
  confirmingWithoutExpiry,
  deletingById,
  movingWithoutVersion,
  withoutExpiryWrite,
  withoutExpiryWriteOfMoves,
} from '../../../../test/support/booking-model/mutations.js';
import { rush } from '../../../../test/support/booking-model/rush.js';
import { sized } from '../../../../test/support/sizes.js';

const SCHEDULES = sized(250, 1_000);
const RUSHES = 300;
/** More than any broken protocol needed. */
const MUTANT_SCHEDULES = 10_000;

/** Runs seeded random schedules until one breaks an invariant. */
async function firstBroken(schedules: number, mutation?: Mutation): Promise<string | null> {
  for (let seed = 1; seed <= schedules; seed++) {
    const broken = await new BookingWorld({ seed, ...(mutation && { mutation }) }).run();
    if (broken) return `seed ${seed}: ${broken}`;
  }
  return null;
}

async function rushWithoutWinner(mutation?: Mutation): Promise<number | null> {
  for (let seed = 1; seed <= RUSHES; seed++) if ((await rush(seed, mutation)) === 0) return seed;
  return null;
}

describe('the booking protocol with failures, wrong clocks and dying processes', () => {
  it('loses no claim, books nothing twice, leaves no garbage and answers each key once', async () => {
    expect(await firstBroken(SCHEDULES)).toBeNull();
  });

  it('always lets one booking win without a retry', async () => {
    expect(await rushWithoutWinner()).toBeNull();
  });

  describe('a broken protocol is found', () => {
    it.each([
      ['taking over without the expiry write', withoutExpiryWrite, /LOST|DOUBLE/],
      ['taking over from a move without the expiry write', withoutExpiryWriteOfMoves, /LOST|DOUBLE/],
      ['deleting claims by id alone', deletingById, /LOST|DOUBLE/],
      ['confirming without looking at the expiry', confirmingWithoutExpiry, /CONFIRMED AFTER EXPIRY/],
      ['moving without looking at the version', movingWithoutVersion, /LOST|DOUBLE/],
    ])('%s', async (_name, mutation, finding) => {
      expect(await firstBroken(MUTANT_SCHEDULES, mutation)).toMatch(finding);
    });

    it('without a common claim order', async () => {
      expect(await rushWithoutWinner(claimingUnsorted)).not.toBeNull();
    });
  });
});
