import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { ContactParticipantRegistry, type ContactParticipant } from '../../../customers/contacts/index.js';
import { AppointmentsRepository } from '../../reservations/index.js';
import { BookingService } from '../booking/booking.service.js';
import { GateProofsService } from '../gates/gate-proofs.service.js';
import { AgreementsRepository } from '../gates/gate-records.repository.js';
import { BookingStatsRepository } from './booking-stats.repository.js';
import { ContactFollowUpService } from './contact-follow-up.service.js';

const CONTACT_DELETED = 'The contact was deleted';

/** Moves and deletes appointments together with their contact. */
@Injectable()
export class ContactAppointmentsParticipant implements ContactParticipant, OnModuleInit {
  constructor(
    private readonly participants: ContactParticipantRegistry,
    private readonly appointments: AppointmentsRepository,
    private readonly booking: BookingService,
    private readonly agreements: AgreementsRepository,
    private readonly proofs: GateProofsService,
    private readonly stats: BookingStatsRepository,
    private readonly followUp: ContactFollowUpService,
  ) {}

  onModuleInit(): void {
    this.participants.register('appointments', this);
  }

  async move(scope: CompanyScope, from: Types.ObjectId, to: Types.ObjectId, mergeId: Types.ObjectId): Promise<void> {
    await this.appointments.ofContacts.move(scope, from, to, mergeId);
    await this.agreements.ofContacts.move(scope, from, to, mergeId);
    await this.refresh(scope, from, to);
  }

  async undo(scope: CompanyScope, from: Types.ObjectId, to: Types.ObjectId, mergeId: Types.ObjectId): Promise<void> {
    await this.appointments.ofContacts.undo(scope, from, to, mergeId);
    await this.agreements.ofContacts.undo(scope, from, to, mergeId);
    await this.refresh(scope, from, to);
  }

  async isUsed(scope: CompanyScope, contactId: Types.ObjectId): Promise<boolean> {
    return (
      (await this.appointments.ofContacts.isUsed(scope, contactId)) ||
      (await this.agreements.ofContacts.isUsed(scope, contactId))
    );
  }

  /** Cancels future appointments and removes the contact from past ones. */
  async remove(scope: CompanyScope, contactId: Types.ObjectId): Promise<void> {
    // Before the cancellations, because their events show the notes.
    await this.appointments.removeNotes(scope, contactId);
    for (const { _id, state } of await this.appointments.findUpcoming(scope, { contact_id: contactId }, new Date()))
      if (state !== 'IN_PROGRESS')
        await this.booking.cancel(scope, { channel: 'staff', isSilent: true }, _id, CONTACT_DELETED);
    await this.proofs.removeOfContact(scope, contactId);
    await this.appointments.anonymise(scope, contactId);
    await this.agreements.ofContacts.remove(scope, contactId);
    await this.stats.deleteOfContact(scope, contactId);
  }

  private async refresh(scope: CompanyScope, ...contacts: Types.ObjectId[]): Promise<void> {
    await Promise.all(contacts.map((id) => this.followUp.refresh(scope, id)));
  }
}
