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
  /** Until when an offered time is kept; null for other notices. */
  readonly answer_by: Date | null;
}

/** A notice in the language of the customer, for a mail or a message. */
export interface NoticeText {
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly action?: { readonly label: string; readonly url: string } | undefined;
  readonly footer: string;
  /** Of an offer: the titles of its buttons. */
  readonly choices?: OfferChoices;
}

export interface OfferChoices {
  readonly accept: string;
  readonly decline: string;
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
  readonly offer: OfferChoices & {
    readonly answer: string;
    readonly keptUntil: (when: string) => string;
    readonly footer: (company: string) => string;
  };
}

const WORDINGS: Readonly<Record<CompanyLocale, Wording>> = {
  en: {
    subjects: {
      received: 'Request received',
      confirmed: 'Appointment confirmed',
      changed: 'Appointment changed',
      cancelled: 'Appointment cancelled',
      request_cancelled: 'Request cancelled',
      offered: 'A time is free',
    },
    leads: {
      received: 'We have received your request:',
      confirmed: 'Your appointment is confirmed:',
      changed: 'Your appointment has changed. It is now:',
      cancelled: 'Your appointment was cancelled:',
      request_cancelled: 'Your request was cancelled, and nothing is booked:',
      offered: 'A time has become free for you. It is not booked yet:',
    },
    tails: { received: 'It is not confirmed yet. You will hear from us as soon as it is.' },
    greeting: (name) => `Hello, ${name}!`,
    for: (services, pets) => `${services} for ${pets}`,
    from: (start, end) => `${start} to ${end}`,
    price: (amount) => `Price: ${amount}`,
    fee: (amount) => `Fee for a late change or cancellation: ${amount}`,
    manage: 'See, move or cancel it',
    footer: (company) => `You get this mail because of an appointment with ${company}.`,
    offer: {
      accept: 'Book it',
      decline: 'No, thank you',
      answer: 'Book it, or say no',
      keptUntil: (when) => `We keep it for you until ${when}. Please answer by then.`,
      footer: (company) => `You get this mail because you are on the waitlist of ${company}.`,
    },
  },
  'pt-BR': {
    subjects: {
      received: 'Pedido recebido',
      confirmed: 'Agendamento confirmado',
      changed: 'Agendamento alterado',
      cancelled: 'Agendamento cancelado',
      request_cancelled: 'Pedido cancelado',
      offered: 'Há um horário livre',
    },
    leads: {
      received: 'Recebemos o seu pedido:',
      confirmed: 'Seu agendamento está confirmado:',
      changed: 'Seu agendamento mudou. Agora é:',
      cancelled: 'Seu agendamento foi cancelado:',
      request_cancelled: 'Seu pedido foi cancelado e nada está agendado:',
      offered: 'Um horário ficou livre para você. Ele ainda não está agendado:',
    },
    tails: { received: 'Ele ainda não está confirmado. Avisaremos assim que estiver.' },
    greeting: (name) => `Olá, ${name}!`,
    for: (services, pets) => `${services} para ${pets}`,
    from: (start, end) => `${start} até ${end}`,
    price: (amount) => `Preço: ${amount}`,
    fee: (amount) => `Taxa por alteração ou cancelamento tardio: ${amount}`,
    manage: 'Ver, remarcar ou cancelar',
    footer: (company) => `Você recebe este e-mail por causa de um agendamento com ${company}.`,
    offer: {
      accept: 'Agendar',
      decline: 'Não, obrigado',
      answer: 'Agendar ou dizer não',
      keptUntil: (when) => `Guardamos para você até ${when}. Responda até lá.`,
      footer: (company) => `Você recebe este e-mail porque está na lista de espera de ${company}.`,
    },
  },
};

export function writeNotice(facts: NoticeFacts, locale: CompanyLocale): NoticeText {
  const wording = WORDINGS[locale];
  const { kind, company, address, price, fee, manageUrl, answer_by } = facts;
  const { accept, decline, answer, footer } = wording.offer;
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
    answer_by ? wording.offer.keptUntil(timeText(answer_by, locale, facts.time_zone)) : '',
  ];
  return {
    subject: `${wording.subjects[kind]}: ${when}, ${company}`,
    greeting: wording.greeting(facts.customer),
    paragraphs: paragraphs.filter(Boolean),
    ...(manageUrl ? { action: { label: answer_by ? answer : wording.manage, url: manageUrl } } : {}),
    footer: answer_by ? footer(company) : wording.footer(company),
    ...(answer_by ? { choices: { accept, decline } } : {}),
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
  const start = timeText(starts_at, locale, time_zone);
  return stays_until ? wording.from(start, timeText(stays_until, locale, time_zone)) : start;
}

function timeText(at: Date, locale: CompanyLocale, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(at);
}
