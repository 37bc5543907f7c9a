import type { Mail } from './mailer.js';
import { PORTUGUESE, type Recipient, write } from './wording.js';

/** It contains no name, because a stranger may have typed it. */
export function bookingCodeMail(to: Omit<Recipient, 'full_name'>, companyName: string, code: string): Mail {
  return write(
    { ...to, full_name: '' },
    {
      en: {
        subject: `${code} is your code for ${companyName}`,
        paragraphs: [`Your code to book with ${companyName} is ${code}. It works for ten minutes.`],
        footer: 'If you did not book anything, do nothing: without the code nothing is booked.',
      },
      [PORTUGUESE]: {
        subject: `${code} é o seu código para ${companyName}`,
        paragraphs: [`O seu código para agendar com ${companyName} é ${code}. Ele vale por dez minutos.`],
        footer: 'Se você não agendou nada, não faça nada: sem o código nada é agendado.',
      },
    },
  );
}
