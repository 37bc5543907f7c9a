import { moneyText } from '../../../core/money/index.js';
import type { CompanyLocale } from '../../accounts/companies/index.js';
import type { NoticeKind } from './customer-notice.schema.js';

/** What a notice says, before it has words. */
export interface NoticeFacts {
  readonly kind: NoticeKind;
  readonly company: string;
  readonly address: string | null;
  readonly services: readonly string[];
  readonly pets: readonly string[];
  readonly starts_at: Date;
  /** The end of a stay; null for other visits. */
  readonly stays_until: Date | null;
  readonly time_zone: string;
  /** In minor units. */
  readonly price: number | null;
  /** In minor units; the customer owes it after a late change or cancellation. */
  readonly fee: number | null;
  readonly currency: string;
  readonly manageUrl: string | null;
  readonly customer: string;
}

/** A notice in the language of the customer, for a mail or a message. */
export interface NoticeText {
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly action?: { readonly label: string; readonly url: string };
  readonly footer: string;
}

interface Wording {
  readonly subjects: Readonly<Record<NoticeKind, string>>;
  readonly leads: Readonly<Record<NoticeKind, string>>;
  /** Follows the visit. */
  readonly tails: Readonly<Partial<Record<NoticeKind, string>>>;
  readonly greeting: (name: string) => string;
  readonly for: (services: string, pets: string) => string;
  readonly from: (start: string, end: string) => string;
  readonly price: (amount: string) => string;
  readonly fee: (amount: string) => string;
  readonly manage: string;
  readonly footer: (company: string) => string;
}

const WORDINGS: Readonly<Record<CompanyLocale, Wording>> = {
  en: {
    subjects: {
      received: 'Request received',
      confirmed: 'Appointment confirmed',
      changed: 'Appointment changed',
      cancelled: 'Appointment cancelled',
      request_cancelled: 'Request cancelled',
    },
    leads: {
      received: 'We have received your request:',
      confirmed: 'Your appointment is confirmed:',
      changed: 'Your appointment has changed. It is now:',
      cancelled: 'Your appointment was cancelled:',
      request_cancelled: 'Your request was cancelled, and nothing is booked:',
    },
    tails: { received: 'It is not confirmed yet. You will hear from us as soon as it is.' },
    greeting: (name) => `Hello, ${name}!`,
    for: (services, pets) => `${services} for ${pets}`,
    from: (start, end) => `${start} to ${end}`,
    price: (amount) => `Price: ${amount}`,
    fee: (amount) => `Fee for a late change or cancellation: ${amount}`,
    manage: 'See, move or cancel it',
    footer: (company) => `You get this mail because of an appointment with ${company}.`,
  },
  'pt-BR': {
    subjects: {
      received: 'Pedido recebido',
      confirmed: 'Agendamento confirmado',
      changed: 'Agendamento alterado',
      cancelled: 'Agendamento cancelado',
      request_cancelled: 'Pedido cancelado',
    },
    leads: {
      received: 'Recebemos o seu pedido:',
      confirmed: 'Seu agendamento está confirmado:',
      changed: 'Seu agendamento mudou. Agora é:',
      cancelled: 'Seu agendamento foi cancelado:',
      request_cancelled: 'Seu pedido foi cancelado e nada está agendado:',
    },
    tails: { received: 'Ele ainda não está confirmado. Avisaremos assim que estiver.' },
    greeting: (name) => `Olá, ${name}!`,
    for: (services, pets) => `${services} para ${pets}`,
    from: (start, end) => `${start} até ${end}`,
    price: (amount) => `Preço: ${amount}`,
    fee: (amount) => `Taxa por alteração ou cancelamento tardio: ${amount}`,
    manage: 'Ver, remarcar ou cancelar',
    footer: (company) => `Você recebe este e-mail por causa de um agendamento com ${company}.`,
  },
};

export function writeNotice(facts: NoticeFacts, locale: CompanyLocale): NoticeText {
  const wording = WORDINGS[locale];
  const { kind, company, address, price, fee, manageUrl } = facts;
  const isCancelled = kind === 'cancelled' || kind === 'request_cancelled';
  const when = timeOf(facts, locale, wording);
  const paragraphs = [
    wording.leads[kind],
    workOf(facts, wording),
    when,
    [company, ...(isCancelled || !address ? [] : [address])].join(', '),
    price !== null && !isCancelled ? wording.price(moneyText(price, facts.currency, locale)) : '',
    fee ? wording.fee(moneyText(fee, facts.currency, locale)) : '',
    wording.tails[kind] ?? '',
  ];
  return {
    subject: `${wording.subjects[kind]}: ${when}, ${company}`,
    greeting: wording.greeting(facts.customer),
    paragraphs: paragraphs.filter(Boolean),
    ...(manageUrl ? { action: { label: wording.manage, url: manageUrl } } : {}),
    footer: wording.footer(company),
  };
}

/** The notice as a message of a conversation. */
export function messageTextOf({ paragraphs, action }: NoticeText): string {
  return [...paragraphs, ...(action ? [`${action.label}: ${action.url}`] : [])].join('\n');
}

function workOf({ services, pets }: NoticeFacts, wording: Wording): string {
  const [work, names] = [services.join(', '), pets.join(', ')];
  return work && names ? wording.for(work, names) : work || names;
}

function timeOf({ starts_at, stays_until, time_zone }: NoticeFacts, locale: CompanyLocale, wording: Wording): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone: time_zone });
  const start = format.format(starts_at);
  return stays_until ? wording.from(start, format.format(stays_until)) : start;
}
