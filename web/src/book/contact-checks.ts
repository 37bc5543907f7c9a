import type { Draft } from './draft.ts';

export type ContactFault = 'required' | 'emailWrong' | 'phoneWrong' | 'sameNames';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
/** Digits with the country, as the code goes to any country. */
const PHONE = /^\+[\d\s().-]{7,25}$/;

/** What is wrong with the answers, by field; `pet-0` is the name of the first pet. The API checks again. */
export function contactFaults({ pets, contact }: Pick<Draft, 'pets' | 'contact'>): Record<string, ContactFault> {
  const faults: Record<string, ContactFault> = {};
  const { full_name, email, phone } = contact;
  const names = pets.map(({ name }) => name.trim().toLowerCase());
  names.forEach((name, index) => {
    if (name === '') faults[`pet-${index}`] = 'required';
    else if (names.indexOf(name) < index) faults[`pet-${index}`] = 'sameNames';
  });
  if (full_name.trim() === '') faults.full_name = 'required';
  if (email.trim() === '' && phone.trim() === '') faults.email = 'required';
  if (email.trim() !== '' && !EMAIL.test(email.trim())) faults.email = 'emailWrong';
  if (phone.trim() !== '' && !PHONE.test(phone.trim())) faults.phone = 'phoneWrong';
  return faults;
}
