import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { type MailContent } from '../../accounts/notifications/index.js';
import type { Contact } from '../../customers/contacts/index.js';
import { currentVaccinations } from '../../customers/pets/index.js';
import { serviceNames } from '../customer-notices/index.js';
import { ManageLinksService } from '../online-booking/index.js';
import type { StoredBooking } from '../reservations/index.js';
import { localeFor, WORDINGS } from './engine/reminder-text.js';
import { fillVariables, type ReminderValues } from './engine/reminder-variables.js';
import type { ReminderFacts } from './reminder-facts.service.js';
import type { Reminder } from './schemas/reminder.schema.js';
import type { ReminderLocale, ReminderRule } from './schemas/reminder-rule.schema.js';

export type ReminderSubject = Pick<
  Reminder,
  'kind' | 'occasion' | 'contact_id' | 'appointment_id' | 'pet_ids' | 'starts_at'
>;

/** A reminder in the language of the customer. */
export interface WrittenReminder {
  readonly locale: ReminderLocale;
  readonly text: string;
  readonly values: ReminderValues;
  readonly contact: Contact;
  readonly mail: MailContent;
}

/** Writes reminders from what is stored at this moment. */
@Injectable()
export class ReminderWriter {
  constructor(private readonly links: ManageLinksService) {}

  /** @param wanted the language; without it that of the contact, else that of the company */
  async write(
    scope: CompanyScope,
    rule: Pick<ReminderRule, 'kind' | 'text'>,
    about: ReminderSubject,
    contact: Contact,
    facts: ReminderFacts,
    wanted?: ReminderLocale,
  ): Promise<WrittenReminder> {
    const locale = localeFor(rule.text, [wanted ?? contact.locale, facts.company.locale]);
    const link = await this.linkOf(scope, about, facts);
    const values = valuesOf(about, contact, facts, locale, link);
    const text = fillVariables(rule.text[locale] ?? '', values);
    return { locale, text, values, contact, mail: mailOf(about, text, locale, facts, link) };
  }

  private async linkOf(
    scope: CompanyScope,
    { kind, appointment_id }: ReminderSubject,
    { catalog, bookingPage }: ReminderFacts,
  ): Promise<string> {
    if (kind === 'reminder' && appointment_id) return (await this.links.urlFor(scope, appointment_id)) ?? '';
    return catalog.settings.public_page ? bookingPage : '';
  }
}

function valuesOf(
  about: ReminderSubject,
  contact: Contact,
  facts: ReminderFacts,
  locale: ReminderLocale,
  link: string,
): ReminderValues {
  const appointment = facts.appointments.get(about.appointment_id?.toHexString() ?? '');
  const timeZone = appointment?.time_zone ?? 'UTC';
  const format = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(about.starts_at);
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    'contact.first_name': contact.is_name_placeholder ? '' : (contact.full_name.split(' ')[0] ?? ''),
    'pet.name': list.format(petsOf(about, appointment).flatMap((id) => facts.pets.get(id.toHexString())?.name ?? [])),
    service: list.format(appointment ? serviceNames(appointment) : vaccinationNames(about, facts)),
    date: format({ weekday: 'long', day: 'numeric', month: 'long' }),
    time: format({ timeStyle: 'short' }),
    staff: list.format(appointment ? staffNames(appointment, facts) : []),
    company: facts.company.name,
    link,
  };
}

/** A visit may have other pets than when the reminder was stored; a rebooking is only about those that are due. */
const petsOf = (
  { kind, pet_ids }: ReminderSubject,
  appointment: StoredBooking | undefined,
): readonly Types.ObjectId[] => (appointment && kind !== 'rebook' ? appointment.pet_ids : pet_ids);

function staffNames({ staff_ids }: StoredBooking, { catalog }: ReminderFacts): string[] {
  return staff_ids.flatMap(
    (id) => catalog.staff.find(({ schedule }) => schedule.staff_id.equals(id))?.full_name.split(' ')[0] ?? [],
  );
}

function vaccinationNames({ occasion, pet_ids }: ReminderSubject, { pets }: ReminderFacts): string[] {
  const pet = pets.get(pet_ids[0]?.toHexString() ?? '');
  const day = occasion.slice(occasion.indexOf(':') + 1);
  return currentVaccinations(pet?.vaccinations ?? []).flatMap(({ name, expires_on }) =>
    expires_on === day ? name : [],
  );
}

function mailOf(
  { kind }: ReminderSubject,
  text: string,
  locale: ReminderLocale,
  { company }: ReminderFacts,
  link: string,
): MailContent {
  const wording = WORDINGS[locale];
  const [greeting = '', ...paragraphs] = text.split(/\n+/);
  const needsLink = kind === 'reminder' && link !== '' && !text.includes(link);
  return {
    subject: `${wording.subjects[kind]}, ${company.name}`,
    ...{ greeting, paragraphs, footer: wording.footer(company.name) },
    ...(needsLink ? { action: { label: wording.manage, url: link } } : {}),
  };
}
