import { Injectable } from '@nestjs/common';
import { AppError } from '../../../../core/errors/index.js';
import { type CompanyScope, versionMismatch, versionOf } from '../../../../core/tenancy/index.js';
import { CatalogChanges } from '../../calendar/index.js';
import { BookingSettingsRepository } from './booking-settings.repository.js';
import type { BookingSettings } from './booking-settings.schema.js';
import { type BookingSettingsDto, type SizeDto, UpdateBookingSettingsDto } from './dto/settings.dto.js';

const DEFAULT_SETTINGS: Omit<BookingSettingsDto, 'version'> = {
  sizes: [
    { name: 'small', max_kg: 10 },
    { name: 'medium', max_kg: 25 },
    { name: 'large', max_kg: 45 },
    { name: 'giant', max_kg: null },
  ],
  hold_minutes: 10,
  holds_per_visitor: 2,
  public_page: true,
  public_approval: false,
  request_hours: 48,
  show_staff_names: true,
  contact_check: true,
  code_template: { name: 'booking_code', language: null },
  hide_dead_gaps: false,
  waitlist_offer_minutes: 15,
  quiet_hours: { from: '21:00', to: '08:00' },
  customer_notices: { mail: true, message: true },
  deposit_minutes: 30,
  deposit_refund: true,
  policy: {
    free_cancel_hours: 24,
    free_reschedule_hours: 24,
    late_fee_percent: 0,
    max_reschedules: 3,
    no_show_fee_percent: 0,
  },
};

@Injectable()
export class BookingSettingsService {
  constructor(
    private readonly settings: BookingSettingsRepository,
    private readonly changes: CatalogChanges,
  ) {}

  /** Includes defaults. */
  async get(scope: CompanyScope): Promise<BookingSettingsDto> {
    return complete(await this.settings.read(scope));
  }

  /** @throws AppError VALIDATION_ERROR unless sizes ascend | VERSION_MISMATCH */
  async update(scope: CompanyScope, input: UpdateBookingSettingsDto, version?: number): Promise<BookingSettingsDto> {
    if (input.sizes) assertGrowing(input.sizes);
    const stored = await this.settings.change(scope, input, version);
    if (!stored) throw versionMismatch('Booking settings', (await this.get(scope)).version);
    await this.changes.publishChange(scope);
    return complete(stored);
  }
}

function complete(stored: BookingSettings | null): BookingSettingsDto {
  if (!stored) return { version: 0, ...DEFAULT_SETTINGS };
  const { _id, company_id: _company, created_at: _created, updated_at: _updated, revision, ...set } = stored;
  return { version: versionOf({ revision }), ...DEFAULT_SETTINGS, ...set };
}

function assertGrowing(sizes: readonly SizeDto[]): void {
  const names = new Set(sizes.map(({ name }) => name.toLowerCase()));
  const grows = sizes.every(
    ({ max_kg }, index) => (max_kg ?? Infinity) > (sizes[index - 1]?.max_kg ?? (index ? Infinity : 0)),
  );
  if (names.size < sizes.length || !grows)
    throw AppError.validation([{ field: 'sizes', message: 'sizes must have different names and ascending max_kg' }]);
}
