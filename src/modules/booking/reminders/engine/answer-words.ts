import { foldText } from '../../../../core/text/index.js';
import type { ReminderLocale } from '../schemas/reminder-rule.schema.js';

/** The customer comes, wants to cancel, confirms the cancellation with its fee, or keeps the appointment after all. */
export type AnswerMeaning = 'confirm' | 'cancel' | 'yes' | 'no';

const CONFIRM = new Set(['1', 'confirm', 'confirmar', 'confirmo', 'confirmado']);
const CANCEL = new Set(['2', 'cancel', 'cancelar']);
const YES = new Set(['1', 'yes', 'sim', 'si', 'yes, cancel', 'sim, cancelar', 'si, cancelar']);
const NO = new Set(['2', 'no', 'nao', 'no, keep it', 'nao, manter', 'no, mantener']);

/**
 * What a message answers to a reminder; undefined if it is no answer.
 * @param reminderId hex @param isAskedToCancel the customer was asked whether to cancel for a fee
 */
export function meaningOf(
  reminderId: string,
  isAskedToCancel: boolean,
  { text, payload }: { readonly text: string; readonly payload: string | undefined },
): AnswerMeaning | undefined {
  if (payload?.startsWith('reminder:')) {
    const [, id, meaning] = payload.split(':');
    if (id !== reminderId) return undefined;
    return PAYLOADS.find((one) => one === meaning);
  }
  // The buttons of a template carry their own text; those of flows and offers are none of ours.
  if (payload !== undefined && payload !== text) return undefined;
  const word = foldText(text.trim()).replace(/[.!]+$/, '');
  if (isAskedToCancel) return YES.has(word) ? 'yes' : NO.has(word) ? 'no' : undefined;
  return CONFIRM.has(word) ? 'confirm' : CANCEL.has(word) ? 'cancel' : undefined;
}

/** The reminder that a payload, or the `client_id` of a message, belongs to, as hex; undefined if it belongs to none. */
export const reminderIdIn = (name = ''): string | undefined => /^reminder:([0-9a-f]{24})(?::|$)/.exec(name)?.[1];

const PAYLOADS: readonly AnswerMeaning[] = ['confirm', 'cancel', 'yes', 'no'];

/** The payload of a button below a reminder, or below its question. */
export const payloadOf = (reminderId: string, meaning: AnswerMeaning): string => `reminder:${reminderId}:${meaning}`;

interface ReplyWords {
  readonly confirmed: (when: string) => string;
  readonly cancelled: (when: string) => string;
  readonly ask: (what: string, when: string, fee: string) => string;
  readonly kept: (when: string) => string;
  readonly yes: string;
  readonly no: string;
}

export const REPLIES: Readonly<Record<ReminderLocale, ReplyWords>> = {
  en: {
    confirmed: (when) => `Thank you! See you on ${when}.`,
    cancelled: (when) => `Your appointment on ${when} is cancelled.`,
    ask: (what, when, fee) => `Cancel ${what} on ${when}? It costs a fee of ${fee}.`,
    kept: (when) => `Good, your appointment stays on ${when}.`,
    yes: 'Yes, cancel',
    no: 'No, keep it',
  },
  'pt-BR': {
    confirmed: (when) => `Obrigado! Esperamos você: ${when}.`,
    cancelled: (when) => `Seu agendamento foi cancelado: ${when}.`,
    ask: (what, when, fee) => `Cancelar ${what}, ${when}? Há uma taxa de ${fee}.`,
    kept: (when) => `Certo, seu agendamento continua: ${when}.`,
    yes: 'Sim, cancelar',
    no: 'Não, manter',
  },
  es: {
    confirmed: (when) => `¡Gracias! Le esperamos: ${when}.`,
    cancelled: (when) => `Su cita está cancelada: ${when}.`,
    ask: (what, when, fee) => `¿Cancelar ${what}, ${when}? Hay un cargo de ${fee}.`,
    kept: (when) => `Bien, su cita sigue en pie: ${when}.`,
    yes: 'Sí, cancelar',
    no: 'No, mantener',
  },
};
