import {
  REMINDER_LOCALES,
  type ReminderKind,
  type ReminderLocale,
  type ReminderTexts,
} from '../schemas/reminder-rule.schema.js';

interface Wording {
  readonly subjects: Readonly<Record<ReminderKind, string>>;
  readonly manage: string;
  readonly footer: (company: string) => string;
  readonly confirm: string;
  readonly cancel: string;
}

export const WORDINGS: Readonly<Record<ReminderLocale, Wording>> = {
  en: {
    subjects: {
      reminder: 'Reminder of your appointment',
      aftercare: 'After your visit',
      rebook: 'Time for the next visit',
      vaccination: 'A vaccination expires soon',
      review: 'How was your visit?',
    },
    manage: 'See, move or cancel it',
    footer: (company) => `You get this mail as a customer of ${company}.`,
    confirm: 'Confirm',
    cancel: 'Cancel',
  },
  'pt-BR': {
    subjects: {
      reminder: 'Lembrete do seu agendamento',
      aftercare: 'Depois do atendimento',
      rebook: 'Está na hora da próxima visita',
      vaccination: 'Uma vacina vence em breve',
      review: 'Como foi o atendimento?',
    },
    manage: 'Ver, remarcar ou cancelar',
    footer: (company) => `Você recebe este e-mail como cliente de ${company}.`,
    confirm: 'Confirmar',
    cancel: 'Cancelar',
  },
  es: {
    subjects: {
      reminder: 'Recordatorio de su cita',
      aftercare: 'Después de su visita',
      rebook: 'Es hora de la próxima visita',
      vaccination: 'Una vacuna vence pronto',
      review: '¿Cómo fue su visita?',
    },
    manage: 'Ver, cambiar o cancelar',
    footer: (company) => `Recibe este correo como cliente de ${company}.`,
    confirm: 'Confirmar',
    cancel: 'Cancelar',
  },
};

/** The first of these languages, as `pt`, `pt-BR` or `pt_BR`, in which the rule has a text; else any that it has. */
export function localeFor(texts: ReminderTexts, wanted: readonly (string | null)[]): ReminderLocale {
  const known = REMINDER_LOCALES.filter((locale) => texts[locale]);
  for (const language of wanted) {
    const found = known.find((locale) => isSameLanguage(locale, language));
    if (found) return found;
  }
  return known[0] ?? 'en';
}

export const isSameLanguage = (one: string, other: string | null): boolean =>
  other !== null && one.slice(0, 2).toLowerCase() === other.slice(0, 2).toLowerCase();
