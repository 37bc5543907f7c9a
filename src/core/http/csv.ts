import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { stringify } from 'csv-stringify';

/**
 * Rows as CSV that spreadsheets open: UTF-8 with its mark. Cells that a spreadsheet would calculate get an apostrophe.
 * The rows are read as fast as the client takes them.
 */
export function toCsv(rows: AsyncIterable<readonly string[]>): Readable {
  const csv = stringify({ bom: true, escape_formulas: true, record_delimiter: 'windows' });
  const source = Readable.from(rows, { objectMode: true });
  source.on('error', (error) => csv.destroy(error));
  csv.on('close', () => source.destroy());
  return source.pipe(csv);
}

/** @param name the file name that the browser suggests */
export function csvFile(csv: Readable, name: string): StreamableFile {
  return new StreamableFile(csv, { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="${name}"` });
}
