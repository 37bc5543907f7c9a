import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { Payment } from './schemas/payment.schema.js';

/** Wants to know what happens to payments. Told at least once about each change; must not wait for the provider. */
export type PaymentFollower = (scope: CompanyScope, payment: Payment) => Promise<void>;

/** Tells other modules about payments that the provider was asked about. Modules register in `onModuleInit`. */
@Injectable()
export class PaymentFollowers {
  private readonly followers: PaymentFollower[] = [];

  register(follower: PaymentFollower): void {
    this.followers.push(follower);
  }

  /** An error lets the caller ask again. */
  async tell(scope: CompanyScope, payment: Payment): Promise<void> {
    for (const follow of this.followers) await follow(scope, payment);
  }
}
