import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { AppConfig } from '../../../core/config/index.js';
import { AppError, isDuplicateKey } from '../../../core/errors/index.js';
import { CompanyScope, TenantRepository } from '../../../core/tenancy/index.js';
import { BookingSettingsService } from '../catalog/index.js';
import { PublicTokenService } from './public-token.service.js';
import { ManageLink } from './schemas/manage-link.schema.js';

const ID_LENGTH = 24;

export interface IssuedLink {
  manage_url: string;
  manage_token: string;
}

export interface Managed {
  scope: CompanyScope;
  appointmentId: Types.ObjectId;
}

@Injectable()
export class ManageLinksRepository extends TenantRepository<ManageLink> {
  constructor(@InjectModel(ManageLink.name) model: Model<ManageLink>) {
    super(model, 'Link');
  }

  /** The link of the appointment, made on first use. It may be revoked. */
  async ensure(scope: CompanyScope, appointmentId: Types.ObjectId): Promise<ManageLink> {
    const now = new Date();
    const insert = { $setOnInsert: { _id: new Types.ObjectId(), created_at: now, updated_at: now } };
    const of = { appointment_id: appointmentId };
    try {
      return (await this.collection.findOneAndUpdate(scope, of, insert, { upsert: true })) as ManageLink;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return this.ensure(scope, appointmentId);
    }
  }

  /** Replaces a revoked link. */
  async renew(scope: CompanyScope, appointmentId: Types.ObjectId): Promise<ManageLink> {
    const link = await this.ensure(scope, appointmentId);
    if (!link.revoked_at) return link;
    await this.collection.deleteMany(scope, { _id: link._id });
    return this.renew(scope, appointmentId);
  }

  async revoke(scope: CompanyScope, appointmentId: Types.ObjectId): Promise<void> {
    const now = new Date();
    const isLive = { appointment_id: appointmentId, revoked_at: { $exists: false } };
    await this.collection.updateMany(scope, isLive, { $set: { revoked_at: now, updated_at: now } });
  }
}

@Injectable()
export class ManageLinksService {
  constructor(
    private readonly links: ManageLinksRepository,
    private readonly tokens: PublicTokenService,
    private readonly settings: BookingSettingsService,
    private readonly config: AppConfig,
  ) {}

  /** Returns the same link until it is revoked, then a new one. */
  async issue(scope: CompanyScope, appointmentId: Types.ObjectId): Promise<IssuedLink> {
    return this.issued(scope, await this.links.renew(scope, appointmentId));
  }

  /** Null if the link is revoked. */
  async issueUnlessRevoked(scope: CompanyScope, appointmentId: Types.ObjectId): Promise<IssuedLink | null> {
    const link = await this.links.ensure(scope, appointmentId);
    return link.revoked_at ? null : this.issued(scope, link);
  }

  /** The address of the link; null if the company has no public page, because the link opens a part of it. */
  async urlFor(scope: CompanyScope, appointmentId: Types.ObjectId): Promise<string | null> {
    if (!(await this.settings.get(scope)).public_page) return null;
    return (await this.issue(scope, appointmentId)).manage_url;
  }

  urlOf(token: string): string {
    return `${this.config.frontendUrl}/booking/manage/${token}`;
  }

  /** @throws AppError NOT_FOUND if the token is forged or revoked */
  async open(token: string): Promise<Managed> {
    const payload = this.tokens.open('manage', token);
    if (!payload) throw AppError.notFound('Appointment');
    const scope = CompanyScope.of(payload.slice(0, ID_LENGTH));
    const link = await this.links.findById(scope, payload.slice(ID_LENGTH));
    if (!link || link.revoked_at) throw AppError.notFound('Appointment');
    return { scope, appointmentId: link.appointment_id };
  }

  revoke(scope: CompanyScope, appointmentId: Types.ObjectId): Promise<void> {
    return this.links.revoke(scope, appointmentId);
  }

  private issued(scope: CompanyScope, { _id }: ManageLink): IssuedLink {
    const manage_token = this.tokens.sign('manage', `${scope.id}${_id.toHexString()}`);
    return { manage_token, manage_url: this.urlOf(manage_token) };
  }
}
