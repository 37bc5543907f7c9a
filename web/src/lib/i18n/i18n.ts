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

const MORE_WORDS = {
  en: () => import('#web/locales/en/more.ts'),
  'pt-BR': () => import('#web/locales/pt-BR/more.ts'),
};

const BOOKING_WORDS = {
  en: () => import('#web/locales/en/booking.ts'),
  'pt-BR': () => import('#web/locales/pt-BR/booking.ts'),
};

const FLOW_WORDS = {
  en: () => import('#web/locales/en/flows.ts'),
  'pt-BR': () => import('#web/locales/pt-BR/flows.ts'),
};

const FLOW_RUN_WORDS = {
  en: () => import('#web/locales/en/flow-runs.ts'),
  'pt-BR': () => import('#web/locales/pt-BR/flow-runs.ts'),
};

const KNOWLEDGE_WORDS = {
  en: () => import('#web/locales/en/knowledge.ts'),
  'pt-BR': () => import('#web/locales/pt-BR/knowledge.ts'),
};

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
  const [{ words }, { moreWords }, { bookingWords }, { flowWords }, { flowRunWords }, { knowledgeWords }] =
    await Promise.all([
      WORDS[language](),
      MORE_WORDS[language](),
      BOOKING_WORDS[language](),
      FLOW_WORDS[language](),
      FLOW_RUN_WORDS[language](),
      KNOWLEDGE_WORDS[language](),
    ]);
  addWords(language, { ...words, ...moreWords, ...bookingWords, ...flowWords, ...flowRunWords, ...knowledgeWords });
  await i18next.changeLanguage(language);
  showLanguage(language);
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // Storage is switched off: the choice lasts until the page is loaded again.
  }
}

/** Loads a part of the app together with the words that the first screens do without. */
export const withMoreWords =
  <T>(load: () => Promise<T>) =>
  async (): Promise<T> => {
    const language = (i18next.language as Language | undefined) ?? preferredLanguage();
    const [part, { moreWords }] = await Promise.all([load(), MORE_WORDS[language]()]);
    addWords(language, moreWords);
    return part;
  };

/** Loads the booking panel, or a page of the booking settings, together with its words. */
export const withBookingWords = <T>(load: () => Promise<T>): (() => Promise<T>) =>
  withMoreWords(async () => {
    const language = (i18next.language as Language | undefined) ?? preferredLanguage();
    const [part, { bookingWords }] = await Promise.all([load(), BOOKING_WORDS[language]()]);
    addWords(language, bookingWords);
    return part;
  });

/** Loads a page of the flows together with its words. */
export const withFlowWords = <T>(load: () => Promise<T>): (() => Promise<T>) =>
  withMoreWords(async () => {
    const language = (i18next.language as Language | undefined) ?? preferredLanguage();
    const [part, { flowWords }] = await Promise.all([load(), FLOW_WORDS[language]()]);
    addWords(language, flowWords);
    return part;
  });

/** Loads a part about runs, versions or tests of flows together with its words. */
export const withFlowRunWords =
  <T>(load: () => Promise<T>) =>
  async (): Promise<T> => {
    const language = (i18next.language as Language | undefined) ?? preferredLanguage();
    const [part, { flowRunWords }] = await Promise.all([load(), FLOW_RUN_WORDS[language]()]);
    addWords(language, flowRunWords);
    return part;
  };

/** Loads a page of the knowledge together with its words. */
export const withKnowledgeWords = <T>(load: () => Promise<T>): (() => Promise<T>) =>
  withMoreWords(async () => {
    const language = (i18next.language as Language | undefined) ?? preferredLanguage();
    const [part, { knowledgeWords }] = await Promise.all([load(), KNOWLEDGE_WORDS[language]()]);
    addWords(language, knowledgeWords);
    return part;
  });

function addWords(language: Language, words: object): void {
  for (const [namespace, entries] of Object.entries(words)) i18next.addResourceBundle(language, namespace, entries);
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
