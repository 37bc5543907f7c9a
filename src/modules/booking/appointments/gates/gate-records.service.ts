import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Types } from 'mongoose';
import { EventBus } from '../../../../core/events/index.js';
import { CompanyScope, type Page, type PageRequest, toObjectId } from '../../../../core/tenancy/index.js';
import { ContactsService } from '../../../customers/contacts/index.js';
import { KnownClearances, PetsService } from '../../../customers/pets/index.js';
import { CreateAgreementDto, CreatePetClearanceDto } from './dto/gate-records.dto.js';
import { AgreementsRepository, gateKey, PetClearancesRepository } from './gate-records.repository.js';
import type { Agreement, PetClearance } from './gate-records.schema.js';
import { PendingReviewService } from './pending-review.service.js';

@Injectable()
export class GateRecordsService implements OnModuleInit {
  constructor(
    private readonly agreements: AgreementsRepository,
    private readonly clearances: PetClearancesRepository,
    private readonly contacts: ContactsService,
    private readonly pets: PetsService,
    private readonly review: PendingReviewService,
    private readonly bus: EventBus,
    private readonly knownClearances: KnownClearances,
  ) {}

  /** A new vaccination may settle a pending appointment. */
  onModuleInit(): void {
    this.knownClearances.provide((scope, petIds) => this.clearances.ofPets(scope, petIds));
    this.bus.on('pets.changed', ({ companyId, contactId }) =>
      this.review.reconsider(CompanyScope.of(companyId), toObjectId(contactId)),
    );
  }

  agreementsOf(scope: CompanyScope, contactId: Types.ObjectId, page: PageRequest): Promise<Page<Agreement>> {
    return this.agreements.listOf(scope, contactId, page);
  }

  /** Idempotent by `_id`. @throws AppError NOT_FOUND | CONTACT_MERGED */
  async sign(
    scope: CompanyScope,
    { contact_id, name, signed_at }: CreateAgreementDto,
    _id = new Types.ObjectId(),
  ): Promise<Agreement> {
    const contact = await this.contacts.getCurrent(scope, toObjectId(contact_id, 'contact_id'));
    const signed = await this.agreements.record(scope, {
      _id,
      contact_id: contact._id,
      name,
      key: gateKey(name),
      signed_at: signed_at === undefined ? new Date() : new Date(signed_at),
    });
    await this.review.reconsider(scope, contact._id);
    return signed;
  }

  async withdraw(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    await this.agreements.deleteById(scope, id);
  }

  clearancesOf(scope: CompanyScope, petId: Types.ObjectId, page: PageRequest): Promise<Page<PetClearance>> {
    return this.clearances.listOf(scope, petId, page);
  }

  /** Idempotent by `_id`. @throws AppError NOT_FOUND */
  async clear(
    scope: CompanyScope,
    { pet_id, name, valid_until = null, notes = null }: CreatePetClearanceDto,
    _id = new Types.ObjectId(),
  ): Promise<PetClearance> {
    const pet = await this.pets.get(scope, toObjectId(pet_id, 'pet_id'));
    const record = { _id, pet_id: pet._id, name, key: gateKey(name), valid_until, notes };
    const cleared = await this.clearances.record(scope, record);
    this.announce(scope, cleared, false);
    await this.review.reconsider(scope, pet.contact_id);
    return cleared;
  }

  async revoke(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    this.announce(scope, await this.clearances.deleteById(scope, id), true);
  }

  private announce(scope: CompanyScope, { _id, pet_id }: PetClearance, deleted: boolean): void {
    const ids = { clearanceId: _id.toHexString(), petId: pet_id.toHexString() };
    this.bus.emit('clearances.changed', { companyId: scope.id, ...ids, deleted });
  }
}
