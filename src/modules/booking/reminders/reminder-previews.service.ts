import { Injectable } from '@nestjs/common';
import { type CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import type { MailContent } from '../../accounts/notifications/index.js';
import { AppointmentsRepository, type StoredBooking, VisitsRepository } from '../reservations/index.js';
import { PreviewReminderDto, type ReminderPreviewDto } from './dto/reminder-preview.dto.js';
import { WORDINGS } from './engine/reminder-text.js';
import { assertVariables, fillVariables, type ReminderValues } from './engine/reminder-variables.js';
import { ReminderFactsService } from './reminder-facts.service.js';
import { ReminderWriter } from './reminder-writer.service.js';
import type { ReminderLocale } from './schemas/reminder-rule.schema.js';

const WEEK_MS = 7 * 86_400_000;

interface Written {
  readonly text: string;
  readonly values: ReminderValues;
  readonly mail: MailContent;
}

/** Shows what customers would get. */
@Injectable()
export class ReminderPreviews {
  constructor(
    private readonly appointments: AppointmentsRepository,
    private readonly visits: VisitsRepository,
    private readonly facts: ReminderFactsService,
    private readonly writer: ReminderWriter,
  ) {}

  /** @throws AppError NOT_FOUND for the appointment | VARIABLE_UNKNOWN */
  async of(scope: CompanyScope, input: PreviewReminderDto): Promise<ReminderPreviewDto> {
    const { kind, text, locale } = input;
    assertVariables(kind, `text.${locale}`, text[locale] ?? '');
    for (const [key, value] of Object.entries(input.template?.values ?? {}))
      assertVariables(kind, `template.values.${key}`, value);
    const appointment = await this.appointmentFor(scope, input.appointment_id);
    const real = appointment && (await this.writeReal(scope, input, appointment));
    const { values, mail, ...written } = real ?? madeUp(input);
    const { confirm, cancel } = WORDINGS[locale];
    const { subject, greeting, paragraphs, action, footer } = mail;
    return {
      appointment_id: real ? appointment._id.toHexString() : null,
      message: { content: written.text, buttons: kind === 'reminder' ? [confirm, cancel] : [] },
      template: input.template ? valuesOf(input.template.values, values) : null,
      mail: { subject, paragraphs: [greeting, ...paragraphs], action: action?.label ?? null, footer },
    };
  }

  private async appointmentFor(scope: CompanyScope, id: string | undefined): Promise<StoredBooking | null> {
    if (id !== undefined) return this.appointments.getBooking(scope, toObjectId(id));
    const now = new Date();
    const [next] = await this.visits.confirmedStartingIn(scope, now, new Date(now.getTime() + WEEK_MS));
    return next ? this.appointments.findById(scope, next._id) : null;
  }

  private async writeReal(
    scope: CompanyScope,
    { kind, text, locale }: PreviewReminderDto,
    appointment: StoredBooking,
  ): Promise<Written | null> {
    const { _id: appointment_id, contact_id, pet_ids, starts_at } = appointment;
    if (!contact_id || kind === 'vaccination') return null;
    const about = { kind, occasion: '', contact_id, appointment_id, pet_ids, starts_at };
    const facts = await this.facts.of(scope, [about]);
    const contact = facts.contacts.get(contact_id.toHexString());
    if (!contact) return null;
    return this.writer.write(scope, { kind, text: { [locale]: text[locale] ?? '' } }, about, contact, facts, locale);
  }
}

/** Values of no real customer. */
const MADE_UP: Readonly<Record<ReminderLocale, ReminderValues>> = {
  en: made('Ana', 'Luna', 'Bath', 'Friday, 4 January', '10:00 AM', 'Paws & Co'),
  'pt-BR': made('Ana', 'Luna', 'Banho', 'sexta-feira, 4 de janeiro', '10:00', 'Patas & Cia'),
  es: made('Ana', 'Luna', 'Baño', 'viernes, 4 de enero', '10:00', 'Patas y Cía'),
};

function madeUp({ kind, text, locale }: PreviewReminderDto): Written {
  const values = MADE_UP[locale];
  const filled = fillVariables(text[locale] ?? '', values);
  const [greeting = '', ...paragraphs] = filled.split(/\n+/);
  const { subjects, footer } = WORDINGS[locale];
  const subject = `${subjects[kind]}, ${values.company}`;
  return { text: filled, values, mail: { subject, greeting, paragraphs, footer: footer(values.company) } };
}

function valuesOf(texts: Record<string, string>, values: ReminderValues): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, fillVariables(text, values)]));
}

function made(
  contact: string,
  pet: string,
  service: string,
  date: string,
  time: string,
  company: string,
): ReminderValues {
  const link = 'https://example.com/book';
  return { 'contact.first_name': contact, 'pet.name': pet, service, date, time, staff: 'Bia', company, link };
}
