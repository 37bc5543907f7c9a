import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../../core/errors/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import type { Pet } from '../../../customers/pets/index.js';
import { AppointmentsRepository, type GateFinding, type StoredBooking } from '../../reservations/index.js';
import { gateFailed } from '../booking/booking.errors.js';
import { BookingCatalog, type GateDto } from '../../catalog/index.js';
import { localDates } from '../../availability/index.js';
import { AgreementsRepository, gateKey, PetClearancesRepository } from './gate-records.repository.js';
import type { PetClearance } from './gate-records.schema.js';

export interface GateOutcome {
  warnings: GateFinding[];
  pending_on: GateFinding[];
}

/** The gates that a visit does not meet, by what they do. */
export interface UnmetGates extends GateOutcome {
  /** The visit cannot be booked. */
  blocked_by: GateFinding[];
}

export type JudgedVisit = Pick<StoredBooking, 'pet_ids' | 'starts_at' | 'ends_at' | 'time_zone'> & {
  lines: readonly Pick<StoredBooking['lines'][number], 'service_id' | 'pet_id'>[];
};

/** A visit of one service, as staff put it together. */
export type PlannedVisit = Pick<StoredBooking, 'service_id' | 'pet_ids' | 'starts_at' | 'ends_at'>;

/** `pet` is null if the visit names no pet. */
interface GateCheck {
  gate: GateDto;
  pet: Pet | null;
}

interface GateRecords {
  /** Every local day of the appointment, YYYY-MM-DD. */
  dates: readonly string[];
  agreements: ReadonlySet<string>;
  clearances: readonly PetClearance[];
  /** `<pet id>|<service id>` of completed visits. */
  completed: ReadonlySet<string>;
  /** Service ids by gate key of their names. */
  services: ReadonlyMap<string, readonly string[]>;
}

@Injectable()
export class GatesService {
  constructor(
    private readonly catalog: BookingCatalog,
    private readonly agreements: AgreementsRepository,
    private readonly clearances: PetClearancesRepository,
    private readonly appointments: AppointmentsRepository,
  ) {}

  /** @throws AppError GATE_FAILED with every gate that blocks */
  async judge(
    scope: CompanyScope,
    booking: JudgedVisit,
    contactId: Types.ObjectId,
    pets: readonly Pet[],
  ): Promise<GateOutcome> {
    const { blocked_by, ...outcome } = await this.unmet(scope, booking, contactId, pets);
    if (blocked_by.length > 0) throw gateFailed(blocked_by);
    return outcome;
  }

  /** The gates that a visit which is not booked yet would not meet. @throws AppError NOT_FOUND for the service */
  async unmetBy(
    scope: CompanyScope,
    { service_id, pet_ids, starts_at, ends_at }: PlannedVisit,
    contactId: Types.ObjectId,
    pets: readonly Pet[],
  ): Promise<UnmetGates> {
    const { services, time_zone } = await this.catalog.loadCatalog(scope);
    if (!services.some(({ _id }) => _id.equals(service_id))) throw AppError.notFound('Service');
    const named = pet_ids.length > 0 ? pet_ids : [null];
    const lines = named.map((pet_id) => ({ service_id, pet_id }));
    return this.unmet(scope, { lines, pet_ids, starts_at, ends_at, time_zone }, contactId, pets);
  }

  private async unmet(
    scope: CompanyScope,
    booking: JudgedVisit,
    contactId: Types.ObjectId,
    pets: readonly Pet[],
  ): Promise<UnmetGates> {
    const { services } = await this.catalog.loadCatalog(scope);
    const questions = booking.lines.flatMap(({ service_id, pet_id }): GateCheck[] => {
      const gates = services.find(({ _id }) => _id.equals(service_id))?.gates ?? [];
      const pet = pets.find(({ _id }) => pet_id !== null && _id.equals(pet_id)) ?? null;
      return gates.map((gate) => ({ gate, pet }));
    });
    if (questions.length === 0) return { blocked_by: [], warnings: [], pending_on: [] };
    const records = await this.recordsOf(scope, booking, contactId, services);
    const failed = questions.filter((question) => !isMet(question, records));
    const findings = (mode: GateDto['mode']): GateFinding[] =>
      failed
        .filter(({ gate }) => gate.mode === mode)
        .map(({ gate: { kind, name }, pet }) => ({ kind, name, pet_id: pet?._id ?? null }));
    return {
      blocked_by: findings('block'),
      warnings: findings('warn'),
      pending_on: findings('allow_with_upload'),
    };
  }

  private async recordsOf(
    scope: CompanyScope,
    { pet_ids, starts_at, ends_at, time_zone }: JudgedVisit,
    contactId: Types.ObjectId,
    services: readonly { _id: Types.ObjectId; name: string }[],
  ): Promise<GateRecords> {
    const [agreements, clearances, completed] = await Promise.all([
      this.agreements.keysOf(scope, contactId),
      this.clearances.ofPets(scope, pet_ids),
      this.appointments.completedBy(scope, pet_ids),
    ]);
    const byName = Map.groupBy(services, ({ name }) => gateKey(name));
    return {
      dates: localDates(starts_at, ends_at, time_zone),
      agreements,
      clearances,
      completed,
      services: new Map([...byName].map(([key, named]) => [key, named.map(({ _id }) => _id.toHexString())])),
    };
  }
}

function isMet({ gate, pet }: GateCheck, records: GateRecords): boolean {
  const key = gateKey(gate.name);
  if (gate.kind === 'agreement') return records.agreements.has(key);
  if (!pet) return false;
  const isCleared = records.clearances.some(
    ({ pet_id, key: cleared, valid_until }) =>
      pet_id.equals(pet._id) &&
      cleared === key &&
      (valid_until === null || records.dates.every((date) => date <= valid_until)),
  );
  if (isCleared) return true;
  if (gate.kind === 'vaccination') return records.dates.every((date) => isVaccinated(pet, key, date));
  return (records.services.get(key) ?? []).some((id) => records.completed.has(`${pet._id.toHexString()}|${id}`));
}

function isVaccinated({ vaccinations }: Pet, key: string, date: string): boolean {
  return vaccinations.some(
    ({ name, given_on, expires_on }) =>
      gateKey(name) === key && (given_on === null || given_on <= date) && (expires_on === null || expires_on >= date),
  );
}
