import { toMinorUnits } from '../../../core/money/index.js';
import { foldText } from '../../../core/text/index.js';
import {
  type CustomerImport,
  type ImportField,
  type NumberedRow,
  readAmount,
  readDuration,
  RowCells,
  type RowReading,
} from '../../customers/customer-imports/index.js';
import { type BookableService, CreateServiceDto, type ServiceKind, UpdateServiceDto } from '../catalog/index.js';

/** Words of categories that are no timed work. */
const KINDS: Readonly<Record<Exclude<ServiceKind, 'timed'>, readonly string[]>> = {
  boarding: ['boarding', 'overnight', 'hotel', 'pet hotel', 'hospedagem', 'pernoite'],
  daycare: ['daycare', 'day care', 'day camp', 'creche'],
};

const COLUMNS: Readonly<Record<string, ImportField>> = {
  name: 'service.name',
  duration_min: 'service.duration',
  price: 'service.price',
  kind: 'service.category',
  description: 'service.description',
};

/** A new service, or the new fields of the service that has this name. */
export type ServiceRow =
  { fields: CreateServiceDto } | { known: BookableService; fields: Omit<UpdateServiceDto, 'name'> };

/** Reads rows by the services and the currency of the company. */
export class ServiceRowReader implements RowReading<ServiceRow> {
  private readonly seen = new Set<string>();
  private readonly known: ReadonlyMap<string, BookableService>;

  constructor(
    private readonly source: CustomerImport,
    services: readonly BookableService[],
    private readonly currency: string,
  ) {
    this.known = new Map(services.toReversed().map((service) => [foldText(service.name), service]));
  }

  async read(cells: readonly string[]): Promise<Omit<NumberedRow<ServiceRow>, 'row'>> {
    const row = new RowCells(this.source, cells);
    const { problems } = row;
    const name = row.text('service.name');
    if (name === undefined)
      row.problem('VALUE_MISSING', 'The name is missing. Fill it in.', row.columnOf('service.name'));
    else if (this.seen.has(foldText(name))) {
      const message = `An earlier row has the service “${name}”. Keep one of the rows.`;
      row.problem('SERVICE_TWICE', message, row.columnOf('service.name'), { value: name });
    } else this.seen.add(foldText(name));
    const fields = this.fields(row);
    const known = this.known.get(foldText(name ?? ''));
    if (known) {
      const changed = await row.checked(UpdateServiceDto, fields, columnOf);
      return changed && problems.length === 0 ? { read: { known, fields: changed }, problems } : { problems };
    }
    if (!row.cell('service.duration')) {
      const message = 'A new service needs a duration. Fill it in, such as 45 min.';
      row.problem('VALUE_MISSING', message, row.columnOf('service.duration'));
    }
    if (problems.length > 0) return { problems };
    const created = await row.checked(CreateServiceDto, { ...fields, name, kind: kindOf(row) }, columnOf);
    return created ? { read: { fields: created }, problems } : { problems };
  }

  private fields(row: RowCells): Record<string, unknown> {
    const duration = { is: 'a duration', write: 'minutes, such as 45, or hours, such as 1:30' };
    const amount = { is: 'a price', write: 'the amount, such as 90.00' };
    const price = row.value(row.cell('service.price'), 'INVALID_PRICE', readAmount, amount);
    return {
      duration_min: row.value(row.cell('service.duration'), 'INVALID_DURATION', readDuration, duration),
      price: price === undefined ? undefined : toMinorUnits(price, this.currency),
      description: row.text('service.description'),
    };
  }
}

const columnOf = (field: string): ImportField => COLUMNS[field] ?? 'service.name';

function kindOf(row: RowCells): ServiceKind {
  const category = foldText(row.text('service.category') ?? '');
  return (['boarding', 'daycare'] as const).find((kind) => KINDS[kind].includes(category)) ?? 'timed';
}
