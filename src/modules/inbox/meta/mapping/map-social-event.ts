import type { StoredItem } from '../../inbound-events/index.js';
import type { SocialAuthor, SocialDetails, SocialEvent, SocialKind, SocialVerb } from '../../social-events/index.js';
import { isObject, type JsonObject, objectOf, textOf, timeOf } from '../../../../core/json/index.js';

/** The parts of an event that differ for each kind of change. */
type Said = Pick<SocialEvent, 'kind' | 'key'> & Partial<SocialEvent>;

const VERBS = new Map<string, SocialVerb>([
  ['add', 'add'],
  ['edit', 'edit'],
  ['edited', 'edit'],
  ['update', 'edit'],
  ['remove', 'remove'],
  ['delete', 'remove'],
  ['hide', 'hide'],
  ['unhide', 'unhide'],
]);
const REACTIONS = new Set(['reaction', 'like']);
const MAX_TEXT_LENGTH = 10_000;

/** Maps a comment, reaction, post or mention. Undefined for other items. Never throws. */
export function mapSocialEvent(item: StoredItem): SocialEvent | undefined {
  if (item.kind !== 'change' || item.platform === 'whatsapp') return undefined;
  const change = JSON.parse(item.item) as JsonObject;
  const value = objectOf(change['value']);
  const said = readField(textOf(change['field']) ?? '', value, item.provider_at);
  if (!said) return undefined;
  const author = authorOf(value);
  return {
    verb: 'add',
    external_id: null,
    post_id: null,
    parent_id: null,
    author,
    text: null,
    permalink: textOf(value['permalink_url']) ?? textOf(objectOf(value['post'])['permalink_url']) ?? null,
    details: {},
    is_own: author?.id === item.external_id,
    at: timeOf(value['created_time']) ?? item.provider_at,
    changed_at: item.provider_at,
    ...said,
  };
}

function readField(field: string, value: JsonObject, at: Date): Said | undefined {
  switch (field) {
    case 'feed':
      return readFeed(value, at);
    case 'mention':
      return readPageMention(value);
    case 'comments':
      return readInstagramComment(value, 'comment');
    case 'live_comments':
      return readInstagramComment(value, 'live_comment');
    case 'mentions':
      return readInstagramMention(value);
    case 'story_insights':
      return readStoryInsights(value);
    default:
      return undefined;
  }
}

/** Looks at `item` first, because a reaction to a comment also has a comment id. */
function readFeed(value: JsonObject, at: Date): Said | undefined {
  const item = textOf(value['item']) ?? '';
  const verb = VERBS.get(textOf(value['verb']) ?? 'add');
  if (!verb) return undefined;
  if (item === 'comment') return readComment(value, verb);
  return REACTIONS.has(item) ? readReaction(value, verb, at) : readPost(value, item, verb);
}

function readComment(value: JsonObject, verb: SocialVerb): Said | undefined {
  const external_id = textOf(value['comment_id']);
  if (external_id === undefined) return undefined;
  const post_id = textOf(value['post_id']) ?? null;
  const parent = textOf(value['parent_id']) ?? null;
  const parent_id = parent === post_id ? null : parent;
  return { kind: 'comment', key: commentKey(external_id), verb, external_id, post_id, parent_id, text: wordsOf(value) };
}

/** A reaction has no id: the person and the target identify it. */
function readReaction(value: JsonObject, verb: SocialVerb, at: Date): Said | undefined {
  const post_id = textOf(value['post_id']) ?? null;
  const parent_id = textOf(value['comment_id']) ?? null;
  const target = parent_id ?? post_id;
  if (target === null) return undefined;
  const person = authorOf(value)?.id ?? `hidden:${at.getTime()}`;
  const reaction = textOf(value['reaction_type']) ?? 'like';
  return { kind: 'reaction', key: `reaction:${target}:${person}`, verb, post_id, parent_id, details: { reaction } };
}

function readPost(value: JsonObject, item: string, verb: SocialVerb): Said | undefined {
  const external_id = textOf(value['post_id']) ?? textOf(value['share_id']);
  if (external_id === undefined) return undefined;
  const kind: SocialKind = item === 'share' ? 'share' : 'post';
  const details = detailsOf({ item, link: value['link'] });
  const key = `post:${external_id}`;
  return { kind, key, verb, external_id, post_id: external_id, text: wordsOf(value), details };
}

function readPageMention(value: JsonObject): Said | undefined {
  const post_id = textOf(value['post_id']) ?? null;
  const parent_id = textOf(value['comment_id']) ?? null;
  const verb = VERBS.get(textOf(value['verb']) ?? 'add');
  if (!verb || (post_id ?? parent_id) === null) return undefined;
  return { kind: 'mention', key: mentionKey(post_id, parent_id), verb, post_id, parent_id, text: wordsOf(value) };
}

/** The parent of a comment that answers no other one is the picture itself. */
function readInstagramComment(value: JsonObject, kind: SocialKind): Said | undefined {
  const external_id = textOf(value['id']);
  if (external_id === undefined) return undefined;
  const { id, media_product_type, ad_id } = objectOf(value['media']);
  const post_id = textOf(id) ?? null;
  const parent = textOf(value['parent_id']) ?? null;
  const details = detailsOf({ media_type: media_product_type, ad_id });
  const parent_id = parent === post_id ? null : parent;
  return { kind, key: commentKey(external_id), external_id, post_id, parent_id, text: wordsOf(value), details };
}

function readInstagramMention(value: JsonObject): Said | undefined {
  const post_id = textOf(value['media_id']) ?? null;
  const parent_id = textOf(value['comment_id']) ?? null;
  if ((post_id ?? parent_id) === null) return undefined;
  return { kind: 'mention', key: mentionKey(post_id, parent_id), post_id, parent_id };
}

function readStoryInsights(value: JsonObject): Said | undefined {
  const { media_id, ...numbers } = value;
  const post_id = textOf(media_id);
  if (post_id === undefined) return undefined;
  const details = Object.fromEntries(Object.entries(numbers).filter(([, number]) => typeof number === 'number'));
  return { kind: 'story_insights', key: `story_insights:${post_id}`, post_id, details: details as SocialDetails };
}

const commentKey = (id: string): string => `comment:${id}`;
const mentionKey = (post: string | null, comment: string | null): string => `mention:${post ?? ''}:${comment ?? ''}`;

function authorOf(value: JsonObject): SocialAuthor | null {
  const from = value['from'];
  const id = isObject(from) ? textOf(from['id']) : textOf(value['sender_id']);
  if (id === undefined) return null;
  const { name, username } = objectOf(from);
  return { id, name: textOf(name) ?? textOf(username) ?? textOf(value['sender_name']) ?? null };
}

function wordsOf(value: JsonObject): string | null {
  return (textOf(value['message']) ?? textOf(value['text']))?.slice(0, MAX_TEXT_LENGTH) ?? null;
}

function detailsOf(values: JsonObject): SocialDetails {
  const known = Object.entries(values).map(([name, value]) => [name, textOf(value)] as const);
  return Object.fromEntries(known.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
