import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { mayUse, type Principal } from '../../../core/auth-guards/index.js';
import { type CompanyScope, distinctIds } from '../../../core/tenancy/index.js';
import { excerptOf } from '../../../core/text/index.js';
import { appointmentStatus } from '../../booking/appointments/index.js';
import { type Appointment, AppointmentsRepository } from '../../booking/reservations/index.js';
import { type Contact, ContactPictures, ContactsService } from '../../customers/contacts/index.js';
import { type Pet, PetsService } from '../../customers/pets/index.js';
import { ConversationsRepository } from '../../inbox/conversations/index.js';
import { type Message, MessageTextRepository } from '../../inbox/message-log/index.js';
import type {
  FoundAppointmentDto,
  FoundContactDto,
  FoundMessageDto,
  FoundPetDto,
  SearchResultDto,
} from './dto/search.dto.js';

const SHOWN = 5;

/** Whom a found thing belongs to, and where to write to them. */
interface Customer {
  name: string;
  conversationId: string | null;
}

type Customers = ReadonlyMap<string, Customer>;

/** One search over contacts, pets, messages and appointments. */
@Injectable()
export class SearchService {
  constructor(
    private readonly contacts: ContactsService,
    private readonly pets: PetsService,
    private readonly messages: MessageTextRepository,
    private readonly conversations: ConversationsRepository,
    private readonly appointments: AppointmentsRepository,
    private readonly pictures: ContactPictures,
  ) {}

  async search(scope: CompanyScope, reader: Principal, q: string): Promise<SearchResultDto> {
    const page = { limit: SHOWN };
    const [contacts, pets, messages] = await Promise.all([
      mayUse(reader, 'contacts:read') ? this.contacts.list(scope, { q }, page).then(({ items }) => items) : [],
      mayUse(reader, 'pets:read') ? this.pets.list(scope, { q }, page).then(({ items }) => items) : [],
      mayUse(reader, 'conversations:read') ? this.messages.newest(scope, q, SHOWN) : [],
    ]);
    const found = distinctIds([...contacts.map(({ _id }) => _id), ...contactIds(pets)]);
    const appointments = mayUse(reader, 'booking:read') ? await this.nextAppointments(scope, found) : [];
    const customers = await this.customers(scope, reader, distinctIds([...found, ...contactIds(messages)]));
    return {
      contacts: contacts.map((contact) => this.toContact(contact, customers)),
      pets: pets.map((pet) => toPet(pet, customers)),
      messages: messages.map((message) => toMessage(message, customers, q)),
      appointments: appointments.map((appointment) => toAppointment(appointment, customers)),
    };
  }

  private toContact(contact: Contact, customers: Customers): FoundContactDto {
    const { _id, full_name, phone, email } = contact;
    const { conversation_id } = ownerOf(_id, customers);
    const avatar_url = this.pictures.urlOf(contact);
    return { _id: _id.toHexString(), full_name, phone, email, avatar_url, conversation_id };
  }

  private async nextAppointments(scope: CompanyScope, contacts: readonly Types.ObjectId[]): Promise<Appointment[]> {
    const now = new Date();
    const next = await Promise.all(contacts.map((id) => this.appointments.findNext(scope, id, now)));
    return next
      .filter((appointment) => appointment !== null)
      .sort((a, b) => a.starts_at.getTime() - b.starts_at.getTime())
      .slice(0, SHOWN);
  }

  /** Only those whose names the reader may read, with conversations only if the reader may read them. */
  private async customers(scope: CompanyScope, reader: Principal, ids: Types.ObjectId[]): Promise<Customers> {
    const hasConversations = mayUse(reader, 'conversations:read');
    const [contacts, conversations] = await Promise.all([
      // Conversations show the names of their customers.
      hasConversations || mayUse(reader, 'contacts:read') ? this.contacts.getMany(scope, ids) : [],
      hasConversations ? this.conversations.latestOf(scope, ids) : [],
    ]);
    return new Map(
      contacts.map(({ _id, full_name: name }) => {
        const latest = conversations.find(({ contact_id }) => contact_id.equals(_id));
        return [_id.toHexString(), { name, conversationId: latest?._id.toHexString() ?? null }];
      }),
    );
  }
}

const contactIds = (documents: readonly { contact_id: Types.ObjectId }[]): Types.ObjectId[] =>
  documents.map(({ contact_id }) => contact_id);

/** The fields that tell whose something is. A contact may have been deleted meanwhile. */
function ownerOf(contactId: Types.ObjectId | null, customers: Customers) {
  const customer = contactId && customers.get(contactId.toHexString());
  return { contact_name: customer?.name ?? null, conversation_id: customer?.conversationId ?? null };
}

function toPet({ _id, contact_id, name, species }: Pet, customers: Customers): FoundPetDto {
  return {
    _id: _id.toHexString(),
    contact_id: contact_id.toHexString(),
    name,
    species,
    ...ownerOf(contact_id, customers),
  };
}

function toMessage(message: Message, customers: Customers, q: string): FoundMessageDto {
  const { _id, conversation_id, contact_id, seq, content, direction, visibility, sent_at } = message;
  return {
    _id: _id.toHexString(),
    conversation_id: conversation_id.toHexString(),
    contact_id: contact_id.toHexString(),
    contact_name: ownerOf(contact_id, customers).contact_name,
    seq,
    excerpt: excerptOf(content, q),
    direction,
    visibility,
    sent_at,
  };
}

function toAppointment(appointment: Appointment, customers: Customers): FoundAppointmentDto {
  const { _id, contact_id, service_id, booked_services, starts_at, ends_at } = appointment;
  return {
    _id: _id.toHexString(),
    contact_id: contact_id?.toHexString() ?? null,
    service_name: booked_services.find((service) => service._id.equals(service_id))?.name ?? null,
    status: appointmentStatus(appointment),
    starts_at,
    ends_at,
    ...ownerOf(contact_id, customers),
  };
}
