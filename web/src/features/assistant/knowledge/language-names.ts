/** The languages that the forms offer; articles of others stay as they are. */
export const ARTICLE_LANGUAGES = ['en', 'pt-BR', 'es', 'fr', 'de', 'it'] as const;

/** The name of a language in the language of the user. */
export function languageName(tag: string, shownIn: string): string {
  return new Intl.DisplayNames([shownIn], { type: 'language' }).of(tag) ?? tag;
}
