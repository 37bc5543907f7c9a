import { Injectable } from '@nestjs/common';
import type { Permission } from '../../../core/auth-guards/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { ImportKindName } from './import-fields.js';
import type { RowProblem } from './row-cells.js';
import type { CustomerImport, CustomerImportRow, RowPlan } from './schemas/customer-import.schema.js';

/** A row of the file after it was read. */
export interface NumberedRow<Read> {
  row: number;
  /** Undefined for a broken row. */
  read?: Read;
  problems: RowProblem[];
}

export interface RowReading<Read> {
  read(cells: readonly string[]): Promise<Omit<NumberedRow<Read>, 'row'>>;
}

/** Tries planned rows without a change, and returns them with what an import would refuse. Called batch by batch. */
export type Rehearsal<Read> = (
  rows: readonly NumberedRow<Read>[],
  plans: readonly RowPlan[],
) => Promise<readonly RowPlan[]>;

/** How the rows of one kind of file are read, imported and undone. `Read` is a row in the words of the kind. */
export interface ImportKind<Read> {
  readonly name: ImportKindName;
  /** Needed beside `contacts:import`. */
  readonly permission: Permission;
  /** Rows that are imported at once; progress is shown after each batch. */
  readonly batchRows: number;
  reader(scope: CompanyScope, source: CustomerImport): Promise<RowReading<Read>>;
  /** Decides what happens with rows. Changes nothing; the plan is stored before it is done. */
  plan(scope: CompanyScope, source: CustomerImport, rows: readonly NumberedRow<Read>[]): Promise<RowPlan[]>;
  /** For kinds whose rows may be refused although their plan is good. */
  rehearsal?(scope: CompanyScope, source: CustomerImport): Rehearsal<Read>;
  /**
   * Does what the stored plans say. A repeated call makes nothing twice.
   * @returns the rows whose plan changed
   */
  apply(
    scope: CompanyScope,
    source: CustomerImport,
    rows: readonly NumberedRow<Read>[],
    plans: readonly RowPlan[],
  ): Promise<readonly RowPlan[]>;
  /** Each pass goes over all rows and answers for each document whether it is undone; false: somebody has used it. */
  readonly undoPasses: readonly UndoPass[];
}

export type UndoPass = (
  scope: CompanyScope,
  source: CustomerImport,
  rows: readonly CustomerImportRow[],
) => Promise<boolean[]>;

/** Modules register the kinds of files that they import in `onModuleInit`. */
@Injectable()
export class ImportKinds {
  private readonly kinds = new Map<ImportKindName, ImportKind<unknown>>();

  register<Read>(kind: ImportKind<Read>): void {
    this.kinds.set(kind.name, kind as ImportKind<unknown>);
  }

  /** @throws Error for a kind that no module has registered */
  get(name: ImportKindName): ImportKind<unknown> {
    const kind = this.kinds.get(name);
    if (!kind) throw new Error(`No module imports ${name}`);
    return kind;
  }
}
