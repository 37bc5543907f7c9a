import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { timeSettings } from '#web/lib/time/company-time.ts';

export const LANGUAGES = ['en', 'pt-BR'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The languages by their own names. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', 'pt-BR': 'Português (Brasil)' };

const STORAGE_KEY = 'pb-language';

const WORDS = {
  en: () => import('#web/locales/en/index.ts'),
  'pt-BR': () => import('#web/locales/pt-BR/index.ts'),
};

/** The words that the first screens do without, by their bundle. */
const LATER_WORDS = {
  more: {
    en: () => import('#web/locales/en/more.ts'),
    'pt-BR': () => import('#web/locales/pt-BR/more.ts'),
  },
  booking: {
    en: () => import('#web/locales/en/booking.ts'),
    'pt-BR': () => import('#web/locales/pt-BR/booking.ts'),
  },
  flows: {
    en: () => import('#web/locales/en/flows.ts'),
    'pt-BR': () => import('#web/locales/pt-BR/flows.ts'),
  },
  flowRuns: {
    en: () => import('#web/locales/en/flow-runs.ts'),
    'pt-BR': () => import('#web/locales/pt-BR/flow-runs.ts'),
  },
  knowledge: {
    en: () => import('#web/locales/en/knowledge.ts'),
    'pt-BR': () => import('#web/locales/pt-BR/knowledge.ts'),
  },
  assistant: {
    en: () => import('#web/locales/en/assistant.ts'),
    'pt-BR': () => import('#web/locales/pt-BR/assistant.ts'),
  },
  assistantTurns: {
    en: () => import('#web/locales/en/assistant-turns.ts'),
    'pt-BR': () => import('#web/locales/pt-BR/assistant-turns.ts'),
  },
  offers: {
    en: () => import('#web/locales/en/offers.ts'),
    'pt-BR': () => import('#web/locales/pt-BR/offers.ts'),
  },
  payments: {
    en: () => import('#web/locales/en/payments.ts'),
    'pt-BR': () => import('#web/locales/pt-BR/payments.ts'),
  },
} as const;
type Bundle = keyof typeof LATER_WORDS;

/** The language chosen in this browser, else the closest to the browser's own. */
export function preferredLanguage(): Language {
  const chosen = readChosen();
  if (chosen) return chosen;
  return navigator.languages.some((language) => language.toLowerCase().startsWith('pt')) ? 'pt-BR' : 'en';
}

/** Loads the words of the preferred language; await it before the first render. */
export async function startI18n(): Promise<void> {
  const language = preferredLanguage();
  const { words } = await WORDS[language]();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    resources: { [language]: words },
    interpolation: { escapeValue: false },
  });
  showLanguage(language);
}

/** Changes the language at once and keeps it in this browser. */
export async function setLanguage(language: Language): Promise<void> {
  const later = Object.values(LATER_WORDS).map((bundle) => bundle[language]());
  for (const module of await Promise.all([WORDS[language](), ...later])) addWords(language, module);
  await i18next.changeLanguage(language);
  showLanguage(language);
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // Storage is switched off: the choice lasts until the page is loaded again.
  }
}

/** Loads a part of the app together with the words of these bundles. */
const withWords =
  (...bundles: readonly Bundle[]) =>
  <T>(load: () => Promise<T>) =>
  async (): Promise<T> => {
    const language = (i18next.language as Language | undefined) ?? preferredLanguage();
    const [part, ...modules] = await Promise.all([load(), ...bundles.map((name) => LATER_WORDS[name][language]())]);
    for (const module of modules) addWords(language, module);
    return part;
  };

/** For parts that need the words that the first screens do without. */
export const withMoreWords = withWords('more');
/** For the booking panel and the pages of the booking settings. */
export const withBookingWords = withWords('more', 'booking');
/** For the pages of the flows. */
export const withFlowWords = withWords('more', 'flows');
/** For parts about runs, versions or tests of flows. */
export const withFlowRunWords = withWords('flowRuns');
/** For the pages of the knowledge. */
export const withKnowledgeWords = withWords('more', 'knowledge', 'assistant');
/** For the pages of the assistant. */
export const withAssistantWords = withWords('more', 'assistant', 'assistantTurns');
/** For the page and the sections of payments. */
export const withPaymentWords = withWords('payments');
/** For the parts of the assistant in the inbox. */
export const withAssistantTurnWords = withWords('assistantTurns');
/** For the parts that offer times to customers. */
export const withOfferWords = withWords('offers');

/** @param module a file of `locales`: each of its exports has words by namespace */
function addWords(language: Language, module: object): void {
  for (const words of Object.values(module) as object[]) {
    for (const [namespace, entries] of Object.entries(words)) {
      i18next.addResourceBundle(language, namespace, entries);
    }
  }
}

function showLanguage(language: Language): void {
  document.documentElement.lang = language;
  timeSettings.set({ ...timeSettings.get(), locale: language });
}

function readChosen(): Language | undefined {
  try {
    const chosen = localStorage.getItem(STORAGE_KEY);
    return LANGUAGES.find((language) => language === chosen);
  } catch {
    return undefined;
  }
}
