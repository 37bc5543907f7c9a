import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { type CompanyScope, distinctIds } from '../../../core/tenancy/index.js';
import { type VisitFacts, VisitsRepository } from '../reservations/index.js';
import type { Reminder } from './schemas/reminder.schema.js';
import type { ReminderRule } from './schemas/reminder-rule.schema.js';

type Visited = Pick<Reminder, 'appointment_id' | 'pet_ids' | 'starts_at'>;

/** Says which pets have not come again since a visit, and have no appointment to come. */
@Injectable()
export class RepeatVisits {
  constructor(private readonly visits: VisitsRepository) {}

  /** For each visit the pets of it that are due again. A rule without services asks for the services of the visit. */
  async petsWithoutNext(
    scope: CompanyScope,
    rule: Pick<ReminderRule, 'service_ids'>,
    visits: readonly Visited[],
  ): Promise<Types.ObjectId[][]> {
    const pets = distinctIds(visits.flatMap(({ pet_ids }) => pet_ids));
    if (pets.length === 0) return visits.map(() => []);
    const first = new Date(Math.min(...visits.map(({ starts_at }) => starts_at.getTime())) - 1);
    const all = await this.visits.visitsOfPets(scope, pets, first);
    return visits.map((visit) => {
      const own = all.find(({ _id }) => visit.appointment_id?.equals(_id));
      return visit.pet_ids.filter((pet) => {
        const services = rule.service_ids.length > 0 ? rule.service_ids : own ? servicesOf(own, pet) : [];
        return !all.some((other) => other !== own && other.starts_at > visit.starts_at && serves(other, pet, services));
      });
    });
  }
}

const servicesOf = ({ lines }: VisitFacts, pet: Types.ObjectId): Types.ObjectId[] =>
  lines.filter(({ pet_id }) => pet_id?.equals(pet)).map(({ service_id }) => service_id);

function serves(visit: VisitFacts, pet: Types.ObjectId, services: readonly Types.ObjectId[]): boolean {
  return servicesOf(visit, pet).some((id) => services.some((service) => service.equals(id)));
}
