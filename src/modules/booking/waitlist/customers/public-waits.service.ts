import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import { isDuplicateKey } from '../../../../core/errors/index.js';
import { KeyedLocks } from '../../../../core/locks/index.js';
import { invalidField } from '../../availability/index.js';
import {
  type CodeAddress,
  codeAddressOf,
  ContactChecksService,
  PublicCustomersService,
  PublicLimiter,
  type PublicPage,
  PublicTokenService,
  quotePublicVisit,
  type SentCode,
  type Visitor,
} from '../../online-booking/index.js';
import { tooManyWaits } from '../waitlist.errors.js';
import type { WaitlistEntry } from '../waitlist-entry.schema.js';
import { WaitlistRepository } from '../waitlist.repository.js';
import { WaitlistService } from '../waitlist.service.js';
import type { JoinWaitlistDto } from './dto/public-wait.dto.js';

/** Live entries of a visitor, and of a customer. */
const MAX_WAITS = 3;
/** A family shares a network address. */
const VISITORS_AN_ADDRESS = 2;
const TURN_WAIT_MS = 5_000;
const ID_BYTES = 12;

export type Joined = { readonly verification: SentCode } | { readonly entry: WaitlistEntry };

/** Puts visitors of the public page on the waitlist, after they have proven their mail address. */
@Injectable()
export class PublicWaits {
  constructor(
    private readonly waitlist: WaitlistService,
    private readonly entries: WaitlistRepository,
    private readonly checks: ContactChecksService,
    private readonly customers: PublicCustomersService,
    private readonly limits: PublicLimiter,
    private readonly tokens: PublicTokenService,
    private readonly locks: KeyedLocks,
  ) {}

  /**
   * Sends a code first if the company checks contacts and the visitor has not proven the address lately. Repeatable by its
   * `client_key`. @throws AppError TOO_MANY_WAITS | RATE_LIMITED | TOO_MANY_CODES | VERIFICATION_FAILED and others
   */
  async join(page: PublicPage, visitor: Visitor, asked: JoinWaitlistDto): Promise<Joined> {
    const key = this.tokens.fingerprint('waitlist', `${visitor.key}:${asked.client_key}`);
    const known = await this.entries.requestedBy(page.scope, key);
    if (known) return { entry: known };
    assertPossible(page, asked);
    await this.limits.takeWait(page.scope);
    await this.assertMayWait(page, visitor);
    const address = page.catalog.settings.contact_check ? codeAddressOf(asked.contact) : undefined;
    const verification = address && (await this.prove(page, visitor, key, address, asked.code));
    if (verification) return { verification };
    return this.withTurn(`public-waits:${page.scope.id}:${visitor.address}`, () =>
      this.withTurn(`public-waits:${page.scope.id}:${visitor.key}`, () => this.add(page, visitor, key, asked, address)),
    );
  }

  /** @returns the code that was sent; undefined if the address is proven */
  private async prove(
    page: PublicPage,
    visitor: Visitor,
    key: string,
    address: CodeAddress,
    code: string | undefined,
  ): Promise<SentCode | undefined> {
    const requestId = new Types.ObjectId(Buffer.from(key, 'base64url').subarray(0, ID_BYTES).toString('hex'));
    if (code !== undefined) await this.checks.assertCode(page.scope, requestId, address, { code, visitor });
    else if (!(await this.checks.isProven(page.scope, address, visitor)))
      return this.checks.send(page, requestId, address);
    return undefined;
  }

  private async add(
    page: PublicPage,
    visitor: Visitor,
    key: string,
    asked: JoinWaitlistDto,
    proven: CodeAddress | undefined,
  ): Promise<Joined> {
    const { scope } = page;
    const known = await this.entries.requestedBy(scope, key);
    if (known) return { entry: known };
    await this.assertMayWait(page, visitor);
    const customer = proven ? this.checks.fingerprintOf(proven) : visitor.key;
    return this.locks.withLock(`public-customer:${scope.id}:${customer}`, async () => {
      const { contact, service_id, window, nights, notes } = asked;
      const { _id } = proven
        ? await this.customers.findOrCreate(scope, contact, proven)
        : await this.customers.create(scope, contact);
      if ((await this.entries.countLive(scope, { contact_id: _id })) >= MAX_WAITS) throw tooManyWaits(MAX_WAITS);
      const pets = await this.customers.petsOf(scope, _id, asked.pets);
      const request = {
        ...{ contact_id: _id.toHexString(), pet_ids: pets.map((id) => id.toHexString()) },
        ...{ service_id, windows: [window], notes: notes ?? null },
        ...(asked.staff_id ? { staff_id: asked.staff_id } : {}),
        ...(nights === undefined ? {} : { nights }),
      };
      const origin = { visitor: visitor.key, address: visitor.address, key, welcome: 'waiting' as const };
      try {
        return { entry: await this.waitlist.add(scope, request, origin) };
      } catch (error) {
        const made = isDuplicateKey(error) ? await this.entries.requestedBy(scope, key) : null;
        if (made) return { entry: made };
        throw error;
      }
    });
  }

  private async assertMayWait({ scope }: PublicPage, { key, address }: Visitor): Promise<void> {
    const [ofVisitor, ofAddress] = await Promise.all([
      this.entries.countLive(scope, { 'origin.visitor': key }),
      this.entries.countLive(scope, { 'origin.address': address }),
    ]);
    if (ofVisitor >= MAX_WAITS) throw tooManyWaits(MAX_WAITS);
    if (ofAddress >= MAX_WAITS * VISITORS_AN_ADDRESS) throw tooManyWaits(MAX_WAITS * VISITORS_AN_ADDRESS);
  }

  private withTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    return this.locks.withLock(key, work, TURN_WAIT_MS, 0);
  }
}

/** @throws AppError NOT_FOUND | VALIDATION_ERROR for a visit that the page does not offer */
function assertPossible({ catalog }: PublicPage, { service_id, staff_id, pets, nights }: JoinWaitlistDto): void {
  const visit = { service_id, ...(staff_id && { staff_id }), ...(nights === undefined ? {} : { nights }) };
  const { accepted } = quotePublicVisit(catalog, { ...visit, ...(pets.length > 0 && { pets }) });
  if (!accepted) throw invalidField('pets', 'are not accepted for this service');
}
