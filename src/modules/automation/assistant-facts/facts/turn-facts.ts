import type { Company } from '../../../accounts/companies/index.js';
import { localDate } from '../../../booking/availability/index.js';
import type { BookableService, CatalogSnapshot } from '../../../booking/catalog/index.js';
import { publicServices } from '../../../booking/online-booking/index.js';
import type { StoredBooking } from '../../../booking/reservations/index.js';
import type { ChannelKindDefinition } from '../../../inbox/channels/index.js';
import type { Message } from '../../../inbox/message-log/index.js';
import type { CompanyFacts, OfferedSlot, OwnAppointment, PetCard, ServiceFacts } from '../../assistant-core/index.js';
import { aliasOf, withIds } from './aliases.js';
import { channelFacts } from './channel-facts.js';
import type { CustomerRead } from './customer-reads.service.js';
import type { ConversationAliases, LoadedFacts, StoredOffer, TurnFactsRequest } from './facts.types.js';
import { openingFacts } from './opening-facts.js';
import { ownAppointment } from './own-appointments.js';
import { petCard } from './pet-cards.js';
import { PriceWords } from './price-words.js';
import { serviceFacts } from './service-facts.js';
import { customerMessage, pastMessage } from './told-messages.js';

/** What was read for a turn. */
export interface TurnReads extends CustomerRead {
  readonly now: Date;
  readonly company: Company;
  readonly catalog: CatalogSnapshot;
  /** The newest first. */
  readonly past: readonly Message[];
  readonly kind: ChannelKindDefinition | undefined;
}

export function turnFacts(request: TurnFactsRequest, reads: TurnReads): LoadedFacts {
  const aliases = aliasesAfter(request.aliases, reads);
  const { now, company, catalog, contact, memory, past, kind } = reads;
  const { full_name, is_name_placeholder, phone, email } = contact;
  const facts = {
    now: now.toISOString(),
    company: companyFacts(company, request),
    // A placeholder such as “Facebook user” is not used as a greeting.
    contact: { full_name: is_name_placeholder ? '' : full_name, phone, email },
    opening: openingFacts(catalog, now),
    services: servicesOf(reads, aliases),
    pets: petsOf(reads, aliases),
    appointments: appointmentsOf(reads, aliases),
    offers: currentOffers(request.offers, now),
    memory: memory.filter(({ pet_id }) => pet_id === null).map(({ value }) => value),
    summary: request.summary,
    turns: past.toReversed().map(pastMessage),
    messages: request.messages.map(customerMessage),
    channel: channelFacts(kind),
    silence: null,
  };
  return { facts, aliases };
}

function aliasesAfter(known: ConversationAliases, { catalog, pets, appointments }: TurnReads): ConversationAliases {
  const idsOf = (documents: readonly Pick<BookableService, '_id'>[]): string[] =>
    documents.map(({ _id }) => _id.toHexString());
  return {
    services: withIds(known.services, idsOf(publicServices(catalog))),
    pets: withIds(known.pets, idsOf(pets.map(({ pet }) => pet))),
    appointments: withIds(known.appointments, idsOf(appointments)),
  };
}

function companyFacts(
  { name, phone, email, website, address, locale, time_zone }: Company,
  { emergency_phone, policies, languages }: TurnFactsRequest,
): CompanyFacts {
  const host = website === null ? null : hostOf(website);
  return {
    ...{ name, phone, emergency_phone, address, locale, time_zone, policies, languages },
    emails: email === null ? [] : [email],
    link_hosts: host === null ? [] : [host],
  };
}

/** Without `www`, because a host allows its subdomains. */
function hostOf(website: string): string | null {
  const url = URL.parse(website.includes('://') ? website : `https://${website}`);
  return url && url.hostname.replace(/^www\./, '');
}

function servicesOf({ catalog, pets, company }: TurnReads, aliases: ConversationAliases): ServiceFacts[] {
  const words = new PriceWords(catalog.currency, company.locale);
  const own = pets.map(({ pet }) => pet);
  return publicServices(catalog).flatMap((service) =>
    withAlias(aliases, 'services', service, () => serviceFacts(catalog, service, own, words)),
  );
}

function petsOf({ pets, memory, company, now }: TurnReads, aliases: ConversationAliases): PetCard[] {
  const today = localDate(now, company.time_zone);
  return pets.flatMap((one) => withAlias(aliases, 'pets', one.pet, () => petCard(one, memory, today, company.locale)));
}

function appointmentsOf(
  { appointments, pets, company: { locale }, now }: TurnReads,
  aliases: ConversationAliases,
): OwnAppointment[] {
  const own = pets.map(({ pet }) => pet);
  return appointments.flatMap((booking) => {
    const context = { aliases, pets: own, words: new PriceWords(booking.currency, locale), now };
    return withAlias(aliases, 'appointments', booking, () => ownAppointment(booking, context));
  });
}

/** Nothing for a document behind the last possible alias. */
function withAlias<Fields extends object>(
  aliases: ConversationAliases,
  kind: keyof ConversationAliases,
  { _id }: Pick<StoredBooking, '_id'>,
  fieldsOf: () => Fields,
): (Fields & { alias: string })[] {
  const alias = aliasOf(aliases, kind, _id.toHexString());
  return alias === undefined ? [] : [{ ...fieldsOf(), alias }];
}

function currentOffers(offers: readonly StoredOffer[], now: Date): OfferedSlot[] {
  return offers
    .filter(({ expires_at }) => expires_at > now)
    .map(({ alias, starts_at }) => ({ alias, starts_at: starts_at.toISOString() }));
}
