import type { Attachment, Message } from '../message-log/index.js';

const MEDIA_TYPES = ['image', 'video', 'audio'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** A platform gives each piece an id of its own. */
export type MessagePiece = { readonly kind: MediaType | 'file' } | { readonly kind: 'text'; readonly text: string };

interface MessageContent {
  readonly content: string;
  readonly attachments: readonly Pick<Attachment, 'type'>[];
}

export function piecesOf({ content, attachments }: MessageContent): MessagePiece[] {
  const files = attachments.map(({ type }): MessagePiece => ({ kind: mediaType(type) ?? 'file' }));
  const text = content.trim();
  return text === '' ? files : [...files, { kind: 'text', text }];
}

/** Undefined for a kind that platforms show as a plain file. */
export function mediaType(type: Attachment['type']): MediaType | undefined {
  return MEDIA_TYPES.find((known) => known === type);
}

/** Null for a piece without a known id. */
export function knownIds({ external_ids = [], outbox }: Pick<Message, 'external_ids' | 'outbox'>): (string | null)[] {
  return [...external_ids, ...(outbox?.parts ?? []).slice(external_ids.length)];
}

/** Update expression for `external_ids`: sets the id of some pieces and keeps the others. */
export function withExternalId(message: Message, pieceIndexes: readonly number[], id: string): Record<string, unknown> {
  const size = Math.max(piecesOf(message).length, ...pieceIndexes.map((place) => place + 1));
  const known = { $arrayElemAt: [{ $ifNull: ['$external_ids', []] }, '$$index'] };
  const filled = { $cond: [{ $in: ['$$index', [...pieceIndexes]] }, { $literal: id }, { $ifNull: [known, null] }] };
  return { $map: { input: { $range: [0, size] }, as: 'index', in: filled } };
}

/** -1 for a message without content. */
export function lastPieceIndexOf(message: MessageContent): number {
  return piecesOf(message).length - 1;
}

export function idAtLastPiece(message: MessageContent, id: string): (string | null)[] {
  return piecesOf(message).map((_, place, pieces) => (place === pieces.length - 1 ? id : null));
}
