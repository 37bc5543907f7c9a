import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Types } from 'mongoose';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import {
  type CustomerImport,
  type CustomerImportRow,
  type ImportKind,
  ImportKinds,
  type MadeDocument,
  type NumberedRow,
  type RowPlan,
  rowPlan,
  rowProblemOf,
  type UndoPass,
} from '../../customers/customer-imports/index.js';
import { type BookableService, ServicesService } from '../catalog/index.js';
import { type ServiceRow, ServiceRowReader } from './service-row-reader.js';

const NEW_REVISION = 0;

type Fields = Readonly<Record<string, unknown>>;

/** Files with services. A service of the same name gets the fields of the row. */
@Injectable()
export class ServicesImportKind implements ImportKind<ServiceRow>, OnModuleInit {
  readonly name = 'services';
  readonly permission = 'booking:manage';
  readonly batchRows = 50;
  readonly undoPasses: readonly UndoPass[] = [this.undo.bind(this)];

  constructor(
    private readonly kinds: ImportKinds,
    private readonly services: ServicesService,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  async reader(scope: CompanyScope, source: CustomerImport): Promise<ServiceRowReader> {
    const [services, currency] = await Promise.all([this.services.all(scope), this.services.currency(scope)]);
    return new ServiceRowReader(source, services, currency);
  }

  plan(_scope: CompanyScope, _source: CustomerImport, rows: readonly NumberedRow<ServiceRow>[]): Promise<RowPlan[]> {
    const plans = rows.map(({ row, read, problems }) =>
      rowPlan({ row, problems, made: read && problems.length === 0 ? madeBy(read) : null }),
    );
    return Promise.resolve(plans);
  }

  async apply(
    scope: CompanyScope,
    _source: CustomerImport,
    rows: readonly NumberedRow<ServiceRow>[],
    plans: readonly RowPlan[],
  ): Promise<RowPlan[]> {
    const done: RowPlan[] = [];
    for (const plan of plans) {
      const read = rows.find(({ row }) => row === plan.row)?.read;
      const { made } = plan;
      if (!read || !made?.id || made.version !== null || made.outcome === 'services_matched') continue;
      try {
        const version = await this.write(scope, made.id, made.outcome, read);
        done.push({ ...plan, made: { ...made, version } });
      } catch (error) {
        done.push({ ...plan, problems: [rowProblemOf(error)], made: null });
      }
    }
    return done;
  }

  /** A repeated call finds what an interrupted run has written. @returns the version after the import */
  private async write(
    scope: CompanyScope,
    id: Types.ObjectId,
    outcome: MadeDocument['outcome'],
    read: ServiceRow,
  ): Promise<number> {
    const current = await this.services.find(scope, id);
    if (outcome === 'services_updated') {
      const isDone = current && hasFields(current, read.fields);
      return (isDone ? current : await this.services.update(scope, id, read.fields, current?.revision)).revision;
    }
    if (current) return NEW_REVISION;
    if (!('name' in read.fields)) throw nameTaken();
    return (await this.services.create(scope, read.fields, id)).revision;
  }

  private async undo(
    scope: CompanyScope,
    _source: CustomerImport,
    rows: readonly CustomerImportRow[],
  ): Promise<boolean[]> {
    const undone: boolean[] = [];
    for (const { made } of rows) {
      if (!made?.id || made.version === null) continue;
      const current = await this.services.find(scope, made.id);
      undone.push(!current || (await this.undoOne(scope, current, made)));
    }
    return undone;
  }

  private async undoOne(
    scope: CompanyScope,
    current: BookableService,
    { version, before, outcome }: MadeDocument,
  ): Promise<boolean> {
    if (before && hasFields(current, before)) return true;
    if (current.revision !== version) return false;
    try {
      if (outcome === 'services_created') await this.services.remove(scope, current._id);
      else await this.services.update(scope, current._id, before ?? {}, version);
      return true;
    } catch (error) {
      if (error instanceof AppError) return false;
      throw error;
    }
  }
}

const nameTaken = (): AppError =>
  AppError.conflict('SERVICE_TWICE', 'Somebody has made a service of this name meanwhile. Import the file again.');

function madeBy(read: ServiceRow): MadeDocument {
  if (!('known' in read)) return { outcome: 'services_created', id: new Types.ObjectId(), version: null };
  const { known, fields } = read;
  if (hasFields(known, fields)) return { outcome: 'services_matched', id: known._id, version: null };
  const { duration_min, price, description } = known;
  const before = Object.fromEntries(
    Object.entries({ duration_min, price, description }).filter(([name]) => (fields as Fields)[name] !== undefined),
  );
  return { outcome: 'services_updated', id: known._id, version: null, before };
}

const hasFields = (service: BookableService, fields: object): boolean =>
  Object.entries(fields).every(
    ([name, value]) => value === undefined || (service as unknown as Fields)[name] === value,
  );
