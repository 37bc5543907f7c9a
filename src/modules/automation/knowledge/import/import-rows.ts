import { createReadStream } from 'node:fs';
import { AppError } from '../../../../core/errors/index.js';
import type { UploadedFile } from '../../../../core/http/index.js';
import { detectFormat, readRows } from '../../../customers/customer-imports/index.js';
import { cleanText } from '../ingestion/index.js';
import { type ImportColumn, columnsOf } from './csv-articles.js';
import { articlesOfText } from './text-articles.js';

/** A row of a file before it is checked. Absent: the file says nothing. */
export interface ImportRow {
  /** The line of a text, or the row of a spreadsheet, from 1. */
  readonly row: number;
  readonly title: string;
  readonly content: string;
  readonly kind?: string;
  readonly language?: string;
  readonly synonyms?: readonly string[];
}

export const IMPORT_FORMATS = ['csv', 'text'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

const LISTED = /[;,|]/;

/** @throws AppError CSV_UNREADABLE | CSV_TOO_LARGE | COLUMNS_MISSING */
export async function rowsOfFile({ path }: UploadedFile, format: ImportFormat): Promise<ImportRow[]> {
  const { encoding, delimiter } = await detectFormat(path);
  if (format === 'text') {
    const decoder = new TextDecoder(encoding);
    let text = '';
    for await (const part of createReadStream(path)) text += decoder.decode(part as Buffer, { stream: true });
    return articlesOfText(cleanText(text + decoder.decode()).text);
  }
  const rows: ImportRow[] = [];
  let columns: ReturnType<typeof columnsOf> | undefined;
  let row = 0;
  for await (const cells of readRows(createReadStream(path), { encoding, delimiter })) {
    row++;
    if (columns) rows.push(rowOf(columns, cells, row));
    else columns = checked(columnsOf(cells));
  }
  return rows;
}

function checked(columns: ReturnType<typeof columnsOf>): ReturnType<typeof columnsOf> {
  if (columns.places.has('title') && columns.places.has('content')) return columns;
  const message = 'The first row must name a column “question” or “title” and a column “answer” or “content”';
  throw new AppError('COLUMNS_MISSING', 422, message);
}

function rowOf(
  { places, areQuestions }: ReturnType<typeof columnsOf>,
  cells: readonly string[],
  row: number,
): ImportRow {
  const cell = (column: ImportColumn): string | undefined => cells[places.get(column) ?? -1]?.trim() || undefined;
  const kind = cell('kind')?.toLowerCase() ?? (areQuestions ? 'faq' : undefined);
  const language = cell('language');
  const synonyms = cell('synonyms')
    ?.split(LISTED)
    .map((word) => word.trim())
    .filter(Boolean);
  return {
    row,
    title: cell('title') ?? '',
    content: cell('content') ?? '',
    ...(kind === undefined ? {} : { kind }),
    ...(language === undefined ? {} : { language }),
    ...(synonyms === undefined ? {} : { synonyms }),
  };
}
