import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../../core/errors/index.js';
import type { CompanyScope, Page, PageRequest } from '../../../../core/tenancy/index.js';
import { CatalogChanges } from '../versions/catalog-changes.js';
import { type ClosureFilters, ClosuresRepository } from './closures.repository.js';
import type { Closure } from './closure.schema.js';
import { CreateClosureDto, UpdateClosureDto } from './dto/closure.dto.js';
import { type HolidayCountry, holidaysOf } from './holidays.js';

@Injectable()
export class ClosuresService {
  constructor(
    private readonly closures: ClosuresRepository,
    private readonly changes: CatalogChanges,
  ) {}

  list(scope: CompanyScope, filters: ClosureFilters, page: PageRequest): Promise<Page<Closure>> {
    return this.closures.list(scope, filters, page);
  }

  async create(scope: CompanyScope, { from = null, to = null, ...rest }: CreateClosureDto): Promise<Closure> {
    const fields = { ...rest, from, to, scope: rest.scope ?? ('all' as const) };
    assertTimes(fields);
    const closure = await this.closures.add(scope, fields);
    await this.changes.publishChange(scope);
    return closure;
  }

  /** Repeatable; restores deleted holidays. @throws AppError LIMIT_REACHED */
  async addHolidays(scope: CompanyScope, country: HolidayCountry, year: number): Promise<Closure[]> {
    const closures: Closure[] = [];
    for (const { name, date } of holidaysOf(country, year)) {
      const fields = { name, starts_on: date, ends_on: date, scope: 'all' as const, holiday: `${country} ${date}` };
      closures.push(await this.closures.ensureHoliday(scope, fields));
    }
    await this.changes.publishChange(scope);
    return closures;
  }

  /** Existing bookings stay. @throws AppError NOT_FOUND | VALIDATION_ERROR | VERSION_MISMATCH | CONCURRENT_CHANGE */
  async update(scope: CompanyScope, id: Types.ObjectId, input: UpdateClosureDto, version?: number): Promise<Closure> {
    const closure = await this.closures.change(
      scope,
      id,
      (current) => {
        assertTimes({ ...current, ...input });
        return { ...input };
      },
      version,
    );
    await this.changes.publishChange(scope);
    return closure;
  }

  async remove(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    await this.closures.deleteById(scope, id);
    await this.changes.publishChange(scope);
  }
}

function assertTimes({ starts_on, ends_on, from, to }: Pick<Closure, 'starts_on' | 'ends_on' | 'from' | 'to'>): void {
  if (ends_on < starts_on) refuse('ends_on', 'may not be before starts_on');
  if ((from === null) !== (to === null)) refuse('to', 'goes with from');
  if (from !== null && to !== null && to <= from) refuse('to', 'must be after from');
}

function refuse(field: string, message: string): never {
  throw AppError.validation([{ field, message: `${field} ${message}` }]);
}
