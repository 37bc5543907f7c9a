import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { CustomerImportRowsRepository } from './customer-imports.repository.js';
import { countsOf } from './import-counts.js';
import { FIRST_ROW, ImportFileService } from './import-file.service.js';
import { ImportProgressService } from './import-progress.service.js';
import { type ImportKind, ImportKinds, type NumberedRow } from './import-kind.js';
import { type CustomerImport, NO_COUNTS, type RowPlan } from './schemas/customer-import.schema.js';

/** Checks the rows of a file, and imports them. A repeated import continues where it was. */
@Injectable()
export class ImportStepsService {
  constructor(
    private readonly progress: ImportProgressService,
    private readonly rows: CustomerImportRowsRepository,
    private readonly files: ImportFileService,
    private readonly kinds: ImportKinds,
  ) {}

  /** Plans all rows together, so that a customer in many rows is counted once. Imports nothing. */
  async check(scope: CompanyScope, source: CustomerImport, signal: AbortSignal): Promise<void> {
    await this.rows.remove(scope, source._id);
    const kind = this.kinds.get(source.kind);
    const reader = await kind.reader(scope, source);
    const all: NumberedRow<unknown>[] = [];
    for await (const batch of this.files.batches(source, reader, FIRST_ROW, kind.batchRows)) {
      signal.throwIfAborted();
      all.push(...batch);
      if (!kind.rehearsal) await this.showChecked(scope, source, all.length);
    }
    const plans = await this.rehearse(scope, source, kind, all, signal);
    await this.rows.record(
      scope,
      source._id,
      plans.filter(({ problems }) => problems.length > 0),
    );
    await this.progress.move(scope, source._id, ['checking'], { state: 'checked', counts: countsOf(NO_COUNTS, plans) });
  }

  async import(scope: CompanyScope, source: CustomerImport, signal: AbortSignal): Promise<void> {
    const kind = this.kinds.get(source.kind);
    const reader = await kind.reader(scope, source);
    let { counts } = source;
    for await (const batch of this.files.batches(source, reader, FIRST_ROW + counts.rows, kind.batchRows)) {
      signal.throwIfAborted();
      const first = FIRST_ROW + counts.rows;
      const stored = (): Promise<RowPlan[]> => this.rows.between(scope, source._id, first, first + batch.length);
      // The plan is stored before it is done; a repeated batch follows the stored plan.
      await this.rows.record(scope, source._id, await kind.plan(scope, source, batch));
      await this.rows.settle(scope, source._id, await kind.apply(scope, source, batch, await stored()));
      counts = countsOf(counts, await stored());
      await this.progress.move(scope, source._id, ['importing'], { counts });
    }
    await this.progress.move(scope, source._id, ['importing'], { state: 'done', is_writing: false });
  }

  private async rehearse(
    scope: CompanyScope,
    source: CustomerImport,
    kind: ImportKind<unknown>,
    rows: readonly NumberedRow<unknown>[],
    signal: AbortSignal,
  ): Promise<readonly RowPlan[]> {
    const plans = await kind.plan(scope, source, rows);
    const rehearse = kind.rehearsal?.(scope, source);
    if (!rehearse) return plans;
    const tried: RowPlan[] = [];
    for (let done = 0; done < rows.length; done += kind.batchRows) {
      signal.throwIfAborted();
      const end = done + kind.batchRows;
      tried.push(...(await rehearse(rows.slice(done, end), plans.slice(done, end))));
      await this.showChecked(scope, source, tried.length);
    }
    return tried;
  }

  private async showChecked(scope: CompanyScope, { _id }: CustomerImport, rows: number): Promise<void> {
    await this.progress.move(scope, _id, ['checking'], { counts: { ...NO_COUNTS, rows } });
  }
}
