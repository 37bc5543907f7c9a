import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import { KeyedLocks } from '../../../core/locks/index.js';
import { isSameSecret } from '../../../core/security/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { CodeAddress, CodeChannel } from './code-address.js';
import { CodeSender } from './code-sender.js';
import { ContactChecksRepository } from './contact-checks.repository.js';
import { codeNotSent, tooManyCodes, verificationFailed } from './public.errors.js';
import { PublicLimiter } from './public-limiter.js';
import type { PublicPage } from './public-page-loader.js';
import { PublicTokenService } from './public-token.service.js';
import type { Visitor } from './visitors.js';
import type { ContactCheck } from './schemas/contact-check.schema.js';

export const CODE_LIFE_MS = 10 * 60_000;
const CODE_DIGITS = 6;
const MAX_TRIES = 5;
const MAX_CODES_A_HOLD = 3;
const MAX_CODES_AN_HOUR = 5;
const TURN_WAIT_MS = 5_000;

type CheckedAddress = Pick<ContactCheck, 'hold_id' | 'address'>;

interface NewCode {
  id: Types.ObjectId;
  code: string;
  expires_at: Date;
}

export interface SentCode {
  channel: CodeChannel;
  expires_at: Date;
}

/** Proves by a code that the visitor owns an address. Reveals nothing about known contacts. */
@Injectable()
export class ContactChecksService {
  constructor(
    private readonly checks: ContactChecksRepository,
    private readonly tokens: PublicTokenService,
    private readonly sender: CodeSender,
    private readonly locks: KeyedLocks,
    private readonly limits: PublicLimiter,
  ) {}

  /** Replaces older codes of the hold. @throws AppError VERIFICATION_UNAVAILABLE | TOO_MANY_CODES | RATE_LIMITED | CODE_NOT_SENT */
  async send(page: PublicPage, holdId: Types.ObjectId, address: CodeAddress): Promise<SentCode> {
    const { scope } = page;
    await this.sender.assertCanReach(scope, address);
    const which = { hold_id: holdId, address: this.fingerprintOf(address) };
    const turn = (whose: string): string => `public-codes:${scope.id}:${whose}`;
    const { id, code, expires_at } = await this.withTurn(turn(which.address), () =>
      this.withTurn(turn(holdId.toHexString()), () => this.create(scope, which)),
    );
    const posting = await this.sender.send(page, address, code);
    if (posting === 'refused') await this.checks.deleteById(scope, id);
    if (posting !== 'sent') throw codeNotSent();
    return { channel: address.channel, expires_at };
  }

  /** The right code may be used again for the same hold. @throws AppError VERIFICATION_FAILED for every reason */
  async assertCode(
    scope: CompanyScope,
    holdId: Types.ObjectId,
    address: CodeAddress,
    { code, visitor }: { code: string; visitor: Visitor },
  ): Promise<void> {
    const check = await this.checks.takeTry(
      scope,
      { hold_id: holdId, address: this.fingerprintOf(address) },
      MAX_TRIES,
    );
    if (!check || !isSameSecret(this.hashOf(check._id, code), check.code_hash)) throw verificationFailed();
    await this.checks.markProven(scope, check._id, visitor.key);
  }

  /** Whether the visitor has sent the right code for the address in the last hour. */
  isProven(scope: CompanyScope, address: CodeAddress, visitor: Visitor): Promise<boolean> {
    return this.checks.isProvenBy(scope, this.fingerprintOf(address), visitor.key);
  }

  /** Keyed hash stored instead of the address. */
  fingerprintOf({ channel, key }: CodeAddress): string {
    return this.tokens.fingerprint(channel, key);
  }

  /** Locks the address and the hold, so parallel calls cannot pass a limit. */
  private async create(scope: CompanyScope, which: CheckedAddress): Promise<NewCode> {
    const { forHold, toAddress } = await this.checks.countSent(scope, which);
    if (forHold >= MAX_CODES_A_HOLD || toAddress >= MAX_CODES_AN_HOUR) throw tooManyCodes();
    await this.limits.takeCode(scope, which.address);
    const code = randomInt(10 ** CODE_DIGITS)
      .toString()
      .padStart(CODE_DIGITS, '0');
    const id = new Types.ObjectId();
    const expires_at = new Date(Date.now() + CODE_LIFE_MS);
    await this.checks.add(scope, { ...which, _id: id, expires_at, code_hash: this.hashOf(id, code) });
    return { id, code, expires_at };
  }

  private withTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    return this.locks.withLock(key, work, TURN_WAIT_MS, 0);
  }

  private hashOf(id: Types.ObjectId, code: string): string {
    return this.tokens.fingerprint('code', `${id.toHexString()}:${code}`);
  }
}
