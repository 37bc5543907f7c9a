import { Injectable } from '@nestjs/common';
import { DurableLimits, type LimitRule } from '../../../core/limits/index.js';
import { KeyedHash } from '../../../core/security/index.js';

/** Mails that somebody asked for to one mailbox, whoever they were and whatever for. */
const MAILS: LimitRule = { max: 5, windowMs: 3_600_000 };

/** Keeps strangers from filling a mailbox. Mailboxes are counted by a keyed hash, whether they have an account or not. */
@Injectable()
export class MailboxLimit {
  constructor(
    private readonly limits: DurableLimits,
    private readonly hashes: KeyedHash,
  ) {}

  /** Counts a mail. @returns undefined where it may be sent, else from when on the next one may */
  take(email: string): Promise<Date | undefined> {
    const mailbox = this.hashes.digest('mailbox', email.toLowerCase()).toString('base64url');
    return this.limits.take(`mails:${mailbox}`, MAILS);
  }
}
