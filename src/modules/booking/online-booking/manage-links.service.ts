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

  async remove(scope: CompanyScope, appointmentId: Types.ObjectId): Promise<void> {
    await this.collection.deleteMany(scope, { appointment_id: appointmentId });
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

  /** Returns the same link until it is revoked. */
  async issue(scope: CompanyScope, appointmentId: Types.ObjectId): Promise<IssuedLink> {
    const { _id } = await this.links.ensure(scope, appointmentId);
    const manage_token = this.tokens.sign('manage', `${scope.id}${_id.toHexString()}`);
    return { manage_token, manage_url: this.urlOf(manage_token) };
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
    if (!link) throw AppError.notFound('Appointment');
    return { scope, appointmentId: link.appointment_id };
  }

  revoke(scope: CompanyScope, appointmentId: Types.ObjectId): Promise<void> {
    return this.links.remove(scope, appointmentId);
  }
}
