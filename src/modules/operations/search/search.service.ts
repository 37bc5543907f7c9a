import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import { isAllowed, type Principal } from '../../../core/auth-guards/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { appointmentStatus } from '../../booking/appointments/index.js';
import { type Appointment, AppointmentsRepository } from '../../booking/reservations/index.js';
import { type Contact, ContactsService } from '../../customers/contacts/index.js';
import { type Pet, PetsService } from '../../customers/pets/index.js';
import { MessagesRepository, previewOf } from '../../inbox/message-log/index.js';
import type {
  FoundAppointmentDto,
  FoundContactDto,
  FoundMessageDto,
  FoundPetDto,
  SearchResultDto,
} from './dto/search.dto.js';

const SHOWN = 5;

/** One search over contacts, pets, messages and appointments. */
@Injectable()
export class SearchService {
  constructor(
    private readonly contacts: ContactsService,
    private readonly pets: PetsService,
    private readonly messages: MessagesRepository,
    private readonly appointments: AppointmentsRepository,
  ) {}

  async search(scope: CompanyScope, { role }: Principal, q: string): Promise<SearchResultDto> {
    const page = { limit: SHOWN };
    const [contacts, pets, messages] = await Promise.all([
      isAllowed(role, 'contacts:read') ? this.contacts.list(scope, { q }, page).then(({ items }) => items) : [],
      isAllowed(role, 'pets:read') ? this.pets.list(scope, { q }, page).then(({ items }) => items) : [],
      isAllowed(role, 'conversations:read') ? this.findMessages(scope, q) : [],
    ]);
    const appointments = isAllowed(role, 'booking:read') ? await this.nextAppointments(scope, contacts, pets) : [];
    return { contacts: contacts.map(toContact), pets: pets.map(toPet), messages, appointments };
  }

  private async findMessages(scope: CompanyScope, q: string): Promise<FoundMessageDto[]> {
    const found = await this.messages.newestByText(scope, q, SHOWN);
    return found.map(({ _id, conversation_id, contact_id, seq, content, direction, sent_at }) => ({
      _id: _id.toHexString(),
      conversation_id: conversation_id.toHexString(),
      contact_id: contact_id.toHexString(),
      seq,
      content: previewOf(content),
      direction,
      sent_at,
    }));
  }

  private async nextAppointments(
    scope: CompanyScope,
    contacts: readonly Contact[],
    pets: readonly Pet[],
  ): Promise<FoundAppointmentDto[]> {
    const ids = [...contacts.map(({ _id }) => _id), ...pets.map(({ contact_id }) => contact_id)];
    const distinct = [...new Map(ids.map((id) => [id.toHexString(), id])).values()];
    const now = new Date();
    const next = await Promise.all(distinct.map((id: Types.ObjectId) => this.appointments.findNext(scope, id, now)));
    return next
      .filter((appointment) => appointment !== null)
      .sort((a, b) => a.starts_at.getTime() - b.starts_at.getTime())
      .slice(0, SHOWN)
      .map(toAppointment);
  }
}

function toContact({ _id, full_name, phone, email, avatar_url }: Contact): FoundContactDto {
  return { _id: _id.toHexString(), full_name, phone, email, avatar_url };
}

function toPet({ _id, contact_id, name, species }: Pet): FoundPetDto {
  return { _id: _id.toHexString(), contact_id: contact_id.toHexString(), name, species };
}

function toAppointment(appointment: Appointment): FoundAppointmentDto {
  const { _id, contact_id, service_id, booked_services, starts_at, ends_at } = appointment;
  return {
    _id: _id.toHexString(),
    contact_id: contact_id?.toHexString() ?? null,
    service_name: booked_services.find((service) => service._id.equals(service_id))?.name ?? null,
    status: appointmentStatus(appointment),
    starts_at,
    ends_at,
  };
}
