import type { Mail } from './mailer.js';
import { PORTUGUESE, type Recipient, write } from './wording.js';

interface TroubledChannel {
  /** Name and platform of the account. */
  readonly name: string;
  /** The page where the channel can be connected again. */
  readonly url: string;
}

const FOOTER = 'You get this mail because you are an owner or a manager of the company.';
const FOOTER_PT = 'Você recebe este e-mail porque é responsável ou gerente da empresa.';

export function tokenExpiringMail(to: Recipient, { name, url, end }: TroubledChannel & { readonly end: Date }): Mail {
  const day = new Intl.DateTimeFormat(to.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(end);
  return write(to, {
    en: {
      subject: `The access to ${name} ends on ${day}`,
      paragraphs: [
        `The access of PetBuddy to ${name} ends on ${day}. From then on no messages can be sent there.`,
        'Connect the account again before that day. The conversations stay.',
      ],
      action: { label: 'Connect the account again', url },
      footer: FOOTER,
    },
    [PORTUGUESE]: {
      subject: `O acesso a ${name} termina em ${day}`,
      paragraphs: [
        `O acesso do PetBuddy a ${name} termina em ${day}. A partir daí não é possível enviar mensagens por lá.`,
        'Conecte a conta novamente antes desse dia. As conversas permanecem.',
      ],
      action: { label: 'Conectar a conta novamente', url },
      footer: FOOTER_PT,
    },
  });
}

export function tokenRefusedMail(to: Recipient, { name, url }: TroubledChannel): Mail {
  return write(to, {
    en: {
      subject: `${name} has to be connected again`,
      paragraphs: [
        `PetBuddy can no longer send messages for ${name}. Messages of your team wait and are not lost.`,
        'Connect the account again; then the waiting messages are sent in their order.',
      ],
      action: { label: 'Connect the account again', url },
      footer: FOOTER,
    },
    [PORTUGUESE]: {
      subject: `${name} precisa ser conectado novamente`,
      paragraphs: [
        `O PetBuddy não pode mais enviar mensagens por ${name}. As mensagens da sua equipe esperam e não se perdem.`,
        'Conecte a conta novamente; então as mensagens em espera são enviadas em ordem.',
      ],
      action: { label: 'Conectar a conta novamente', url },
      footer: FOOTER_PT,
    },
  });
}
