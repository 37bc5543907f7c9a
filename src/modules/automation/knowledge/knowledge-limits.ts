export const MAX_TITLE_LENGTH = 200;
export const MAX_CONTENT_LENGTH = 20_000;
export const MAX_SYNONYMS = 20;
export const MAX_SYNONYM_LENGTH = 60;
export const MAX_QUESTION_LENGTH = 500;
/** Of a company, in all languages. */
export const MAX_ARTICLES = 2_000;
export const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/;
