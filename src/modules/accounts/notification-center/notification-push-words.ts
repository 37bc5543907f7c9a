import type { PushNotice, PushReader } from '../push-notifications/index.js';
import type { NotificationKind } from '../users/index.js';
import type { Notification, NotificationType } from './schemas/notification.schema.js';

type Words = Record<string, string>;
/** By type; `text` is empty where the user does not want texts on the device. */
type Phrases = Readonly<Record<NotificationType, (words: Words) => string>>;

const KINDS: Readonly<Record<NotificationType, NotificationKind>> = {
  mention: 'mention',
  assignment: 'assignment',
  'channel.needs_reconnect': 'channel_trouble',
  'channel.token_expiring': 'channel_trouble',
  'waitlist.offered': 'waitlist_offer',
  'flow.emergency': 'emergency',
  'assistant.budget_spent': 'assistant_budget',
};

const ENGLISH: Phrases = {
  mention: ({ author, contact, text }) =>
    `${author || 'Somebody'} mentioned you in the conversation with ${contact}${text ? `: ${text}` : ''}`,
  assignment: ({ author, contact }) => `${author || 'Somebody'} assigned the conversation with ${contact} to you`,
  'channel.needs_reconnect': ({ channel, kind }) => `The channel ${channel} (${kind}) must be connected again`,
  'channel.token_expiring': ({ channel, kind }) => `The access of the channel ${channel} (${kind}) ends soon`,
  'waitlist.offered': ({ contact }) => `A time is free for ${contact}, who is on the waitlist`,
  'flow.emergency': ({ contact, text }) => `Emergency: ${contact} needs help now${text ? `: ${text}` : ''}`,
  'assistant.budget_spent': () => 'The budget of the assistant is spent; it answers by rules until the month ends',
};

const PORTUGUESE: Phrases = {
  mention: ({ author, contact, text }) =>
    `${author || 'Alguém'} citou você na conversa com ${contact}${text ? `: ${text}` : ''}`,
  assignment: ({ author, contact }) => `${author || 'Alguém'} atribuiu a você a conversa com ${contact}`,
  'channel.needs_reconnect': ({ channel, kind }) => `O canal ${channel} (${kind}) precisa ser conectado de novo`,
  'channel.token_expiring': ({ channel, kind }) => `O acesso do canal ${channel} (${kind}) termina em breve`,
  'waitlist.offered': ({ contact }) => `Há um horário livre para ${contact}, que está na lista de espera`,
  'flow.emergency': ({ contact, text }) => `Emergência: ${contact} precisa de ajuda agora${text ? `: ${text}` : ''}`,
  'assistant.budget_spent': () => 'O orçamento do assistente acabou; até o fim do mês ele responde por regras',
};

export const kindOf = (type: NotificationType): NotificationKind => KINDS[type];

/** The words of a push, and the page that it opens. */
export function writePush({ type, key, words, data }: Notification, reader: PushReader): PushNotice {
  const phrases = reader.locale === 'pt-BR' ? PORTUGUESE : ENGLISH;
  const body = phrases[type]({ ...words, text: reader.showsText ? (words['text'] ?? '') : '' });
  return { title: 'PetBuddy', body, url: pageOf(type, data, words), tag: key };
}

function pageOf(type: NotificationType, data: Notification['data'], words: Words): string {
  const { conversation_id: id, seq } = data;
  if (id !== undefined) return `/inbox/all/${id}${seq === undefined ? '' : `?seq=${seq}`}`;
  if (type === 'waitlist.offered') return `/search?q=${encodeURIComponent(words['contact'] ?? '')}`;
  return type === 'assistant.budget_spent' ? '/assistant/settings' : '/settings/channels';
}
