import { foldText } from '../../../../core/text/index.js';
import { COMPANY_LOCALES, type CompanyLocale } from '../../../accounts/companies/index.js';
import type { MailContent } from '../../../accounts/notifications/index.js';
import type { WaitlistAnswer } from '../waitlist-entry.schema.js';
import type { WaitWindow } from '../waitlist-ranking.js';

type Choice = WaitlistAnswer['choice'];

const ACCEPT = new Set([
  ...[
    '1',
    'yes',
    'yes please',
    'ok',
    'book it',
    'yes book it',
    'sim',
    'sim por favor',
    'quero',
    'quero sim',
    'agendar',
  ],
  ...['pode agendar', 'pode ser', 'si'],
]);
const DECLINE = new Set([
  ...['2', 'no', 'no thanks', 'no thank you', 'nao', 'nao obrigado', 'nao obrigada', 'agora nao'],
]);

/** What a text answers to an offer; undefined if it says something else. */
export function choiceIn(text: string): Choice | undefined {
  const words = foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return ACCEPT.has(words) ? 'accepted' : DECLINE.has(words) ? 'declined' : undefined;
}

const PAYLOADS = { accepted: 'accept', declined: 'decline' } as const satisfies Record<Choice, string>;

/** The payload of a button below an offer. @param holdId hex */
export const payloadOf = (holdId: string, choice: Choice): string => `waitlist:${holdId}:${PAYLOADS[choice]}`;

/** The offer and the answer that a payload names. */
export function tappedChoice(payload = ''): { holdId: string; choice: Choice } | undefined {
  const [, holdId, word] = /^waitlist:([0-9a-f]{24}):(accept|decline)$/.exec(payload) ?? [];
  return holdId ? { holdId, choice: word === 'accept' ? 'accepted' : 'declined' } : undefined;
}

interface Replies {
  readonly booked: (visit: string) => string;
  readonly requested: (visit: string) => string;
  readonly declined: string;
  readonly ended: string;
  readonly endedButWaiting: string;
  readonly missing: (names: string) => string;
  readonly closed: string;
}

export const REPLIES: Readonly<Record<CompanyLocale, Replies>> = {
  en: {
    booked: (visit) => `Booked: ${visit}. See you then!`,
    requested: (visit) => `We have received your request: ${visit}. You will hear from us as soon as it is confirmed.`,
    declined: 'All right. You stay on the waitlist, and we tell you about the next free time.',
    ended: 'This time is no longer on offer.',
    endedButWaiting:
      'This time is no longer on offer. You stay on the waitlist, and we tell you about the next free time.',
    missing: (names) => `We cannot book it yet, because something is missing: ${names}. We will write to you.`,
    closed: 'We cannot book this time. We will write to you.',
  },
  'pt-BR': {
    booked: (visit) => `Agendado: ${visit}. Até lá!`,
    requested: (visit) => `Recebemos o seu pedido: ${visit}. Avisaremos assim que estiver confirmado.`,
    declined: 'Tudo bem. Você continua na lista de espera, e avisaremos do próximo horário livre.',
    ended: 'Este horário não está mais disponível.',
    endedButWaiting:
      'Este horário não está mais disponível. Você continua na lista de espera, e avisaremos do próximo horário livre.',
    missing: (names) => `Ainda não podemos agendar, porque falta algo: ${names}. Vamos escrever para você.`,
    closed: 'Não podemos agendar este horário. Vamos escrever para você.',
  },
};

/** For staff, in the language of the company. */
export const STAFF_LINES: Readonly<
  Record<CompanyLocale, Readonly<Record<'waitlist_missing' | 'waitlist_closed', string>>>
> = {
  en: {
    waitlist_missing: 'The customer took a time of the waitlist, but something is missing for this service:',
    waitlist_closed: 'The customer took a time of the waitlist, but it cannot be booked.',
  },
  'pt-BR': {
    waitlist_missing: 'O cliente aceitou um horário da lista de espera, mas falta algo para este serviço:',
    waitlist_closed: 'O cliente aceitou um horário da lista de espera, mas ele não pode ser agendado.',
  },
};

/** The language of the contact, as `pt`, `pt-BR` or `pt_BR`, if there are words in it; else that of the company. */
export function waitLocaleOf(ofContact: string | null, ofCompany: CompanyLocale): CompanyLocale {
  const language = ofContact?.slice(0, 2).toLowerCase();
  return COMPANY_LOCALES.find((known) => known.slice(0, 2) === language) ?? ofCompany;
}

export interface WelcomeFacts {
  readonly company: string;
  readonly customer: string;
  readonly service: string;
  readonly windows: readonly WaitWindow[];
}

/** Says that the customer is on the waitlist. @param url of the page that shows and leaves the entry */
export function welcomeMail(locale: CompanyLocale, facts: WelcomeFacts, url: string): MailContent {
  const { company, customer, service } = facts;
  const days = facts.windows.map((window) => daysText(locale, window)).join('; ');
  if (locale === 'pt-BR')
    return {
      subject: `Você está na lista de espera: ${service}, ${company}`,
      greeting: `Olá, ${customer}!`,
      paragraphs: [
        `Você está na lista de espera para ${service}: ${days}.`,
        'Avisaremos assim que um horário ficar livre. Nada está agendado ainda.',
      ],
      action: { label: 'Ver ou sair da lista de espera', url },
      footer: `Você recebe este e-mail porque entrou na lista de espera de ${company}.`,
    };
  return {
    subject: `You are on the waitlist: ${service}, ${company}`,
    greeting: `Hello, ${customer}!`,
    paragraphs: [
      `You are on the waitlist for ${service}: ${days}.`,
      'We tell you as soon as a time becomes free. Nothing is booked yet.',
    ],
    action: { label: 'See or leave the waitlist', url },
    footer: `You get this mail because you joined the waitlist of ${company}.`,
  };
}

function daysText(locale: CompanyLocale, { date_from, date_to }: WaitWindow): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  return date_from === date_to
    ? format.format(new Date(date_from))
    : format.formatRange(new Date(date_from), new Date(date_to));
}
