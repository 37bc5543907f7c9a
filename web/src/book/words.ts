import { createContext, useContext } from 'react';
import type en from '#web/locales/en/book.json';

export type Words = typeof en;
export type BookLanguage = keyof typeof LOADERS;

/** The words of the page and the language that they are in. */
export interface Language {
  words: Words;
  locale: BookLanguage;
}

const LOADERS = {
  en: () => import('#web/locales/en/book.json'),
  'pt-BR': () => import('#web/locales/pt-BR/book.json'),
};

/** The first language of the visitor that the page speaks; else English. */
export function languageOf(languages: readonly string[]): BookLanguage {
  const known = languages
    .map((language) => language.toLowerCase().slice(0, 2))
    .find((one) => one === 'en' || one === 'pt');
  return known === 'pt' ? 'pt-BR' : 'en';
}

export async function loadLanguage(): Promise<Language> {
  const locale = languageOf(navigator.languages);
  document.documentElement.lang = locale;
  const { default: words } = await LOADERS[locale]();
  return { words: words, locale };
}

export const LanguageContext = createContext<Language | null>(null);

export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error('The page is shown before its words are loaded');
  return language;
}

/** What the company says on its page: in this language, or in the other one if it has no such text. */
export function companyWords(
  { text_en, text_pt }: { text_en: string | null; text_pt: string | null },
  locale: BookLanguage,
): string | null {
  return locale === 'pt-BR' ? (text_pt ?? text_en) : (text_en ?? text_pt);
}

/** Puts values into the places of a text, as `{{name}}`. */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (place, name: string) => String(values[name] ?? place));

/** The text `<name>_one`, `_many` or `_other` of a part of the words, filled with `{{count}}` and other values. */
export function plural(
  words: object,
  { name, count, locale }: { name: string; count: number; locale: BookLanguage },
  values: Record<string, string | number> = {},
): string {
  const forms = words as Record<string, string>;
  const form = new Intl.PluralRules(locale).select(count);
  return fill(forms[`${name}_${form}`] ?? forms[`${name}_other`] ?? '', { count, ...values });
}

/** The word of a name that companies choose freely; the name itself if the page has no word for it. */
export const wordOf = (words: Record<string, string>, name: string): string => words[name.trim().toLowerCase()] ?? name;
