import type { Mail } from './mailer.js';
import { PORTUGUESE, type Recipient, write } from './wording.js';

export function passwordResetMail(to: Recipient, url: string): Mail {
  return write(to, {
    en: {
      subject: 'Reset your password',
      paragraphs: ['Somebody asked for a new password for your account. The link works once and for one hour.'],
      action: { label: 'Choose a new password', url },
      footer: 'If it was not you, do nothing: your password stays as it is.',
    },
    [PORTUGUESE]: {
      subject: 'Redefina sua senha',
      paragraphs: ['Alguém pediu uma nova senha para a sua conta. O link funciona uma única vez, por uma hora.'],
      action: { label: 'Escolher nova senha', url },
      footer: 'Se não foi você, não faça nada: sua senha continua a mesma.',
    },
  });
}

export function emailVerificationMail(to: Recipient, url: string): Mail {
  return write(to, {
    en: {
      subject: 'Confirm your e-mail address',
      paragraphs: ['Please confirm that this is your e-mail address. The link works once and for three days.'],
      action: { label: 'Confirm the address', url },
      footer: 'If you did not register, do nothing.',
    },
    [PORTUGUESE]: {
      subject: 'Confirme seu e-mail',
      paragraphs: ['Confirme que este é o seu e-mail. O link funciona uma única vez, por três dias.'],
      action: { label: 'Confirmar o e-mail', url },
      footer: 'Se você não se cadastrou, não faça nada.',
    },
  });
}

export function passwordChangedMail(to: Recipient): Mail {
  return write(to, {
    en: {
      subject: 'Your password was changed',
      paragraphs: ['The password of your account was changed and every other log-in was ended.'],
      footer: 'If it was not you, ask for a new password at once and tell the owner of your company.',
    },
    [PORTUGUESE]: {
      subject: 'Sua senha foi alterada',
      paragraphs: ['A senha da sua conta foi alterada e todos os outros acessos foram encerrados.'],
      footer: 'Se não foi você, peça uma nova senha imediatamente e avise o responsável pela empresa.',
    },
  });
}

export function invitationMail(to: Recipient, companyName: string, url: string): Mail {
  return write(to, {
    en: {
      subject: `${companyName} invites you to PetBuddy`,
      paragraphs: [`${companyName} has made an account for you. The link works once and for seven days.`],
      action: { label: 'Accept and choose a password', url },
      footer: 'If you did not expect this, do nothing.',
    },
    [PORTUGUESE]: {
      subject: `${companyName} convida você para o PetBuddy`,
      paragraphs: [`${companyName} criou uma conta para você. O link funciona uma única vez, por sete dias.`],
      action: { label: 'Aceitar e escolher uma senha', url },
      footer: 'Se você não esperava este convite, não faça nada.',
    },
  });
}
