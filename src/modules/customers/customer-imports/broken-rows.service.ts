import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { toCsv } from '../../../core/http/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { CustomerImportRowsRepository, CustomerImportsRepository } from './customer-imports.repository.js';
import { ImportFileService } from './import-file.service.js';
import type { RowProblem } from './row-cells.js';

const PAGE_SIZE = 100;
const PROBLEM_COLUMN = 'Problem';

/** Writes the broken rows of an import as a file that can be mended and imported. */
@Injectable()
export class BrokenRowsService {
  constructor(
    private readonly imports: CustomerImportsRepository,
    private readonly rows: CustomerImportRowsRepository,
    private readonly files: ImportFileService,
  ) {}

  /** @throws AppError NOT_FOUND */
  async csv(scope: CompanyScope, id: Types.ObjectId): Promise<Readable> {
    const source = await this.imports.getById(scope, id);
    const problems = await this.problems(scope, id);
    const { columns } = source;
    const files = this.files;
    async function* lines(): AsyncGenerator<string[]> {
      yield [...columns, PROBLEM_COLUMN];
      for await (const { row, cells } of files.cells(source)) {
        const found = problems.get(row);
        if (found) yield [...columns.map((_, place) => cells[place] ?? ''), found.map(inWords).join(' ')];
      }
    }
    return toCsv(lines());
  }

  private async problems(scope: CompanyScope, id: Types.ObjectId): Promise<Map<number, RowProblem[]>> {
    const found = new Map<number, RowProblem[]>();
    let cursor: string | null = null;
    do {
      const page = await this.rows.broken(scope, id, { limit: PAGE_SIZE, ...(cursor === null ? {} : { cursor }) });
      for (const { row, problems } of page.items) found.set(row, problems);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return found;
  }
}

const inWords = ({ column, message }: RowProblem): string => (column === null ? message : `${column}: ${message}`);
