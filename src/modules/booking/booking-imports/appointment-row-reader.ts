import { MAX_PRICE } from '../../../core/http/index.js';
import { toMinorUnits } from '../../../core/money/index.js';
import { foldText } from '../../../core/text/index.js';
import type { DescribedContact } from '../../customers/contacts/index.js';
import {
  type CustomerImport,
  nameOf,
  type NumberedRow,
  readAmount,
  readTime,
  RowCells,
  type RowReading,
} from '../../customers/customer-imports/index.js';
import type { CatalogSnapshot } from '../catalog/index.js';
import { dayNumberOf, instantOf, wallMinuteOf, ZoneTable } from '../engine/index.js';

const MINUTES_A_DAY = 1_440;
const MAX_NOTES = 5_000;
/** A stay ends on the day of departure; the service knows the hour. */
const DEPARTURE = '12:00';

/** A row in the words of the booking. Ids are hex. */
export interface AppointmentRow {
  starts_at: Date;
  ends_at?: Date;
  service_id: string;
  /** Undefined: anybody who can. */
  staff_id?: string;
  customer: DescribedContact;
  pet?: string;
  /** Total in minor units. */
  price?: number;
  notes: string | null;
}

interface Named {
  id: string;
  names: readonly string[];
}

/** Reads rows by the services, the people and the time zone of the company. */
export class AppointmentRowReader implements RowReading<AppointmentRow> {
  private readonly services: readonly Named[];

  constructor(
    private readonly source: CustomerImport,
    private readonly catalog: CatalogSnapshot,
    private readonly people: readonly Named[],
    private readonly now = new Date(),
  ) {
    this.services = catalog.services.map(({ _id, name }) => ({ id: _id.toHexString(), names: [name] }));
  }

  read(cells: readonly string[]): Promise<Omit<NumberedRow<AppointmentRow>, 'row'>> {
    const row = new RowCells(this.source, cells);
    const times = this.times(row);
    const service_id = this.one(row, 'service', this.services);
    const staff_id = row.cell('appointment.person') ? this.one(row, 'person', this.people) : undefined;
    const price = row.value(row.cell('appointment.price'), 'INVALID_PRICE', (text) => this.price(text), {
      is: 'a price',
      write: 'the amount, such as 90.00',
    });
    const customer = this.customer(row);
    const notes = row.text('appointment.notes')?.slice(0, MAX_NOTES) ?? null;
    const { problems } = row;
    if (problems.length > 0 || !times || !service_id) return Promise.resolve({ problems });
    const pet = row.text('pet.name');
    const read: AppointmentRow = {
      ...times,
      service_id,
      customer,
      notes,
      ...(staff_id === undefined ? {} : { staff_id }),
      ...(pet === undefined ? {} : { pet }),
      ...(price === undefined ? {} : { price }),
    };
    return Promise.resolve({ read, problems });
  }

  /** In minor units. Undefined also for a price that no appointment may have. */
  private price(text: string): number | undefined {
    const amount = readAmount(text);
    const price = amount === undefined ? undefined : toMinorUnits(amount, this.catalog.currency);
    return price !== undefined && price <= MAX_PRICE ? price : undefined;
  }

  private times(row: RowCells): Pick<AppointmentRow, 'starts_at' | 'ends_at'> | undefined {
    const cell = row.cell('appointment.date');
    if (!cell) {
      row.problem('VALUE_MISSING', 'The date is missing. Fill it in.', row.columnOf('appointment.date'));
      return undefined;
    }
    const date = row.date(cell);
    // Many programs write the date and the time into one column.
    const time = row.value(row.cell('appointment.time') ?? cell, 'INVALID_TIME', readTime, {
      is: 'a time',
      write: 'it as HH:MM, such as 14:30',
    });
    const end = row.date(row.cell('appointment.end_date'));
    if (date === undefined || time === undefined) return undefined;
    const starts_at = this.instant(date, time);
    if (starts_at > this.now) return { starts_at, ...(end && end > date && { ends_at: this.instant(end, DEPARTURE) }) };
    row.problem('IN_THE_PAST', 'The appointment is in the past. Only future appointments are imported.', cell.column);
    return undefined;
  }

  private instant(date: string, time: string): Date {
    const minute = dayNumberOf(date) * MINUTES_A_DAY + wallMinuteOf(time);
    return instantOf(ZoneTable.of(this.catalog.time_zone).firstAt(minute));
  }

  private one(row: RowCells, what: 'service' | 'person', known: readonly Named[]): string | undefined {
    const field = `appointment.${what}` as const;
    const cell = row.cell(field);
    const column = row.columnOf(field);
    if (!cell) {
      row.problem('VALUE_MISSING', `The ${what} is missing. Fill it in.`, column);
      return undefined;
    }
    const wanted = foldText(cell.text);
    const found = known.filter(({ names }) => names.some((name) => foldText(name) === wanted));
    if (found.length === 1) return found[0]?.id;
    const [code, message] =
      found.length === 0
        ? ['UNKNOWN', `There is no ${what} “${cell.text}”. Write the name as it is in PetBuddy.`]
        : ['AMBIGUOUS', `Several match the ${what} “${cell.text}”. Rename one of them, or book this row by hand.`];
    row.problem(`${what.toUpperCase()}_${code}`, message, column, { value: cell.text });
    return undefined;
  }

  private customer(row: RowCells): DescribedContact {
    const parts = {
      id: row.text('contact.id'),
      phone: row.text('contact.phone'),
      email: row.text('contact.email')?.toLowerCase(),
      full_name: nameOf(row),
    };
    const given = Object.entries(parts).filter(([, value]) => value !== undefined);
    if (given.length === 0) {
      const message = 'The customer is missing. Fill in the phone number, the e-mail address or the name.';
      row.problem('VALUE_MISSING', message);
    }
    return Object.fromEntries(given);
  }
}
