import type { Attachment, Message } from '../message-log/index.js';

const MEDIA_TYPES = ['image', 'video', 'audio'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** What a platform shows as a message of its own, with an id of its own: one file, or the text. */
export type MessagePiece = { readonly kind: MediaType | 'file' } | { readonly kind: 'text'; readonly text: string };

interface MessageContent {
  readonly content: string;
  readonly attachments: readonly Pick<Attachment, 'type'>[];
}

/** The pieces of a message in the order in which they are sent: its files, then its text. */
export function piecesOf({ content, attachments }: MessageContent): MessagePiece[] {
  const files = attachments.map(({ type }): MessagePiece => ({ kind: mediaType(type) ?? 'file' }));
  const text = content.trim();
  return text === '' ? files : [...files, { kind: 'text', text }];
}

/** Undefined for what platforms know as a file or a document only. */
export function mediaType(type: Attachment['type']): MediaType | undefined {
  return MEDIA_TYPES.find((known) => known === type);
}

/** The provider's ids of the pieces from the first on, as far as they are known; null where none is. */
export function knownIds({ external_ids = [], outbox }: Pick<Message, 'external_ids' | 'outbox'>): (string | null)[] {
  return [...external_ids, ...(outbox?.parts ?? []).slice(external_ids.length)];
}

/** Update expression for `external_ids`: the id at the places of some pieces; what is known of the others stays. */
export function withExternalId(message: Message, places: readonly number[], id: string): Record<string, unknown> {
  const size = Math.max(piecesOf(message).length, ...places.map((place) => place + 1));
  const known = { $arrayElemAt: [{ $ifNull: ['$external_ids', []] }, '$$place'] };
  const filled = { $cond: [{ $in: ['$$place', [...places]] }, { $literal: id }, { $ifNull: [known, null] }] };
  return { $map: { input: { $range: [0, size] }, as: 'place', in: filled } };
}

/** The place of the piece that is sent last; -1 for a message without content. */
export function lastPlaceOf(message: MessageContent): number {
  return piecesOf(message).length - 1;
}

/** The ids of the pieces where none but that of the last is known. */
export function idAtLastPiece(message: MessageContent, id: string): (string | null)[] {
  return piecesOf(message).map((_, place, pieces) => (place === pieces.length - 1 ? id : null));
}
