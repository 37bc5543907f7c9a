import { Injectable } from '@nestjs/common';
import type { LockLease } from '../../../core/locks/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { StoredBooking } from '../reservations/index.js';
import type { CustomerNotice } from './customer-notice.schema.js';
import { CustomerNoticesRepository } from './customer-notices.repository.js';
import { isStillTrue } from './notice-decision.js';
import { HeldOffers } from './held-offers.js';
import { NoticeFactsService, type WrittenNotice } from './notice-facts.service.js';
import { NoticeMailService } from './notice-mail.service.js';
import { NoticeMessageService } from './notice-message.service.js';

export interface DeliveryRun {
  /** The lock of the appointment. */
  readonly lease: LockLease;
  /** No later attempt can send a mail that the server refuses now. */
  readonly isLastAttempt: boolean;
}

/** Brings a notice to the customer by the ways that are open, also after a crash between its steps. */
@Injectable()
export class NoticeDeliveryService {
  constructor(
    private readonly notices: CustomerNoticesRepository,
    private readonly facts: NoticeFactsService,
    private readonly mail: NoticeMailService,
    private readonly message: NoticeMessageService,
    private readonly offers: HeldOffers,
  ) {}

  /** @returns whether the message waits for something. @throws Error if a way failed and may be tried again */
  async finish(
    scope: CompanyScope,
    seen: CustomerNotice,
    appointment: StoredBooking,
    { lease, isLastAttempt }: DeliveryRun,
  ): Promise<boolean> {
    if (!isOpen(seen)) return false;
    await this.mail.closeInterrupted(scope, seen);
    await this.message.closeInterrupted(scope, seen);
    const notice = await this.notices.findById(scope, seen._id);
    if (!notice || !isOpen(notice)) return false;
    const offer = notice.kind === 'offered' ? await this.offers.find(scope, appointment._id) : null;
    const isEnded = notice.kind === 'offered' && !offer;
    if (isEnded || !isStillTrue(notice, appointment, new Date())) return this.drop(scope, notice, 'outdated');
    const isOfCustomer = appointment.contact_id?.equals(notice.contact_id) ?? false;
    const written = isOfCustomer ? await this.facts.write(scope, notice, appointment, offer) : null;
    if (!written) return this.drop(scope, notice, 'other_customer');
    if (lease.signal.aborted) throw new Error('The lock of the appointment was lost; repeat the job');
    if (offer) return this.tellOnce(scope, notice, written, isLastAttempt);
    // A way that fails must not hold up the other one.
    const [message] = await Promise.allSettled([this.message.post(scope, notice, written)]);
    const [mail] = await Promise.allSettled([this.mail.send(scope, notice, written, isLastAttempt)]);
    if (message.status === 'rejected') throw message.reason;
    if (mail.status === 'rejected') throw mail.reason;
    return message.value;
  }

  /** An offer goes by mail only if no conversation has it, so that the customer is asked once. */
  private async tellOnce(
    scope: CompanyScope,
    seen: CustomerNotice,
    written: WrittenNotice,
    isLastAttempt: boolean,
  ): Promise<false> {
    await this.message.post(scope, seen, written);
    const notice = await this.notices.findById(scope, seen._id);
    if (notice?.message.state === 'posted') await this.mail.skip(scope, notice, 'told_in_conversation');
    else if (notice) await this.mail.send(scope, notice, written, isLastAttempt);
    return false;
  }

  /** Forgets a notice that nobody has got, so that the next one does not count on it. */
  private async drop(scope: CompanyScope, notice: CustomerNotice, reason: string): Promise<false> {
    if (isTold(notice)) {
      await this.mail.skip(scope, notice, reason);
      await this.message.skip(scope, notice, reason);
    } else await this.notices.removeUntold(scope, notice);
    return false;
  }
}

function isOpen({ mail, message }: CustomerNotice): boolean {
  return ['waiting', 'sending'].includes(mail.state) || ['waiting', 'posting'].includes(message.state);
}

function isTold({ mail, message }: CustomerNotice): boolean {
  return mail.state === 'sent' || mail.state === 'unknown' || message.state === 'posted';
}
