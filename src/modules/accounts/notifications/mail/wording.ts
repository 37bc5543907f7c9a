import { layOut, type MailContent } from './layout.js';
import type { Mail } from './mailer.js';

export const PORTUGUESE = 'pt-BR';

export interface Recipient {
  readonly email: string;
  readonly full_name: string;
  readonly locale: string;
}

type Wording = Omit<MailContent, 'greeting'>;

export function write(to: Recipient, wordings: { en: Wording; 'pt-BR': Wording }): Mail {
  const isPortuguese = to.locale === PORTUGUESE;
  const hello = isPortuguese ? 'Olá' : 'Hello';
  const greeting = to.full_name ? `${hello}, ${to.full_name}!` : `${hello}!`;
  return layOut(to.email, { ...(isPortuguese ? wordings[PORTUGUESE] : wordings.en), greeting });
}
