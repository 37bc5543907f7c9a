import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { KeyedLocks } from '../../../core/locks/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { OfferMaker } from './offer-maker.service.js';
import { OffersRepository } from './offers.repository.js';
import { lockOf } from './offers.service.js';

const SWEEP_INTERVAL_MS = 60_000;
const BATCH = 200;

/** Ends offers whose time is over, so that staff see it. Readers decide expiry by the clock already. */
@Injectable()
export class OfferExpiry {
  private readonly logger = new Logger(OfferExpiry.name);

  constructor(
    private readonly offers: OffersRepository,
    private readonly maker: OfferMaker,
    private readonly locks: KeyedLocks,
  ) {}

  @Interval(SWEEP_INTERVAL_MS)
  async sweep(now = new Date()): Promise<void> {
    for (const offer of await this.offers.expired(now, BATCH)) {
      const scope = CompanyScope.of(offer.company_id);
      await this.locks
        .tryWithLock(lockOf(offer.conversation_id), async () => {
          const current = await this.offers.open(scope, offer.conversation_id);
          // The answer to a choice is not finished yet.
          if (current?._id.equals(offer._id) && !current.answer) await this.maker.end(scope, current, 'expired');
        })
        .catch((error: unknown) =>
          this.logger.warn(`offer ${offer._id.toHexString()} is left to the next sweep`, error),
        );
    }
  }
}
