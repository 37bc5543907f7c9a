import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { CustomerImportRowsRepository } from './customer-imports.repository.js';
import { FIRST_ROW } from './import-file.service.js';
import { ImportProgressService } from './import-progress.service.js';
import { ImportKinds } from './import-kind.js';
import type { CustomerImport } from './schemas/customer-import.schema.js';

const BATCH_ROWS = 200;

/** Removes what rows have made, except for what somebody has changed or used since. */
@Injectable()
export class ImportUndoService {
  constructor(
    private readonly progress: ImportProgressService,
    private readonly rows: CustomerImportRowsRepository,
    private readonly kinds: ImportKinds,
  ) {}

  async undo(scope: CompanyScope, source: CustomerImport, signal: AbortSignal): Promise<void> {
    const { _id, row_count, counts } = source;
    const passes = this.kinds.get(source.kind).undoPasses;
    let kept = 0;
    for (const [number, pass] of passes.entries()) {
      for (let done = 0; done < row_count; done += BATCH_ROWS) {
        signal.throwIfAborted();
        const first = FIRST_ROW + done;
        const rows = await this.rows.between(scope, _id, first, first + BATCH_ROWS);
        const removed = await pass(scope, source, rows);
        kept += removed.filter((isRemoved) => !isRemoved).length;
        const isLast = number === passes.length - 1;
        const shown = isLast ? Math.min(done + BATCH_ROWS, row_count) : 0;
        await this.progress.move(scope, _id, ['undoing'], { counts: { ...counts, rows: shown, kept } });
      }
    }
    await this.progress.move(scope, _id, ['undoing'], { state: 'undone', is_writing: false });
  }
}
