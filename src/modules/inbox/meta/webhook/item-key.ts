/** Makes the key that all copies of an event share: the provider's id, or the content. */
import { hash } from 'node:crypto';
import { type JsonObject, objectOf, textOf } from '../../../../core/json/index.js';
import type { ItemKind } from '../meta-platforms.js';

const DIGEST_LENGTH = 22;

/** For events without an id; repetitions have the same content. */
function contentKey(kind: string, value: unknown): string {
  return `${kind}:${hash('sha256', JSON.stringify(value) ?? '', 'base64url').slice(0, DIGEST_LENGTH)}`;
}

export function messagingKey(item: JsonObject): string {
  const message = objectOf(item['message']);
  const mid = textOf(message['mid']);
  if (mid !== undefined) return messageKey(mid, message);
  const customer = textOf(objectOf(item['sender'])['id']) ?? '';
  const time = textOf(item['timestamp']) ?? '';
  return (
    reactionKey(objectOf(item['reaction']), customer, time) ??
    editKey(objectOf(item['message_edit'])) ??
    postbackKey(objectOf(item['postback']), customer, time) ??
    readKey(objectOf(item['read']), customer) ??
    contentKey('messaging', item)
  );
}

function messageKey(mid: string, message: JsonObject): string {
  if (message['is_deleted'] === true) return `${mid}:deleted`;
  return message['is_echo'] === true ? `${mid}:echo` : mid;
}

function reactionKey(reaction: JsonObject, customer: string, time: string): string | undefined {
  const mid = textOf(reaction['mid']);
  return mid && `${mid}:reaction:${customer}:${textOf(reaction['action']) ?? ''}:${time}`;
}

function editKey(edit: JsonObject): string | undefined {
  const mid = textOf(edit['mid']);
  return (
    mid && (textOf(edit['num_edit']) ? `${mid}:edit:${textOf(edit['num_edit'])}` : contentKey(`${mid}:edit`, edit))
  );
}

function postbackKey(postback: JsonObject, customer: string, time: string): string | undefined {
  const mid = textOf(postback['mid']);
  if (mid !== undefined) return mid;
  const payload = textOf(postback['payload']);
  return payload && `postback:${customer}:${time}:${payload}`;
}

/** Instagram names the seen message, Messenger a time. */
function readKey(read: JsonObject, customer: string): string | undefined {
  const mid = textOf(read['mid']);
  if (mid !== undefined) return `${mid}:seen`;
  const watermark = textOf(read['watermark']);
  return watermark && `read:${customer}:${watermark}`;
}

/**
 * The id of the message, and for a status also its value. The key of an edit begins with the id of its message, so that
 * the edit is erased with the message.
 */
export function whatsappKey(kind: ItemKind, item: JsonObject): string {
  const id = textOf(item['id']);
  if (id === undefined) return contentKey(kind, item);
  const edited = textOf(objectOf(item['edit'])['original_message_id']);
  if (edited !== undefined) return `${edited}:edit:${id}`;
  if (kind === 'status') {
    // A group message has a status for each member.
    return [id, item['status'], item['recipient_participant_id']].map(textOf).filter(Boolean).join(':');
  }
  return kind === 'echo' ? `${id}:echo` : id;
}

/** Only the creation and removal of a comment happen once; other changes go by their content. */
export function changeKey(change: JsonObject): string {
  const value = objectOf(change['value']);
  const comment = textOf(value['comment_id']);
  const verb = textOf(value['verb']);
  const isOnce = value['item'] === 'comment' && (verb === 'add' || verb === 'remove');
  if (comment !== undefined && isOnce) return `${comment}:${verb}`;
  const id = textOf(value['id']);
  const isComment = change['field'] === 'comments' || change['field'] === 'live_comments';
  return id !== undefined && isComment ? `${id}:comment` : contentKey(textOf(change['field']) ?? 'change', change);
}
