import type { CompanyLocale } from '../../../accounts/companies/index.js';

type ServiceKey = 'bath' | 'bathAndClip';

export interface StarterService {
  name: string;
  duration_min: number;
  /** Minor units; null if no usual price in the currency is known. */
  price: number | null;
  accepted_species: string[];
}

const NAMES: Readonly<Record<CompanyLocale, Record<ServiceKey, string>>> = {
  en: { bath: 'Bath', bathAndClip: 'Bath and clip' },
  'pt-BR': { bath: 'Banho', bathAndClip: 'Banho e tosa' },
};
const DURATIONS_MIN: Readonly<Record<ServiceKey, number>> = { bath: 60, bathAndClip: 90 };
const PRICES: Readonly<Record<string, Record<ServiceKey, number>>> = {
  BRL: { bath: 7_000, bathAndClip: 12_000 },
  EUR: { bath: 3_500, bathAndClip: 6_000 },
  USD: { bath: 4_000, bathAndClip: 7_500 },
};

/** Monday to Saturday; ISO weekdays. */
export const STARTER_WEEK = [1, 2, 3, 4, 5, 6].map((weekday) => ({
  weekday,
  windows: [{ from: '09:00', to: '18:00' }],
}));

export function starterServices(locale: CompanyLocale, currency: string): StarterService[] {
  return (['bath', 'bathAndClip'] as const).map((key) => ({
    name: NAMES[locale][key],
    duration_min: DURATIONS_MIN[key],
    price: PRICES[currency]?.[key] ?? null,
    accepted_species: ['dog'],
  }));
}
