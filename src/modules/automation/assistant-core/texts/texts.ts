import type { Language } from '../facts.types.js';
import { EN, type TextKey } from './en.js';
import { ES } from './es.js';
import { PT } from './pt.js';

export type { TextKey } from './en.js';

const TEXTS: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { pt: PT, en: EN, es: ES };

/** A fixed text with its placeholders filled in one pass; a value is never filled again. */
export function textOf(language: Language, key: TextKey, values: Readonly<Record<string, string>> = {}): string {
  return TEXTS[language][key].replace(/\{(\w+)\}/g, (_place, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? '') : '',
  );
}
