import { randomInt } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Types } from 'mongoose';
import { Lanes } from '../../../core/lanes/index.js';
import { isSameSecret } from '../../../core/security/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { Company } from '../../companies/index.js';
import { bookingCodeMail, Mailer } from '../../notifications/index.js';
import { ContactChecksRepository } from './contact-checks.repository.js';
import { codeNotSent, tooManyCodes, verificationFailed } from './public.errors.js';
import { PublicLimits } from './public-limits.js';
import { PublicTokens } from './public-tokens.js';
import type { ContactCheck } from './schemas/contact-check.schema.js';

export const CODE_LIFE_MS = 10 * 60_000;
const CODE_DIGITS = 6;
const MAX_TRIES = 5;
const MAX_CODES_A_HOLD = 3;
const MAX_CODES_AN_HOUR = 5;
const TURN_WAIT_MS = 5_000;

/** What a code proves: an address, for a hold. */
type CodeOf = Pick<ContactCheck, 'hold_id' | 'address'>;

/** A code that is on its way. */
export interface SentCode {
  channel: 'email';
  expires_at: Date;
}

/** Proves by a mailed code that somebody reads the mails of an address. Says nothing of who else is known by it. */
@Injectable()
export class ContactChecks {
  private readonly logger = new Logger(ContactChecks.name);

  constructor(
    private readonly checks: ContactChecksRepository,
    private readonly tokens: PublicTokens,
    private readonly mailer: Mailer,
    private readonly lanes: Lanes,
    private readonly limits: PublicLimits,
  ) {}

  /** Mails a new code; older ones of the hold are void. @throws AppError TOO_MANY_CODES | RATE_LIMITED | CODE_NOT_SENT */
  async send(scope: CompanyScope, company: Company, holdId: Types.ObjectId, email: string): Promise<SentCode> {
    const which = { hold_id: holdId, address: this.addressOf(email) };
    const turn = (whose: string): string => `public-codes:${scope.id}:${whose}`;
    const { code, expires_at } = await this.inTurn(turn(which.address), () =>
      this.inTurn(turn(holdId.toHexString()), () => this.create(scope, which)),
    );
    try {
      await this.mailer.send(bookingCodeMail({ email, locale: company.locale }, company.name, code));
    } catch (error) {
      this.logger.warn('could not mail a code', error);
      throw codeNotSent();
    }
    return { channel: 'email', expires_at };
  }

  /**
   * Repeated with the right code it passes again, for the same hold only.
   * @throws AppError VERIFICATION_FAILED whatever the reason
   */
  async assertCode(scope: CompanyScope, holdId: Types.ObjectId, email: string, code: string): Promise<void> {
    const check = await this.checks.takeTry(scope, { hold_id: holdId, address: this.addressOf(email) }, MAX_TRIES);
    if (!check || !isSameSecret(this.hashOf(check._id, code), check.code_hash)) throw verificationFailed();
  }

  /** One code of an address, and of a hold, at a time, so that none slips past a limit beside another. */
  private async create(scope: CompanyScope, which: CodeOf): Promise<{ code: string; expires_at: Date }> {
    const { forHold, toAddress } = await this.checks.countSent(scope, which);
    if (forHold >= MAX_CODES_A_HOLD || toAddress >= MAX_CODES_AN_HOUR) throw tooManyCodes();
    await this.limits.takeCode(scope, which.address);
    const code = randomInt(10 ** CODE_DIGITS)
      .toString()
      .padStart(CODE_DIGITS, '0');
    const _id = new Types.ObjectId();
    const expires_at = new Date(Date.now() + CODE_LIFE_MS);
    await this.checks.add(scope, { ...which, _id, expires_at, code_hash: this.hashOf(_id, code) });
    return { code, expires_at };
  }

  private inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    return this.lanes.run(key, work, TURN_WAIT_MS, 0);
  }

  private addressOf(email: string): string {
    return this.tokens.fingerprint('email', email);
  }

  private hashOf(id: Types.ObjectId, code: string): string {
    return this.tokens.fingerprint('code', `${id.toHexString()}:${code}`);
  }
}
