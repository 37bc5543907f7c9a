import { Injectable } from '@nestjs/common';
import { AppError } from '../../../core/errors/index.js';
import { Storage } from '../../../core/storage/index.js';
import { readRows } from './csv-file.js';
import type { NumberedRow, RowReading } from './import-kind.js';
import type { CustomerImport } from './schemas/customer-import.schema.js';

/** The row of the names of the columns is 1, as in a spreadsheet. */
export const FIRST_ROW = 2;

/** Reads the stored file of an import. */
@Injectable()
export class ImportFileService {
  constructor(private readonly storage: Storage) {}

  /**
   * The cells of the rows with their numbers, from a row on.
   * @throws AppError NOT_FOUND | CSV_UNREADABLE
   */
  async *cells(
    { file_key, format }: CustomerImport,
    from = FIRST_ROW,
  ): AsyncGenerator<{ row: number; cells: string[] }> {
    const file = await this.storage.open(file_key);
    if (!file) throw AppError.notFound('File of the import');
    let row = 0;
    for await (const cells of readRows(file.stream, format)) if (++row >= from) yield { row, cells };
  }

  /** The rows as a reader understands them, in batches. */
  async *batches<Read>(
    source: CustomerImport,
    reader: RowReading<Read>,
    from: number,
    size: number,
  ): AsyncGenerator<NumberedRow<Read>[]> {
    let batch: NumberedRow<Read>[] = [];
    for await (const { row, cells } of this.cells(source, from)) {
      batch.push({ row, ...(await reader.read(cells)) });
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }
}
