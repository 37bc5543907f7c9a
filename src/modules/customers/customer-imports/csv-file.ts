import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { AppError } from '../../../core/errors/index.js';

/** The largest file of an import. */
export const MAX_CSV_BYTES = 5 * 1_024 * 1_024;
export const MAX_CSV_ROWS = 20_000;
const MAX_COLUMNS = 100;
const MAX_CELL_CHARACTERS = 12_000;
/** The beginning of a file, from which its encoding and delimiter are guessed. */
const SAMPLE_BYTES = 64 * 1_024;
const DELIMITERS = [',', ';', '\t', '|'] as const;

/** How a file is read. */
export interface CsvFormat {
  encoding: 'utf-8' | 'utf-16le' | 'windows-1252';
  delimiter: string;
}

/** Guesses encoding and delimiter from the beginning of a file on disk. */
export async function detectFormat(path: string): Promise<CsvFormat> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    const sample = buffer.subarray(0, bytesRead);
    const encoding = encodingOf(sample);
    return { encoding, delimiter: delimiterOf(new TextDecoder(encoding).decode(sample)) };
  } finally {
    await file.close();
  }
}

export const readFileOnDisk = (path: string): Readable => createReadStream(path);

/**
 * The rows of a file with the names of the columns first. Empty lines are left out.
 * @throws AppError CSV_UNREADABLE | CSV_TOO_LARGE
 */
export async function* readRows(bytes: Readable, { encoding, delimiter }: CsvFormat): AsyncGenerator<string[]> {
  const parser = parse({
    delimiter,
    bom: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    relax_column_count: true,
    trim: true,
    max_record_size: MAX_COLUMNS * MAX_CELL_CHARACTERS,
  });
  const text = decoded(bytes, encoding);
  const fed = (async () => {
    for await (const part of text)
      if (!parser.write(part)) await new Promise((resolve) => parser.once('drain', resolve));
    parser.end();
  })().catch((error: unknown) => parser.destroy(error as Error));
  let rows = 0;
  try {
    for await (const row of parser as AsyncIterable<string[]>) {
      if (row.length > MAX_COLUMNS) throw tooLarge(`more than ${MAX_COLUMNS} columns`);
      // The first row has the names of the columns.
      if (rows++ > MAX_CSV_ROWS) throw tooLarge(`more than ${MAX_CSV_ROWS} rows`);
      yield row;
    }
  } catch (error) {
    throw error instanceof AppError ? error : unreadable(error);
  } finally {
    parser.destroy();
    bytes.destroy();
    void fed;
  }
}

async function* decoded(bytes: Readable, encoding: CsvFormat['encoding']): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes as AsyncIterable<Buffer>) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function encodingOf(sample: Buffer): CsvFormat['encoding'] {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  // A cut character at the end of the sample is no fault.
  const whole = sample.length < SAMPLE_BYTES ? sample : sample.subarray(0, sample.lastIndexOf(0x0a) + 1);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(whole);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The delimiter that occurs most often in the first line, outside of quotes. */
function delimiterOf(text: string): string {
  const [line = ''] = text.replace(/"[^"]*"/g, '').split(/\r?\n/);
  const count = (delimiter: string): number => line.split(delimiter).length;
  return [...DELIMITERS].sort((a, b) => count(b) - count(a))[0] ?? ',';
}

function tooLarge(what: string): AppError {
  const message = `The file has ${what}. Split it into smaller files and import them one after the other.`;
  return new AppError('CSV_TOO_LARGE', 422, message, { max_rows: MAX_CSV_ROWS, max_columns: MAX_COLUMNS });
}

function unreadable(error: unknown): AppError {
  const { lines } = error as { lines?: number };
  const where = lines === undefined ? '' : ` near line ${lines}`;
  const message = `The file cannot be read as CSV${where}. Check the quotation marks there, or save the file as CSV again.`;
  return new AppError('CSV_UNREADABLE', 422, message, lines === undefined ? {} : { line: lines });
}
