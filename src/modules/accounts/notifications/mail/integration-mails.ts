import type { Mail } from './mailer.js';
import { PORTUGUESE, type Recipient, write } from './wording.js';

/** @param host of the address of the webhook */
export function webhookDisabledMail(to: Recipient, host: string, url: string): Mail {
  return write(to, {
    en: {
      subject: `The webhook to ${host} was switched off`,
      paragraphs: [
        `Every attempt to deliver events to ${host} failed for five days, so the webhook was switched off.`,
        'When the endpoint works again, switch the webhook on and send the missed events again.',
      ],
      action: { label: 'Open the webhook', url },
      footer: 'You get this mail because you are an owner of the company.',
    },
    [PORTUGUESE]: {
      subject: `O webhook para ${host} foi desativado`,
      paragraphs: [
        `Todas as tentativas de entregar eventos para ${host} falharam por cinco dias, então o webhook foi desativado.`,
        'Quando o endereço voltar a funcionar, ative o webhook e reenvie os eventos perdidos.',
      ],
      action: { label: 'Abrir o webhook', url },
      footer: 'Você recebe este e-mail porque é responsável pela empresa.',
    },
  });
}
