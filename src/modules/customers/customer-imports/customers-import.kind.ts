import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Types } from 'mongoose';
import { type CompanyScope, distinctIds } from '../../../core/tenancy/index.js';
import { ContactBulkService } from '../contacts/index.js';
import { PetBulkService } from '../pets/index.js';
import { CustomerImportRowsRepository } from './customer-imports.repository.js';
import { type ImportKind, ImportKinds, type NumberedRow, type UndoPass } from './import-kind.js';
import { RowApplierService } from './row-applier.service.js';
import { RowPlannerService } from './row-planner.service.js';
import { type ReadRow, RowReader } from './row-reader.js';
import type { CustomerImport, CustomerImportRow, RowPlan } from './schemas/customer-import.schema.js';

/** Number of documents that are undone at once. */
const PARALLEL = 10;

/** Files with contacts, pets and vaccinations. */
@Injectable()
export class CustomersImportKind implements ImportKind<ReadRow>, OnModuleInit {
  readonly name = 'customers';
  readonly permission = 'contacts:import';
  readonly batchRows = 200;
  /** All pets come before the contacts, because a contact with pets stays. */
  readonly undoPasses: readonly UndoPass[] = [this.undoPets.bind(this), this.undoContacts.bind(this)];

  constructor(
    private readonly kinds: ImportKinds,
    private readonly planner: RowPlannerService,
    private readonly applier: RowApplierService,
    private readonly rows: CustomerImportRowsRepository,
    private readonly contacts: ContactBulkService,
    private readonly pets: PetBulkService,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  reader(_scope: CompanyScope, source: CustomerImport): Promise<RowReader> {
    return Promise.resolve(new RowReader(source));
  }

  async plan(scope: CompanyScope, source: CustomerImport, rows: readonly NumberedRow<ReadRow>[]): Promise<RowPlan[]> {
    return this.planner.plan(scope, source, rows, await this.contacts.factory(scope));
  }

  async apply(
    scope: CompanyScope,
    _source: CustomerImport,
    rows: readonly NumberedRow<ReadRow>[],
    plans: readonly RowPlan[],
  ): Promise<RowPlan[]> {
    await this.applier.apply(scope, rows, plans, await this.contacts.factory(scope));
    return [];
  }

  private undoContacts(
    scope: CompanyScope,
    _source: CustomerImport,
    rows: readonly CustomerImportRow[],
  ): Promise<boolean[]> {
    const made = rows.flatMap(({ contact_id, is_new_contact }) => (contact_id && is_new_contact ? [contact_id] : []));
    return inParallel(made, (id) => this.contacts.deleteUntouched(scope, id));
  }

  /** Each pet is undone at the first of its rows. */
  private async undoPets(
    scope: CompanyScope,
    { _id: importId }: CustomerImport,
    rows: readonly CustomerImportRow[],
  ): Promise<boolean[]> {
    const ids = distinctIds(rows.flatMap(({ pet_id }) => pet_id ?? []));
    const byPet = Map.groupBy(await this.rows.ofPets(scope, importId, ids), ({ pet_id }) => pet_id?.toHexString());
    const begin = new Set(rows.map(({ row }) => row));
    const rowsOf = (id: Types.ObjectId): CustomerImportRow[] => byPet.get(id.toHexString()) ?? [];
    const begun = ids.filter((id) => begin.has(Math.min(...rowsOf(id).map(({ row }) => row))));
    return inParallel(begun, (id) => this.undoPet(scope, id, rowsOf(id)));
  }

  private undoPet(scope: CompanyScope, id: Types.ObjectId, rows: readonly CustomerImportRow[]): Promise<boolean> {
    const version = Math.max(...rows.map(({ pet_version }) => pet_version ?? 0));
    if (rows.some(({ is_new_pet }) => is_new_pet)) return this.pets.deleteUntouched(scope, id, version);
    const vaccinations = rows.flatMap((row) => row.vaccinations);
    if (vaccinations.length === 0) return Promise.resolve(true);
    return this.pets.removeVaccinations(scope, id, vaccinations, version);
  }
}

async function inParallel(
  ids: readonly Types.ObjectId[],
  undo: (id: Types.ObjectId) => Promise<boolean>,
): Promise<boolean[]> {
  const results: boolean[] = [];
  for (let place = 0; place < ids.length; place += PARALLEL)
    results.push(...(await Promise.all(ids.slice(place, place + PARALLEL).map(undo))));
  return results;
}
