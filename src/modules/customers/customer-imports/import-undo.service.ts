import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { type CompanyScope, distinctIds } from '../../../core/tenancy/index.js';
import { ContactBulkService } from '../contacts/index.js';
import { PetBulkService } from '../pets/index.js';
import { CustomerImportRowsRepository, CustomerImportsRepository } from './customer-imports.repository.js';
import { FIRST_ROW } from './import-file.service.js';
import type { CustomerImport, CustomerImportRow } from './schemas/customer-import.schema.js';

/** Number of documents that are undone at once. */
const PARALLEL = 10;
const BATCH_ROWS = 200;

/** Removes what rows have made, except for what somebody has changed or used since. */
@Injectable()
export class ImportUndoService {
  constructor(
    private readonly imports: CustomerImportsRepository,
    private readonly rows: CustomerImportRowsRepository,
    private readonly contacts: ContactBulkService,
    private readonly pets: PetBulkService,
  ) {}

  /** Undoes all pets before the contacts, because a contact with pets stays. */
  async undo(scope: CompanyScope, { _id, row_count, counts }: CustomerImport, signal: AbortSignal): Promise<void> {
    let kept = 0;
    for (const step of ['pets', 'contacts'] as const) {
      for (let done = 0; done < row_count; done += BATCH_ROWS) {
        signal.throwIfAborted();
        const first = FIRST_ROW + done;
        const rows = await this.rows.between(scope, _id, first, first + BATCH_ROWS);
        const removed = step === 'pets' ? await this.undoPets(scope, _id, rows) : await this.undoContacts(scope, rows);
        kept += removed.filter((isRemoved) => !isRemoved).length;
        const shown = step === 'pets' ? 0 : Math.min(done + BATCH_ROWS, row_count);
        await this.imports.move(scope, _id, ['undoing'], { counts: { ...counts, rows: shown, kept } });
      }
    }
    await this.imports.move(scope, _id, ['undoing'], { state: 'undone', is_writing: false });
  }

  private async undoContacts(scope: CompanyScope, rows: readonly CustomerImportRow[]): Promise<boolean[]> {
    const made = rows.flatMap(({ contact_id, is_new_contact }) => (contact_id && is_new_contact ? [contact_id] : []));
    return inParallel(made, (id) => this.contacts.deleteUntouched(scope, id));
  }

  /** Each pet is undone at the first of its rows. */
  private async undoPets(
    scope: CompanyScope,
    importId: Types.ObjectId,
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
