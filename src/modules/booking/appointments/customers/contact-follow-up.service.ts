import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import {
  type Conversation,
  ConversationsRepository,
  ConversationsService,
  type NextAppointment,
} from '../../../inbox/conversations/index.js';
import { type Appointment, AppointmentsRepository, type StoredBooking } from '../../reservations/index.js';
import { BookingStatsRepository } from './booking-stats.repository.js';

@Injectable()
export class ContactFollowUpService {
  constructor(
    private readonly appointments: AppointmentsRepository,
    private readonly stats: BookingStatsRepository,
    private readonly conversations: ConversationsRepository,
    private readonly announcer: ConversationsService,
  ) {}

  async afterChange(scope: CompanyScope, { contact_id }: Pick<StoredBooking, 'contact_id'>): Promise<void> {
    if (contact_id) await this.refresh(scope, contact_id);
  }

  async refresh(scope: CompanyScope, contactId: Types.ObjectId): Promise<void> {
    await Promise.all([this.count(scope, contactId), this.showNext(scope, contactId)]);
  }

  private async count(scope: CompanyScope, contactId: Types.ObjectId): Promise<void> {
    await this.stats.put(scope, contactId, await this.appointments.countOutcomes(scope, contactId));
  }

  private async showNext(scope: CompanyScope, contactId: Types.ObjectId): Promise<void> {
    const conversations = await this.conversations.allOfContact(scope, contactId);
    if (conversations.length === 0) return;
    const next = await this.appointments.findNext(scope, contactId, new Date());
    const next_appointment = next && toNextAppointment(next);
    for (const conversation of conversations.filter((one) => !isAlreadyShown(one, next_appointment))) {
      const shown = await this.conversations.change(scope, conversation._id, {}, { $set: { next_appointment } });
      if (shown) await this.announcer.publish(scope, shown);
    }
  }
}

function isAlreadyShown({ next_appointment: shown }: Conversation, next: NextAppointment | null): boolean {
  if (!shown || !next) return shown === next;
  const isSameTime = next.starts_at.getTime() === shown.starts_at.getTime();
  const isSameVisit = next.service_name === shown.service_name && String(next.pet_ids) === String(shown.pet_ids);
  return next._id.equals(shown._id) && isSameTime && isSameVisit;
}

function toNextAppointment({ _id, starts_at, service_id, booked_services, pet_ids }: Appointment): NextAppointment {
  const service = booked_services.find((booked) => booked._id.equals(service_id));
  return { _id, starts_at, service_name: service?.name ?? null, pet_ids };
}
