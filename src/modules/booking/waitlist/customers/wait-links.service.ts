import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppConfig } from '../../../../core/config/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { PublicTokenService } from '../../online-booking/index.js';
import { WaitlistRepository } from '../waitlist.repository.js';
import type { WaitlistEntry } from '../waitlist-entry.schema.js';

const ID_LENGTH = 24;

/** What a link names. */
export interface OpenedWait {
  readonly scope: CompanyScope;
  readonly entryId: Types.ObjectId;
  /** Null once the entry is deleted. */
  readonly entry: WaitlistEntry | null;
  /** The offered hold that the mail with the link was about; null for the link of the entry. */
  readonly holdId: Types.ObjectId | null;
}

/** Signed links to the page of a waitlist entry. */
@Injectable()
export class WaitLinks {
  constructor(
    private readonly tokens: PublicTokenService,
    private readonly entries: WaitlistRepository,
    private readonly config: AppConfig,
  ) {}

  /** @param holdId the offer that the link is about */
  tokenOf({ id }: CompanyScope, entryId: Types.ObjectId, holdId?: Types.ObjectId): string {
    return this.tokens.sign('waitlist', [id, entryId.toHexString(), holdId?.toHexString() ?? ''].join(''));
  }

  urlOf(scope: CompanyScope, entryId: Types.ObjectId, holdId?: Types.ObjectId): string {
    return `${this.config.frontendUrl}/booking/waitlist/${this.tokenOf(scope, entryId, holdId)}`;
  }

  /** @throws AppError NOT_FOUND if the token is forged */
  async open(token: string): Promise<OpenedWait> {
    const payload = this.tokens.open('waitlist', token);
    if (!payload) throw AppError.notFound('Waitlist entry');
    const [company = '', entry = '', hold] = payload.match(new RegExp(`.{${ID_LENGTH}}`, 'g')) ?? [];
    const scope = CompanyScope.of(company);
    const entryId = toObjectId(entry);
    const found = await this.entries.findById(scope, entryId);
    return { scope, entryId, entry: found, holdId: hold ? toObjectId(hold) : null };
  }
}
