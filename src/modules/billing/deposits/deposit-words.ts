import { moneyText } from '../../../core/money/index.js';
import { COMPANY_LOCALES, type Company, type CompanyLocale } from '../../accounts/companies/index.js';
import { layOut, type Mail } from '../../accounts/notifications/index.js';
import type { StoredBooking } from '../../booking/reservations/index.js';
import type { Contact } from '../../customers/contacts/index.js';
import type { Deposit } from './deposit.schema.js';

const DEPOSIT: Readonly<Record<CompanyLocale, string>> = { en: 'Deposit', 'pt-BR': 'Sinal' };

interface Words {
  readonly subject: (company: string) => string;
  readonly greeting: (name: string) => string;
  readonly notBooked: (amount: string, when: string) => string;
  readonly back: string;
  readonly again: string;
  readonly footer: (company: string) => string;
}

const WORDS: Readonly<Record<CompanyLocale, Words>> = {
  en: {
    subject: (company) => `Your deposit is paid back: ${company}`,
    greeting: (name) => `Hello, ${name}!`,
    notBooked: (amount, when) =>
      `We have received your deposit of ${amount} for ${when}, but we could not book this time.`,
    back: 'Nothing is booked. We are paying the whole amount back to the account that you paid from.',
    again: 'You are welcome to choose another time.',
    footer: (company) => `You get this mail because you paid a deposit to ${company}.`,
  },
  'pt-BR': {
    subject: (company) => `Seu sinal será devolvido: ${company}`,
    greeting: (name) => `Olá, ${name}!`,
    notBooked: (amount, when) =>
      `Recebemos o seu sinal de ${amount} para ${when}, mas não foi possível agendar este horário.`,
    back: 'Nada está agendado. Estamos devolvendo o valor total para a conta de onde ele saiu.',
    again: 'Você pode escolher outro horário quando quiser.',
    footer: (company) => `Você recebe este e-mail porque pagou um sinal a ${company}.`,
  },
};

/** How the payment is called in the books and at the provider: `Deposit: Bath`. */
export function descriptionOf({ booked_services }: StoredBooking, locale: CompanyLocale): string {
  return `${DEPOSIT[locale]}: ${booked_services.map(({ name }) => name).join(', ')}`;
}

/** Tells a customer that the time could not be booked, and the deposit is paid back. */
export function refundMail(deposit: Deposit, company: Company, contact: Contact, email: string): Mail {
  const locale = localeOf(contact, company);
  const words = WORDS[locale];
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: company.time_zone,
  });
  const { amount, currency, again } = deposit;
  const mail = layOut(email, {
    subject: words.subject(company.name),
    greeting: words.greeting(contact.full_name),
    paragraphs: [
      words.notBooked(moneyText(amount, currency, locale), format.format(again.starts_at)),
      words.back,
      words.again,
    ],
    footer: words.footer(company.name),
  });
  return { ...mail, ...(company.email ? { replyTo: company.email } : {}) };
}

/** The language of the contact if there are words in it; else that of the company. */
function localeOf({ locale }: Contact, company: Company): CompanyLocale {
  const language = locale?.slice(0, 2).toLowerCase();
  return COMPANY_LOCALES.find((known) => known.slice(0, 2) === language) ?? company.locale;
}
