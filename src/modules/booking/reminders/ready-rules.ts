import { REMINDER_CHANNELS, type ReminderTexts } from './schemas/reminder-rule.schema.js';
import type { CreateReminderRuleDto } from './dto/reminder-rule.dto.js';

const HOUR_MIN = 60;
const DAY_MIN = 24 * HOUR_MIN;
const WEEK_DAYS = 7;

const rule = (
  kind: CreateReminderRuleDto['kind'],
  when: Partial<CreateReminderRuleDto>,
  text: ReminderTexts,
): CreateReminderRuleDto => ({
  ...{ kind, service_ids: [], minutes_before: null, days_after: null, hours_after: null, once_per_months: null },
  ...when,
  ...{ text, channels: REMINDER_CHANNELS.filter((way) => way !== 'template'), template: null, active: true },
});

/** Proposals for companies without rules. */
export const READY_RULES: readonly CreateReminderRuleDto[] = [
  rule(
    'reminder',
    { minutes_before: DAY_MIN },
    {
      'pt-BR':
        'Oi {{contact.first_name}}! Lembrete: {{service}} para {{pet.name}}, {{date}} às {{time}}, em {{company}}.',
      en: 'Hi {{contact.first_name}}! A reminder: {{service}} for {{pet.name}} on {{date}} at {{time}}, {{company}}.',
      es: '¡Hola, {{contact.first_name}}! Recordatorio: {{service}} para {{pet.name}}, {{date}} a las {{time}}, en {{company}}.',
    },
  ),
  rule(
    'reminder',
    { minutes_before: 2 * HOUR_MIN },
    {
      'pt-BR': 'Oi {{contact.first_name}}! Esperamos vocês: {{date}} às {{time}}, {{service}} para {{pet.name}}.',
      en: 'Hi {{contact.first_name}}! We expect you on {{date}} at {{time}}: {{service}} for {{pet.name}}.',
      es: '¡Hola, {{contact.first_name}}! Les esperamos: {{date}} a las {{time}}, {{service}} para {{pet.name}}.',
    },
  ),
  rule(
    'aftercare',
    { days_after: 1 },
    {
      'pt-BR': 'Oi {{contact.first_name}}! Como está {{pet.name}} depois de {{service}}? Se notar algo, responda aqui.',
      en: 'Hi {{contact.first_name}}! How is {{pet.name}} after {{service}}? If you notice anything, answer here.',
      es: '¡Hola, {{contact.first_name}}! ¿Cómo está {{pet.name}} después de {{service}}? Si nota algo, responda aquí.',
    },
  ),
  rule(
    'rebook',
    { days_after: 6 * WEEK_DAYS },
    {
      'pt-BR':
        'Oi {{contact.first_name}}! O último atendimento ({{service}}) já faz algum tempo. Responda aqui para marcar o próximo. {{link}}',
      en: 'Hi {{contact.first_name}}! The last visit ({{service}}) was some weeks ago. Answer here to book the next one. {{link}}',
      es: '¡Hola, {{contact.first_name}}! La última visita ({{service}}) fue hace algunas semanas. Responda aquí para pedir la próxima. {{link}}',
    },
  ),
  rule(
    'vaccination',
    { minutes_before: 14 * DAY_MIN },
    {
      'pt-BR':
        'Oi {{contact.first_name}}! A vacina {{service}} de {{pet.name}} vence: {{date}}. Responda aqui para marcar.',
      en: "Hi {{contact.first_name}}! {{pet.name}}'s vaccination {{service}} expires on {{date}}. Answer here for an appointment.",
      es: '¡Hola, {{contact.first_name}}! La vacuna {{service}} de {{pet.name}} vence el {{date}}. Responda aquí para pedir una cita.',
    },
  ),
  rule(
    'review',
    { hours_after: 3, once_per_months: 6 },
    {
      'pt-BR': 'Oi {{contact.first_name}}! Como foi o atendimento em {{company}}? Sua opinião nos ajuda muito.',
      en: 'Hi {{contact.first_name}}! How was your visit at {{company}}? Your opinion helps us a lot.',
      es: '¡Hola, {{contact.first_name}}! ¿Cómo fue su visita a {{company}}? Su opinión nos ayuda mucho.',
    },
  ),
];
