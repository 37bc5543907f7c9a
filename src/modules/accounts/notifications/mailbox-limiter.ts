import { Injectable } from '@nestjs/common';
import { DurableLimiter, type LimitRule } from '../../../core/limits/index.js';
import { KeyedHasher } from '../../../core/security/index.js';

/** To one mailbox, of all kinds together. */
const MAILS: LimitRule = { max: 5, windowMs: 3_600_000 };

/** Keeps strangers from filling a mailbox. It counts by a keyed hash, with or without an account. */
@Injectable()
export class MailboxLimiter {
  constructor(
    private readonly limits: DurableLimiter,
    private readonly hashes: KeyedHasher,
  ) {}

  /** Counts a mail. @returns undefined if it may be sent, else the time from which the next one may */
  take(email: string): Promise<Date | undefined> {
    const mailbox = this.hashes.digest('mailbox', email.toLowerCase()).toString('base64url');
    return this.limits.take(`mails:${mailbox}`, MAILS);
  }
}
