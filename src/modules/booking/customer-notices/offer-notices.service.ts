import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { Message } from '../../inbox/message-log/index.js';
import type { CustomerNotice } from './customer-notice.schema.js';
import { CustomerNoticesRepository } from './customer-notices.repository.js';
import { noticeIdIn } from './notice-message.service.js';

/** So long the button of an offer is read, also after the offer has ended. */
const ANSWERS_MS = 7 * 86_400_000;

/** Notices of held times that were offered. */
@Injectable()
export class OfferNotices {
  constructor(private readonly notices: CustomerNoticesRepository) {}

  /** Whether a customer may still answer an offer. */
  isExpecting(scope: CompanyScope): Promise<boolean> {
    return this.notices.hasOffersSince(scope, new Date(Date.now() - ANSWERS_MS));
  }

  /** The hold that a message offers; null if it offers none. */
  async heldBy(scope: CompanyScope, message: Pick<Message, 'client_id'> | null): Promise<Types.ObjectId | null> {
    const id = noticeIdIn(message?.client_id ?? undefined);
    const notice = id ? await this.notices.findById(scope, id) : null;
    return notice?.kind === 'offered' ? notice.appointment_id : null;
  }

  /** How the customers were told of these holds. */
  ofHolds(scope: CompanyScope, holds: readonly Types.ObjectId[]): Promise<CustomerNotice[]> {
    return this.notices.offersOf(scope, holds);
  }
}
