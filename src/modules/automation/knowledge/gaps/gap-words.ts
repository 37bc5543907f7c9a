const EMAIL = /[^\s@]{1,64}@[^\s@]{1,255}/g;
const LONG_NUMBER = /\+?\d[\d\s().-]{4,30}\d/g;

/** A question without what identifies a person: mail addresses and phone numbers. */
export const withoutAddresses = (question: string): string => question.replace(EMAIL, '…').replace(LONG_NUMBER, '…');
