import { Injectable } from '@nestjs/common';
import { DurableLimiter, type LimitRule } from '../../../core/limits/index.js';
import { KeyedHasher } from '../../../core/security/index.js';

/** Mails that somebody asked for to one mailbox, whoever they were and whatever for. */
const MAILS: LimitRule = { max: 5, windowMs: 3_600_000 };

/** Keeps strangers from filling a mailbox. Mailboxes are counted by a keyed hash, whether they have an account or not. */
@Injectable()
export class MailboxLimiter {
  constructor(
    private readonly limits: DurableLimiter,
    private readonly hashes: KeyedHasher,
  ) {}

  /** Counts a mail. @returns undefined where it may be sent, else from when on the next one may */
  take(email: string): Promise<Date | undefined> {
    const mailbox = this.hashes.digest('mailbox', email.toLowerCase()).toString('base64url');
    return this.limits.take(`mails:${mailbox}`, MAILS);
  }
}
