import { Injectable, type OnModuleInit } from '@nestjs/common';
import { crashPoint } from '../../../core/crash-points/index.js';
import { AppError } from '../../../core/errors/index.js';
import { type CompanyScope, distinctIds } from '../../../core/tenancy/index.js';
import {
  type CustomerImport,
  type CustomerImportRow,
  type ImportKind,
  ImportKinds,
  type NumberedRow,
  type Rehearsal,
  type RowPlan,
  rowPlan,
  rowProblemOf,
  type UndoPass,
} from '../../customers/customer-imports/index.js';
import { type BookingActor, BookingService } from '../appointments/index.js';
import { StaffDirectory } from '../calendar/index.js';
import { BookingCatalog } from '../catalog/index.js';
import { AppointmentsRepository, isDead, type StoredBooking } from '../reservations/index.js';
import { AppointmentRehearsalService } from './appointment-rehearsal.service.js';
import { AppointmentRowReader, type AppointmentRow } from './appointment-row-reader.js';
import { CustomerMatcherService } from './customer-matcher.service.js';
import { KnownAppointments } from './known-appointments.js';
import { visitOf } from './visit-of-row.js';

const UNDONE = 'The import was undone';

/** Files with future appointments. Rows are booked like any other appointment, without notices to customers. */
@Injectable()
export class AppointmentsImportKind implements ImportKind<AppointmentRow>, OnModuleInit {
  readonly name = 'appointments';
  readonly permission = 'booking:manage';
  readonly batchRows = 25;
  readonly undoPasses: readonly UndoPass[] = [this.cancel.bind(this)];

  constructor(
    private readonly kinds: ImportKinds,
    private readonly catalog: BookingCatalog,
    private readonly staff: StaffDirectory,
    private readonly matcher: CustomerMatcherService,
    private readonly rehearsals: AppointmentRehearsalService,
    private readonly booking: BookingService,
    private readonly appointments: AppointmentsRepository,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  async reader(scope: CompanyScope, source: CustomerImport): Promise<AppointmentRowReader> {
    const [catalog, people] = await Promise.all([this.catalog.loadCatalog(scope), this.staff.people(scope)]);
    const known = people.map(({ _id, full_name, email }) => ({ id: _id.toHexString(), names: [full_name, email] }));
    return new AppointmentRowReader(source, catalog, known);
  }

  async plan(
    scope: CompanyScope,
    _source: CustomerImport,
    rows: readonly NumberedRow<AppointmentRow>[],
  ): Promise<RowPlan[]> {
    const customers = await this.matcher.match(scope, rows);
    return rows.map(({ row, problems }) => rowPlan({ row, problems, ...customers.get(row) }));
  }

  rehearsal(scope: CompanyScope): Rehearsal<AppointmentRow> {
    const rehearsal = this.rehearsals.begin(scope);
    return async (rows, plans) => {
      rehearsal.known.add(...(await this.bookedOf(scope, plans)));
      const tried: RowPlan[] = [];
      for (const plan of plans) tried.push({ ...plan, ...(await rehearsal.try(readOf(rows, plan), plan)) });
      return tried;
    };
  }

  async apply(
    scope: CompanyScope,
    source: CustomerImport,
    rows: readonly NumberedRow<AppointmentRow>[],
    plans: readonly RowPlan[],
  ): Promise<RowPlan[]> {
    const known = new KnownAppointments();
    known.add(...(await this.bookedOf(scope, plans)));
    const done: RowPlan[] = [];
    for (const plan of plans) {
      const read = readOf(rows, plan);
      if (!read || !plan.contact_id || plan.problems.length > 0 || plan.made) continue;
      done.push({ ...plan, ...(await this.book(scope, source, read, plan, known)) });
      crashPoint('imports.booked');
    }
    return done;
  }

  /** The key of the row finds what an interrupted run has booked; it comes before the search for an equal appointment. */
  private async book(
    scope: CompanyScope,
    source: CustomerImport,
    read: AppointmentRow,
    plan: RowPlan,
    known: KnownAppointments,
  ): Promise<Pick<RowPlan, 'made' | 'problems'>> {
    const client_key = `import:${source._id.toHexString()}:${plan.row}`;
    const equal = (await this.booking.findByClientKey(scope, { client_key })) ? undefined : known.find(read, plan);
    if (equal) return { problems: [], made: { outcome: 'appointments_matched', id: equal._id, version: null } };
    const { price, notes } = read;
    const contact_id = plan.contact_id?.toHexString() ?? '';
    const request = { ...visitOf(read, plan), contact_id, client_key, notes, ...(price !== undefined && { price }) };
    try {
      const booked = await this.booking.book(scope, actorOf(source), request);
      known.add(booked);
      return { problems: [], made: { outcome: 'appointments_created', id: booked._id, version: booked.ver } };
    } catch (error) {
      return { problems: [rowProblemOf(error)], made: null };
    }
  }

  private bookedOf(scope: CompanyScope, plans: readonly RowPlan[]): Promise<StoredBooking[]> {
    const contacts = distinctIds(plans.flatMap(({ contact_id }) => contact_id ?? []));
    return this.appointments.bookedOf(scope, contacts, new Date());
  }

  private async cancel(
    scope: CompanyScope,
    source: CustomerImport,
    rows: readonly CustomerImportRow[],
  ): Promise<boolean[]> {
    const undone: boolean[] = [];
    for (const { made } of rows) {
      if (made?.outcome !== 'appointments_created' || !made.id || made.version === null) continue;
      const current = await this.appointments.findById(scope, made.id);
      undone.push(!current || isDead(current) || (await this.cancelUntouched(scope, source, current, made.version)));
    }
    return undone;
  }

  private async cancelUntouched(
    scope: CompanyScope,
    source: CustomerImport,
    { _id, state, starts_at, ver }: StoredBooking,
    version: number,
  ): Promise<boolean> {
    if (state !== 'CONFIRMED' || ver !== version || starts_at <= new Date()) return false;
    try {
      await this.booking.cancel(scope, actorOf(source), _id, UNDONE, version);
      return true;
    } catch (error) {
      if (error instanceof AppError) return false;
      throw error;
    }
  }
}

const actorOf = ({ user_id }: CustomerImport): BookingActor => ({
  channel: 'staff',
  source: 'import',
  userId: user_id.toHexString(),
  isSilent: true,
});

const readOf = (rows: readonly NumberedRow<AppointmentRow>[], plan: RowPlan): AppointmentRow | undefined =>
  rows.find(({ row }) => row === plan.row)?.read;
