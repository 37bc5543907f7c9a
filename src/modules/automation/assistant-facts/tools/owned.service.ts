import { Injectable } from '@nestjs/common';
import { type CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { AppointmentsRepository, type StoredBooking } from '../../../booking/reservations/index.js';
import { type Pet, PetsService } from '../../../customers/pets/index.js';
import { idOf } from '../facts/aliases.js';
import type { StoredOffer, ToolContext } from '../facts/facts.types.js';
import { ToolFailure } from './tool-failure.js';

/** Finds what an alias means. Only documents of the conversation's contact are found, whatever the stored aliases say. */
@Injectable()
export class OwnedByCustomer {
  constructor(
    private readonly pets: PetsService,
    private readonly appointments: AppointmentsRepository,
  ) {}

  /** @throws ToolFailure UNKNOWN_ALIAS */
  async pet(scope: CompanyScope, { aliases, contact_id }: ToolContext, alias: string): Promise<Pet> {
    const id = idOf(aliases, 'pets', alias);
    const [pet] = id === undefined ? [] : await this.pets.getMany(scope, [toObjectId(id)]);
    return pet?.contact_id.equals(contact_id) ? pet : unknown(alias);
  }

  /** @throws ToolFailure UNKNOWN_ALIAS */
  async appointment(scope: CompanyScope, { aliases, contact_id }: ToolContext, alias: string): Promise<StoredBooking> {
    const id = idOf(aliases, 'appointments', alias);
    const found = id === undefined ? null : await this.appointments.findById(scope, id);
    return found?.confirmed_at && found.contact_id?.equals(contact_id) ? found : unknown(alias);
  }

  /** The hex id. @throws ToolFailure UNKNOWN_ALIAS */
  serviceId({ aliases }: ToolContext, alias: string): string {
    return idOf(aliases, 'services', alias) ?? unknown(alias);
  }
}

/** @throws ToolFailure OFFER_EXPIRED, also for an offer that a later search has replaced */
export function offerOf({ offers }: ToolContext, alias: string): StoredOffer {
  const offer = offers.find((one) => one.alias === alias);
  if (offer && offer.expires_at > new Date()) return offer;
  throw new ToolFailure('OFFER_EXPIRED', 'The offered time is older than 15 minutes; search again');
}

function unknown(alias: string): never {
  throw new ToolFailure('UNKNOWN_ALIAS', `The conversation has no ${alias}`);
}
