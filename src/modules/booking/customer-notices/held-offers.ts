import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';

/** A held time that its customer may take or leave. */
export interface HeldOffer {
  readonly expires_at: Date;
  /** The page on which the customer answers. */
  readonly url: string;
  /** What the buttons of a message send back. */
  readonly payloads: { readonly accept: string; readonly decline: string };
}

/** @returns null if the hold is not on offer any more */
export type HeldOfferFinder = (scope: CompanyScope, appointmentId: Types.ObjectId) => Promise<HeldOffer | null>;

/** Asks the waitlist about the holds that it offers. */
@Injectable()
export class HeldOffers {
  private finder: HeldOfferFinder | undefined;

  register(finder: HeldOfferFinder): void {
    this.finder = finder;
  }

  async find(scope: CompanyScope, appointmentId: Types.ObjectId): Promise<HeldOffer | null> {
    return (await this.finder?.(scope, appointmentId)) ?? null;
  }
}
