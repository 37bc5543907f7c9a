import { createValidationPipe, AppError, type FieldProblem } from '../../../core/errors/index.js';
import type { ColumnMapping } from './column-mapping.js';
import type { ImportField } from './import-fields.js';
import { type DateOrder, readDate } from './import-values.js';

/** Why a row cannot be imported. */
export interface RowProblem {
  /** The name of the column; null for the whole row. */
  column: string | null;
  /** Upper case; clients translate it. */
  code: string;
  /** A sentence that says what to do. */
  message: string;
  /** The words of the sentence that differ from row to row. */
  details?: Record<string, string>;
}

export interface RowOptions {
  columns: readonly string[];
  mapping: ColumnMapping;
  dates: DateOrder;
}

export interface Cell {
  text: string;
  column: string;
}

/** The cells of one row by their fields, and the problems that were found in them. */
export class RowCells {
  readonly problems: RowProblem[] = [];
  private readonly given = new Map<ImportField, Cell>();

  constructor(
    private readonly options: RowOptions,
    private readonly cells: readonly string[],
  ) {
    options.mapping.forEach((field, place) => {
      const text = textOf(cells[place]);
      if (field && text !== '') this.given.set(field, { text, column: this.columnAt(place) });
    });
  }

  cell(field: ImportField): Cell | undefined {
    return this.given.get(field);
  }

  text(field: ImportField): string | undefined {
    return this.given.get(field)?.text;
  }

  hasAny(prefix: string): boolean {
    return [...this.given.keys()].some((field) => field.startsWith(prefix));
  }

  /** Cells of all columns with this field; only `vaccination.expiry` may have several. */
  all(field: ImportField): Cell[] {
    return this.options.mapping.flatMap((mapped, place) => {
      const text = textOf(this.cells[place]);
      return mapped === field && text !== '' ? [{ text, column: this.columnAt(place) }] : [];
    });
  }

  /** YYYY-MM-DD; a text that is no date is a problem. */
  date(cell: Cell | undefined): string | undefined {
    return this.value(cell, 'INVALID_DATE', (text) => readDate(text, this.options.dates), {
      is: 'a date',
      write: 'it as YYYY-MM-DD, such as 2030-01-31',
    });
  }

  /** What `read` understands of a cell; what it does not understand is a problem. */
  value<T>(
    cell: Cell | undefined,
    code: string,
    read: (text: string) => T | undefined,
    { is, write }: { is: string; write: string },
  ): T | undefined {
    if (!cell) return undefined;
    const value = read(cell.text);
    if (value === undefined)
      this.problem(code, `“${cell.text}” is not ${is}. Write ${write}.`, cell.column, { value: cell.text });
    return value;
  }

  problem(code: string, message: string, column: string | null = null, details?: Record<string, string>): void {
    this.problems.push({ column, code, message, ...(details && { details }) });
  }

  /** The fields as an object of the API; a broken rule of the API is a problem of its column. */
  async checked<T extends object>(
    type: new () => T,
    fields: Record<string, unknown>,
    columnOf: (field: string) => ImportField,
  ): Promise<T | undefined> {
    try {
      return (await PIPE.transform(withoutAbsent(fields), { type: 'body', metatype: type })) as T;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      for (const { field, message } of (error.details ?? []) as unknown as FieldProblem[])
        this.refused(field, this.columnOf(columnOf(field)), message);
      return undefined;
    }
  }

  /** The column of a field, also where its cell is empty. */
  columnOf(field: ImportField): string | null {
    const place = this.options.mapping.findIndex((mapped) => mapped !== null && field.startsWith(mapped));
    return place === -1 ? null : this.columnAt(place);
  }

  private refused(field: string, column: string | null, message: string): void {
    const sentence = `${message.slice(0, 1).toUpperCase()}${message.slice(1)}. Change the value, or clear the cell.`;
    this.problem('INVALID_VALUE', sentence, column, { field });
  }

  private columnAt(place: number): string {
    return this.options.columns[place] ?? '';
  }
}

/** The problem of a row that was refused with a code and a sentence. @throws any other error again */
export function rowProblemOf(error: unknown): RowProblem {
  if (!(error instanceof AppError)) throw error;
  const { rule } = (error.details ?? {}) as { rule?: string };
  return {
    column: null,
    code: error.code,
    message: error.message,
    ...(rule === undefined ? {} : { details: { rule } }),
  };
}

const PIPE = createValidationPipe();

/** Exports put an apostrophe before cells that a spreadsheet would calculate, such as phone numbers. */
const textOf = (cell: string | undefined): string => (cell ?? '').trim().replace(/^'(?=[=+\-@])/, '');

function withoutAbsent(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
