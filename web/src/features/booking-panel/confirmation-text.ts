import { moneyWords } from '#web/lib/money.ts';
import type { Language } from '#web/lib/i18n/i18n.ts';
import { appointmentTime } from '#web/lib/time/company-time.ts';
import { confirmationWords as english } from '#web/locales/en/booking-confirmation.ts';
import { confirmationWords as portuguese } from '#web/locales/pt-BR/booking-confirmation.ts';
import type { Booked } from './use-booking.ts';

const WORDS = { en: english, 'pt-BR': portuguese } as const;

export interface ConfirmationFacts {
  booked: Pick<Booked, 'starts_at' | 'ends_at' | 'status' | 'price' | 'currency'>;
  customer: string;
  pets: readonly string[];
  service: string;
  zone: string;
  now: number;
}

/** The language in which the customer is written to: the customer's own, else the company's. */
export function customerLanguage(ofCustomer: string | null, ofCompany: Language): Language {
  const language = ofCustomer?.toLowerCase().split('-')[0];
  if (language === 'pt') return 'pt-BR';
  return language === 'en' ? 'en' : ofCompany;
}

/** Words for the customer about a new appointment, which staff may change before they send them. */
export function confirmationText(facts: ConfirmationFacts, language: Language): string {
  const { booked, customer, pets, service, zone, now } = facts;
  const words = WORDS[language];
  const values = {
    name: customer.split(' ')[0] ?? customer,
    pets: pets.join(', '),
    service,
    time: appointmentTime(booked.starts_at, booked.ends_at, { zone, locale: language }, now),
    price: booked.price === null ? '' : moneyWords(booked.price, booked.currency, language),
  };
  const isPending = booked.status === 'pending';
  const lines = [
    words.hello,
    pets.length > 0 ? words[isPending ? 'requested' : 'booked'] : words[isPending ? 'requestedNoPet' : 'bookedNoPet'],
    booked.price ? words.price : '',
    isPending ? words.later : words.change,
  ];
  return lines
    .filter((line) => line !== '')
    .map((line) => line.replaceAll(/\{\{(\w+)\}\}/g, (_, key: keyof typeof values) => values[key]))
    .join(' ');
}
