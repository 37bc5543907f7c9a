export const OFFER_LANGUAGES = ['en', 'pt-BR', 'es'] as const;
export type OfferLanguage = (typeof OFFER_LANGUAGES)[number];

/** The language of the contact, written as `pt`, `pt-BR` or `pt_BR`, if there are words in it; else that of the company. */
export function offerLanguage(ofContact: string | null | undefined, ofCompany: string): OfferLanguage {
  const known = (locale: string | null | undefined): OfferLanguage | undefined =>
    OFFER_LANGUAGES.find((language) => language.slice(0, 2) === locale?.slice(0, 2).toLowerCase());
  return known(ofContact) ?? known(ofCompany) ?? 'en';
}
