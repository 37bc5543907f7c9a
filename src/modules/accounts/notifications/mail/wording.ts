import { layOut, type MailContent } from './layout.js';
import type { Mail } from './mailer.js';

export const PORTUGUESE = 'pt-BR';

export interface Recipient {
  readonly email: string;
  readonly full_name: string;
  /** `pt-BR`; everything else reads English. */
  readonly locale: string;
}

type Wording = Omit<MailContent, 'greeting'>;

/** A mail in the language of who gets it. */
export function write(to: Recipient, wordings: { en: Wording; 'pt-BR': Wording }): Mail {
  const isPortuguese = to.locale === PORTUGUESE;
  const hello = isPortuguese ? 'Olá' : 'Hello';
  const greeting = to.full_name ? `${hello}, ${to.full_name}!` : `${hello}!`;
  return layOut(to.email, { ...(isPortuguese ? wordings[PORTUGUESE] : wordings.en), greeting });
}
