import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../../core/errors/index.js';
import { type CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { PetsService } from '../../../customers/pets/index.js';
import type { PetRequest } from '../../engine/index.js';
import { type QuotedVisit, quoteVisit, type VisitQuote } from '../rules/visit-quote.js';
import { ServicesService } from '../services/services.service.js';
import { BookingCatalog } from '../snapshot/booking-catalog.js';
import type { CatalogSnapshot } from '../snapshot/catalog-snapshot.js';
import { StaffDirectory } from '../../calendar/index.js';
import { QuoteQueryDto } from './dto/quote.dto.js';

@Injectable()
export class QuotesService {
  constructor(
    private readonly catalog: BookingCatalog,
    private readonly services: ServicesService,
    private readonly pets: PetsService,
    private readonly staff: StaffDirectory,
  ) {}

  /** @throws AppError NOT_FOUND | VALIDATION_ERROR for a visit that the service does not offer */
  async quote(scope: CompanyScope, id: Types.ObjectId, query: QuoteQueryDto): Promise<VisitQuote> {
    const { pet_ids = [], staff_id, add_ons = [], nights } = query;
    const service = await this.services.get(scope, id);
    if (pet_ids.length > service.pets.max) refuse('pet_ids', `may be ${service.pets.max} at most`);
    if (add_ons.some((key) => !service.add_ons.some((known) => known.key === key)))
      refuse('add_ons', 'must be keys of add-ons of the service');
    if (staff_id) await this.staff.assertAll(scope, [staff_id]);
    const pets = (await this.petsOf(scope, pet_ids)).map((pet) => ({ ...pet, add_on_ids: add_ons }));
    const visit = { service, pets, ...(staff_id ? { staffId: staff_id } : {}), ...(nights ? { nights } : {}) };
    return quoted(await this.catalog.loadCatalog(scope), visit);
  }

  private async petsOf(scope: CompanyScope, ids: readonly string[]): Promise<PetRequest[]> {
    if (ids.length === 0) return [{}];
    const wanted = ids.map((id) => toObjectId(id, 'pet_ids'));
    const found = new Map((await this.pets.getMany(scope, wanted)).map((pet) => [pet._id.toHexString(), pet]));
    return ids.map((id) => {
      const pet = found.get(id);
      if (!pet) throw AppError.notFound('Pet');
      const { species, breed, coat, weight_kg } = pet;
      return { id, species, breed, coat, weight_kg };
    });
  }
}

/** Limits of the engine, such as 24 hours for a visit, depend on all pets and add-ons together. */
function quoted(catalog: CatalogSnapshot, visit: QuotedVisit & { staffId?: string }): VisitQuote {
  try {
    return quoteVisit(catalog, visit, new Date());
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refuse('pet_ids', `can't be: ${error.message}`);
  }
}

function refuse(field: string, message: string): never {
  throw AppError.validation([{ field, message: `${field} ${message}` }]);
}
