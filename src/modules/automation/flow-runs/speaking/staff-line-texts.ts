import type { HandoffReason } from '../../assistant-core/index.js';

const ASSISTANT = 'assistant_';

/** Why a flow could not go on. The same words as the stop reasons of runs. */
export const FAILURE_CAUSES = [
  'too_many_steps',
  'too_many_visits',
  'too_many_messages',
  'too_many_messages_today',
  'took_too_long',
  'variables_too_large',
  'action_failed',
  'send_failed',
  'node_missing',
  'internal_error',
] as const;
export type FailureCause = (typeof FAILURE_CAUSES)[number];

/**
 * What a line tells staff. `asked_by_flow`: a step of the flow hands over; `message_fault`, `event_fault`: an error of
 * PetBuddy where no flow was active; `event_skipped`: an event has waited too long for the end of another run.
 */
export type StaffLineCause =
  | FailureCause
  | 'asked_by_flow'
  | 'customer_wants_person'
  | 'message_not_sent'
  | 'assistant_message_not_sent'
  | 'assistant_text_withheld'
  | AssistantCause
  | 'message_fault'
  | 'event_fault'
  | 'event_skipped';

/** Why the assistant hands over: one for each of its reasons, and one for a turn that never worked. */
export type AssistantCause = `assistant_${HandoffReason | 'fault'}`;

/** `flow`: its name, empty if no flow was active. `reason`: the words of the flow's author, or the brief of the assistant. */
export interface StaffLineValues {
  readonly flow: string;
  readonly reason: string;
}

interface StaffLineTexts {
  readonly causes: Readonly<
    Record<Exclude<StaffLineCause, FailureCause | AssistantCause>, (values: StaffLineValues) => string>
  >;
  readonly failure: (values: StaffLineValues, why: string) => string;
  readonly failures: Readonly<Record<FailureCause, string>>;
  readonly assistant: Readonly<Record<HandoffReason | 'fault', string>>;
}

const ENGLISH: StaffLineTexts = {
  causes: {
    asked_by_flow: ({ flow, reason }) =>
      `The flow “${flow}” handed the conversation over to your team${reason ? `: ${reason}` : '.'}`,
    customer_wants_person: () => 'The customer asked for a person.',
    message_not_sent: ({ flow }) =>
      `The customer did not get a message of the flow “${flow}”, because it could not be sent. Your team has to answer.`,
    assistant_text_withheld: ({ reason }) =>
      `This answer of the assistant was not sent to the customer. Please tell the customer: ${reason}`,
    assistant_message_not_sent: () =>
      'The customer did not get a message of the assistant, because it could not be sent. Your team has to answer.',
    message_fault: () =>
      'An error stopped the automatic answer to a message of the customer. Please answer it yourself.',
    event_fault: () => 'An error stopped a flow from starting. Please check whether the customer needs a message.',
    event_skipped: ({ flow }) => `The flow “${flow}” did not start, because another flow was active here for too long.`,
  },
  failure: ({ flow }, why) =>
    `The flow “${flow}” could not go on and handed the conversation over to your team. ${why}`,
  failures: {
    too_many_steps: 'It made too many steps.',
    too_many_visits: 'It came to the same step too often.',
    too_many_messages: 'It sent too many messages without an answer of the customer.',
    too_many_messages_today: 'The customer got the most automatic messages of one day.',
    took_too_long: 'Its steps took longer than 30 seconds.',
    variables_too_large: 'The saved answers became too large.',
    action_failed: 'A step failed, and the flow has no way for errors.',
    send_failed: 'A message could not be sent.',
    node_missing: 'A step is missing in this version.',
    internal_error: 'An error in PetBuddy stopped it.',
  },
  assistant: {
    emergency: 'A pet may be in danger. The customer was told whom to call.',
    customer_wants_person: 'The customer asked for a person.',
    complaint: 'The customer complains.',
    not_understood: 'The assistant did not understand the customer twice in a row.',
    no_progress: 'The assistant made no progress with the customer.',
    not_allowed_here: 'The customer wants something that your rules do not let the assistant do.',
    tool_failed: 'The assistant could not do what the customer wants.',
    model_failed: 'The language model did not answer.',
    medical: 'The customer needs medical advice, which the assistant does not give.',
    promise: 'The answer of the assistant held a promise or a price that your company has not approved.',
    unproven_claim: 'The answer of the assistant claimed something that it could not prove.',
    unsafe_text: 'The answer of the assistant held something that it may not send.',
    model_asked: 'The assistant asks your team to go on.',
    fault: 'An error stopped the assistant.',
  },
};

const PORTUGUESE: StaffLineTexts = {
  causes: {
    asked_by_flow: ({ flow, reason }) =>
      `O fluxo “${flow}” passou a conversa à sua equipe${reason ? `: ${reason}` : '.'}`,
    customer_wants_person: () => 'O cliente pediu uma pessoa.',
    message_not_sent: ({ flow }) =>
      `O cliente não recebeu uma mensagem do fluxo “${flow}”, porque não foi possível enviá-la. Sua equipe precisa responder.`,
    assistant_text_withheld: ({ reason }) =>
      `O cliente não recebeu esta resposta da assistente, porque ela não pode mais escrever aqui. Avise o cliente: ${reason}`,
    assistant_message_not_sent: () =>
      'O cliente não recebeu uma mensagem da assistente, porque não foi possível enviá-la. Sua equipe precisa responder.',
    message_fault: () =>
      'Um erro impediu a resposta automática a uma mensagem do cliente. Responda você mesmo ao cliente.',
    event_fault: () => 'Um erro impediu o início de um fluxo. Verifique se o cliente precisa de uma mensagem.',
    event_skipped: ({ flow }) =>
      `O fluxo “${flow}” não começou, porque outro fluxo esteve ativo aqui por tempo demais.`,
  },
  failure: ({ flow }, why) => `O fluxo “${flow}” não conseguiu continuar e passou a conversa à sua equipe. ${why}`,
  failures: {
    too_many_steps: 'Ele deu passos demais.',
    too_many_visits: 'Ele voltou ao mesmo passo vezes demais.',
    too_many_messages: 'Ele enviou mensagens demais sem resposta do cliente.',
    too_many_messages_today: 'O cliente recebeu o máximo de mensagens automáticas de um dia.',
    took_too_long: 'Os passos levaram mais de 30 segundos.',
    variables_too_large: 'As respostas salvas ficaram grandes demais.',
    action_failed: 'Um passo falhou, e o fluxo não tem caminho para erros.',
    send_failed: 'Não foi possível enviar uma mensagem.',
    node_missing: 'Falta um passo nesta versão.',
    internal_error: 'Um erro do PetBuddy o interrompeu.',
  },
  assistant: {
    emergency: 'Um animal pode estar em perigo. O cliente foi informado de quem chamar.',
    customer_wants_person: 'O cliente pediu uma pessoa.',
    complaint: 'O cliente está reclamando.',
    not_understood: 'A assistente não entendeu o cliente duas vezes seguidas.',
    no_progress: 'A assistente não avançou com o cliente.',
    not_allowed_here: 'O cliente quer algo que as suas regras não deixam a assistente fazer.',
    tool_failed: 'A assistente não conseguiu fazer o que o cliente quer.',
    model_failed: 'O modelo de linguagem não respondeu.',
    medical: 'O cliente precisa de orientação médica, que a assistente não dá.',
    promise: 'A resposta da assistente tinha uma promessa ou um preço que a sua empresa não aprovou.',
    unproven_claim: 'A resposta da assistente afirmava algo que ela não podia provar.',
    unsafe_text: 'A resposta da assistente tinha algo que ela não pode enviar.',
    model_asked: 'A assistente pede que a sua equipe continue.',
    fault: 'Um erro interrompeu a assistente.',
  },
};

/** The line for staff. @param locale of the company; English where there are no words in it */
export function staffLineText(locale: string, cause: StaffLineCause, values: StaffLineValues): string {
  const { causes, failure, failures, assistant } = locale.startsWith('pt') ? PORTUGUESE : ENGLISH;
  if (isAssistantCause(cause)) {
    const why = assistant[cause.slice(ASSISTANT.length) as HandoffReason | 'fault'];
    return values.reason ? `${why}\n${values.reason}` : why;
  }
  return isFailure(cause) ? failure(values, failures[cause]) : causes[cause](values);
}

/** Whether the run ended because something failed. */
export function isFailure(cause: string): cause is FailureCause {
  return (FAILURE_CAUSES as readonly string[]).includes(cause);
}

function isAssistantCause(cause: StaffLineCause): cause is AssistantCause {
  return cause.startsWith(ASSISTANT) && !(cause in ENGLISH.causes);
}
