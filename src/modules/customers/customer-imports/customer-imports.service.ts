import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { mayUse, type Principal } from '../../../core/auth-guards/index.js';
import { AppError, refuseDuplicate } from '../../../core/errors/index.js';
import type { UploadedFile } from '../../../core/http/index.js';
import { Jobs } from '../../../core/jobs/index.js';
import { newStorageKey, Storage } from '../../../core/storage/index.js';
import { type CompanyScope, type Page, type PageRequest, toObjectId } from '../../../core/tenancy/index.js';
import { CompaniesService } from '../../accounts/companies/index.js';
import { detectFormat, readFileOnDisk, readRows } from './csv-file.js';
import { RunCustomerImport } from './customer-imports.jobs.js';
import { CustomerImportRowsRepository, CustomerImportsRepository } from './customer-imports.repository.js';
import { type ColumnMapping, mappingProblems, suggestMapping } from './column-mapping.js';
import type { ImportKindName, ImportPreset } from './import-fields.js';
import { ImportProgressService } from './import-progress.service.js';
import { ImportKinds } from './import-kind.js';
import type { DateOrder } from './import-values.js';
import {
  type CustomerImport,
  type CustomerImportRow,
  type ImportState,
  NO_COUNTS,
} from './schemas/customer-import.schema.js';

const SAMPLE_ROWS = 3;
/** Longer cells and names of columns are cut where people choose the fields. */
const MAX_SHOWN_CHARACTERS = 200;
/** Countries that write the month first. */
const MONTH_FIRST = ['US', 'PH'];

export interface CheckRequest {
  preset: ImportPreset;
  mapping: ColumnMapping;
  dates: DateOrder;
}

/** Takes files, and starts their check, import and undo. */
@Injectable()
export class CustomerImportsService {
  constructor(
    private readonly imports: CustomerImportsRepository,
    private readonly progress: ImportProgressService,
    private readonly rows: CustomerImportRowsRepository,
    private readonly kinds: ImportKinds,
    private readonly companies: CompaniesService,
    private readonly storage: Storage,
    private readonly jobs: Jobs,
  ) {}

  list(scope: CompanyScope, page: PageRequest): Promise<Page<CustomerImport>> {
    return this.imports.list(scope, page);
  }

  /** @throws AppError NOT_FOUND */
  get(scope: CompanyScope, id: Types.ObjectId): Promise<CustomerImport> {
    return this.imports.getById(scope, id);
  }

  async brokenRows(scope: CompanyScope, id: Types.ObjectId, page: PageRequest): Promise<Page<CustomerImportRow>> {
    await this.imports.getById(scope, id);
    return this.rows.broken(scope, id, page);
  }

  /**
   * Stores the file and suggests the fields of its columns.
   * @throws AppError FORBIDDEN | CSV_UNREADABLE | CSV_TOO_LARGE | CSV_EMPTY
   */
  async upload(
    scope: CompanyScope,
    caller: Principal,
    file: UploadedFile,
    { kind, preset }: Pick<CustomerImport, 'kind' | 'preset'>,
  ): Promise<CustomerImport> {
    this.assertMay(caller, kind);
    const format = await detectFormat(file.path);
    const samples: string[][] = [];
    let columns: string[] | undefined;
    let row_count = 0;
    for await (const cells of readRows(readFileOnDisk(file.path), format)) {
      if (columns === undefined) columns = cells.map(shown);
      else if (++row_count <= SAMPLE_ROWS) samples.push(cells.map(shown));
    }
    if (columns === undefined || row_count === 0)
      throw new AppError('CSV_EMPTY', 422, 'The file has no rows. Its first line must name the columns.');
    const { country } = await this.companies.get(scope);
    const file_key = newStorageKey(scope.id, 'csv');
    await this.storage.put(file_key, { path: file.path }, { mime: 'text/csv' });
    return this.imports.create(scope, {
      user_id: toObjectId(caller.userId),
      kind,
      file_name: file.name ?? 'import.csv',
      file_key,
      format,
      columns,
      samples,
      row_count,
      preset,
      mapping: suggestMapping(columns, kind, preset),
      dates: MONTH_FIRST.includes(country ?? '') ? 'month_first' : 'day_first',
      state: 'uploaded',
      counts: NO_COUNTS,
    });
  }

  /** Reads all rows and counts what an import would do. @throws AppError NOT_FOUND | FORBIDDEN | VALIDATION_ERROR | WRONG_STATE */
  async check(
    scope: CompanyScope,
    caller: Principal,
    id: Types.ObjectId,
    request: CheckRequest,
  ): Promise<CustomerImport> {
    const { columns, kind } = await this.getFor(scope, caller, id);
    const problems = [
      ...(request.mapping.length === columns.length
        ? []
        : [`mapping must have ${columns.length} entries, one a column`]),
      ...mappingProblems(request.mapping, kind),
    ];
    if (problems.length > 0) throw AppError.validation(problems.map((message) => ({ field: 'mapping', message })));
    const change = { ...request, state: 'checking', counts: NO_COUNTS, problem: null } as const;
    return this.begin(scope, id, ['uploaded', 'checked'], change, 'checking');
  }

  /** @throws AppError NOT_FOUND | FORBIDDEN | WRONG_STATE | IMPORT_RUNNING */
  async start(scope: CompanyScope, caller: Principal, id: Types.ObjectId): Promise<CustomerImport> {
    await this.getFor(scope, caller, id);
    return this.write(scope, id, ['checked'], 'importing');
  }

  /** @throws AppError NOT_FOUND | FORBIDDEN | WRONG_STATE | IMPORT_RUNNING */
  async undo(scope: CompanyScope, caller: Principal, id: Types.ObjectId): Promise<CustomerImport> {
    await this.getFor(scope, caller, id);
    return this.write(scope, id, ['done', 'failed'], 'undoing');
  }

  private async getFor(scope: CompanyScope, caller: Principal, id: Types.ObjectId): Promise<CustomerImport> {
    const source = await this.imports.getById(scope, id);
    this.assertMay(caller, source.kind);
    return source;
  }

  private assertMay(caller: Principal, kind: ImportKindName): void {
    const { permission } = this.kinds.get(kind);
    if (!mayUse(caller, permission))
      throw AppError.forbidden(`An import of ${kind} needs the permission ${permission}; ask an owner for it`);
  }

  private write(
    scope: CompanyScope,
    id: Types.ObjectId,
    from: readonly ImportState[],
    state: 'importing' | 'undoing',
  ): Promise<CustomerImport> {
    const counts = state === 'importing' ? { counts: NO_COUNTS } : {};
    const begun = this.begin(scope, id, from, { state, is_writing: true, ...counts }, state);
    return refuseDuplicate(begun, () =>
      AppError.conflict(
        'IMPORT_RUNNING',
        'Another import of your company is running; start this one when it has ended',
      ),
    );
  }

  /**
   * An import that is in the state `repeated` gets its job again, because its process may have died before it had one.
   * The state makes a second job harmless.
   */
  private async begin(
    scope: CompanyScope,
    id: Types.ObjectId,
    from: readonly ImportState[],
    change: Parameters<CustomerImportsRepository['move']>[3],
    repeated?: ImportState,
  ): Promise<CustomerImport> {
    const moved =
      (await this.progress.move(scope, id, from, change)) ??
      (repeated ? await this.progress.move(scope, id, [repeated], {}) : null);
    if (!moved) {
      const { state } = await this.imports.getById(scope, id);
      const message = `The import is ${state}. This step needs one of: ${from.join(', ')}. Load the import again.`;
      throw AppError.conflict('WRONG_STATE', message, { state });
    }
    await this.jobs.enqueue(RunCustomerImport, { companyId: scope.id, importId: id.toHexString() });
    return moved;
  }
}

const shown = (text: string): string => text.slice(0, MAX_SHOWN_CHARACTERS);
