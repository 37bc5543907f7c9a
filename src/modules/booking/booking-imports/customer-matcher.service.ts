import { Injectable } from '@nestjs/common';
import { type CompanyScope, distinctIds } from '../../../core/tenancy/index.js';
import { foldText } from '../../../core/text/index.js';
import { type Contact, ContactLookupService } from '../../customers/contacts/index.js';
import { type NumberedRow, type RowPlan, type RowProblem } from '../../customers/customer-imports/index.js';
import { type Pet, PetBulkService } from '../../customers/pets/index.js';
import type { AppointmentRow } from './appointment-row-reader.js';

export type MatchedCustomer = Pick<RowPlan, 'contact_id' | 'pet_id' | 'problems'>;

/** Finds the customer and the pet of each row. */
@Injectable()
export class CustomerMatcherService {
  constructor(
    private readonly lookup: ContactLookupService,
    private readonly pets: PetBulkService,
  ) {}

  /** By row; broken rows are left out. */
  async match(
    scope: CompanyScope,
    rows: readonly NumberedRow<AppointmentRow>[],
  ): Promise<ReadonlyMap<number, MatchedCustomer>> {
    const good = rows.flatMap(({ row, read }) => (read ? [{ row, read }] : []));
    const found = await this.lookup.find(
      scope,
      good.map(({ read }) => read.customer),
    );
    const ids = distinctIds(found.flatMap((contacts) => contacts.map(({ _id }) => _id)));
    const pets = Map.groupBy(await this.pets.ofContacts(scope, ids), ({ contact_id }) => contact_id.toHexString());
    return new Map(good.map(({ row, read }, place) => [row, matched(read, found[place] ?? [], pets)]));
  }
}

function matched(
  { customer, pet: wanted }: AppointmentRow,
  [contact, ...others]: readonly Contact[],
  petsByContact: ReadonlyMap<string, readonly Pet[]>,
): MatchedCustomer {
  const value = customer.phone ?? customer.email ?? customer.full_name ?? customer.id ?? '';
  if (!contact) {
    const message = `There is no customer “${value}”. Import the customers first, or correct the phone number or the e-mail address.`;
    return refused('CUSTOMER_UNKNOWN', message, value);
  }
  if (others.length > 0) {
    const message = `Several customers match “${value}”. Add the phone number or the e-mail address, or merge the customers.`;
    return refused('CUSTOMER_AMBIGUOUS', message, value);
  }
  const pets = petsByContact.get(contact._id.toHexString()) ?? [];
  const named = pets.filter(({ name }) => wanted !== undefined && foldText(name) === foldText(wanted));
  if (wanted !== undefined && named.length === 0)
    return refused('PET_UNKNOWN', `The customer has no pet “${wanted}”. Add the pet, or correct its name.`, wanted);
  // A customer with one pet comes with this pet.
  const pet = named[0] ?? (pets.length === 1 ? pets[0] : undefined);
  return { contact_id: contact._id, pet_id: pet?._id ?? null, problems: [] };
}

function refused(code: string, message: string, value: string): MatchedCustomer {
  const problem: RowProblem = { column: null, code, message, details: { value } };
  return { contact_id: null, pet_id: null, problems: [problem] };
}
