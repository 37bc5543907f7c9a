import { Injectable, Logger } from '@nestjs/common';
import { AppError } from '../../../core/errors/index.js';
import { JobHandler, type JobRun, type PayloadOf } from '../../../core/jobs/index.js';
import { KeyedLocks } from '../../../core/locks/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { JOB_TIMEOUT_MS, RunCustomerImport } from './customer-imports.jobs.js';
import { CustomerImportsRepository } from './customer-imports.repository.js';
import { ImportStepsService } from './import-steps.service.js';
import { ImportUndoService } from './import-undo.service.js';
import { ImportProgressService } from './import-progress.service.js';
import type { CustomerImport } from './schemas/customer-import.schema.js';

/** Checks, imports and undoes files. A run that a crash ended continues where it was. */
@Injectable()
export class ImportRunnerService {
  private readonly logger = new Logger(ImportRunnerService.name);

  constructor(
    private readonly imports: CustomerImportsRepository,
    private readonly progress: ImportProgressService,
    private readonly steps: ImportStepsService,
    private readonly undos: ImportUndoService,
    private readonly locks: KeyedLocks,
  ) {}

  /** Does what the state of the import asks for; a repeated job finds another state and does nothing. */
  @JobHandler(RunCustomerImport, { timeoutMs: JOB_TIMEOUT_MS })
  async run({ companyId, importId }: PayloadOf<typeof RunCustomerImport>, run: JobRun): Promise<void> {
    const scope = CompanyScope.of(companyId);
    await this.locks.withLock(`customer-import:${importId}`, async (lease) => {
      const signal = AbortSignal.any([run.signal, lease.signal]);
      const source = await this.imports.findById(scope, toObjectId(importId));
      if (!source) return;
      try {
        if (source.state === 'checking') await this.steps.check(scope, source, signal);
        if (source.state === 'importing') await this.steps.import(scope, source, signal);
        if (source.state === 'undoing') await this.undos.undo(scope, source, signal);
      } catch (error) {
        if (!(error instanceof AppError) && run.attempt < run.maxAttempts) throw error;
        await this.fail(scope, source, error);
      }
    });
  }

  private async fail(scope: CompanyScope, source: CustomerImport, error: unknown): Promise<void> {
    this.logger.error(`import ${source._id.toHexString()} has failed`, error);
    const problem =
      error instanceof AppError
        ? error.message
        : 'PetBuddy could not finish this. Undo the import, or import the file again: nothing is made twice.';
    const change = { state: 'failed', problem, is_writing: false } as const;
    await this.progress.move(scope, source._id, [source.state], change);
  }
}
