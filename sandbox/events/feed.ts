/** Builders for `changes[]` of Pages and Instagram accounts: comments, mentions, reactions on posts. */
import { DEFAULT_INSTAGRAM_ID, DEFAULT_PAGE_ID } from '../channels.ts';
import { numericId } from '../ids.ts';
import { compact, type JsonObject } from '../json.ts';
import type { WebhookEvent } from './types.ts';

const MS_PER_SECOND = 1_000;

interface ChangeOptions {
  channelId?: string;
  at?: number;
}

function change(
  object: 'page' | 'instagram',
  options: ChangeOptions,
  rest: { id: string; field: string; value: JsonObject; creates?: string },
): WebhookEvent {
  const { id, field, value, creates } = rest;
  return {
    object,
    entryId: options.channelId ?? (object === 'page' ? DEFAULT_PAGE_ID : DEFAULT_INSTAGRAM_ID),
    slot: 'changes',
    item: { field, value },
    id,
    field,
    at: options.at ?? Date.now(),
    ...(creates === undefined ? {} : { creates }),
  };
}

/** Null in `from`: the person's privacy settings hide them. */
export function pageComment(
  options: ChangeOptions & {
    text: string;
    from: { id: string; name: string } | null;
    commentId?: string;
    postId?: string;
    /** The comment that is answered; for a top-level comment the post. */
    parentId?: string;
    verb?: 'add' | 'edited' | 'remove' | 'hide' | 'unhide';
  },
): WebhookEvent {
  const { channelId = DEFAULT_PAGE_ID, verb = 'add', text, at = Date.now() } = options;
  const postId = options.postId ?? `${channelId}_${numericId(15)}`;
  const commentId = options.commentId ?? `${postId}_${numericId(15)}`;
  const value = compact({
    item: 'comment',
    verb,
    comment_id: commentId,
    post_id: postId,
    parent_id: options.parentId ?? postId,
    from: options.from ?? undefined,
    message: verb === 'remove' ? undefined : text,
    created_time: Math.floor(at / MS_PER_SECOND),
    post: { id: postId, status_type: 'added_photos', is_published: true, promotion_status: 'inactive' },
  });
  return change('page', options, { id: `${commentId}:${verb}`, field: 'feed', value, creates: commentId });
}

/** A reaction on a comment carries `comment_id` too, so receivers must look at `item`. */
export function pageReaction(
  options: ChangeOptions & {
    postId: string;
    from: { id: string; name: string };
    type?: string;
    commentId?: string;
    verb?: 'add' | 'edit' | 'remove';
  },
): WebhookEvent {
  const { postId, from, type = 'love', commentId, verb = 'add', at = Date.now() } = options;
  const value = compact({
    item: 'reaction',
    verb,
    reaction_type: type,
    post_id: postId,
    comment_id: commentId,
    parent_id: commentId ?? postId,
    from,
    created_time: Math.floor(at / MS_PER_SECOND),
  });
  return change('page', options, { id: `${postId}:${from.id}:${type}:${verb}:${at}`, field: 'feed', value });
}

/** Somebody posts on the Page, or shares one of its posts. */
export function pagePost(
  options: ChangeOptions & {
    from: { id: string; name: string };
    text: string;
    item?: 'status' | 'photo' | 'video' | 'share';
    postId?: string;
    verb?: 'add' | 'edited' | 'remove';
  },
): WebhookEvent {
  const { channelId = DEFAULT_PAGE_ID, from, text, item = 'status', verb = 'add', at = Date.now() } = options;
  const postId = options.postId ?? `${channelId}_${numericId(15)}`;
  const value = compact({
    item,
    verb,
    post_id: postId,
    from,
    message: verb === 'remove' ? undefined : text,
    published: 1,
    created_time: Math.floor(at / MS_PER_SECOND),
  });
  return change('page', options, { id: `${postId}:${verb}`, field: 'feed', value });
}

/** Somebody names the Page in a post or comment. */
export function pageMention(
  options: ChangeOptions & { from: { id: string; name: string }; text: string; postId: string; commentId?: string },
): WebhookEvent {
  const { from, text, postId, commentId, at = Date.now() } = options;
  const value = compact({
    item: commentId === undefined ? 'post' : 'comment',
    verb: 'add',
    post_id: postId,
    comment_id: commentId,
    sender_id: from.id,
    sender_name: from.name,
    message: text,
    created_time: Math.floor(at / MS_PER_SECOND),
  });
  return change('page', options, { id: `${commentId ?? postId}:mention`, field: 'mention', value });
}

/** `live` puts the comment into the field of live videos. */
export function instagramComment(
  options: ChangeOptions & {
    text: string;
    from: { id: string; username: string };
    commentId?: string;
    mediaId?: string;
    mediaType?: 'FEED' | 'REELS' | 'STORY' | 'AD';
    parentId?: string;
    live?: boolean;
  },
): WebhookEvent {
  const { text, from, commentId = numericId(17), mediaId = numericId(17), mediaType = 'FEED' } = options;
  const value = compact({
    id: commentId,
    text,
    from,
    media: { id: mediaId, media_product_type: mediaType },
    parent_id: options.parentId,
  });
  const field = options.live === true ? 'live_comments' : 'comments';
  return change('instagram', options, { id: commentId, field, value, creates: commentId });
}

/** Ids only: the text has to be fetched. Without a comment id it is a caption. */
export function instagramMention(options: ChangeOptions & { mediaId: string; commentId?: string }): WebhookEvent {
  const value = compact({ media_id: options.mediaId, comment_id: options.commentId });
  return change('instagram', options, { id: options.commentId ?? options.mediaId, field: 'mentions', value });
}

/** Instagram sends it once, when a story ends. */
export function instagramStoryInsights(
  options: ChangeOptions & { mediaId: string; reach: number; replies: number },
): WebhookEvent {
  const { mediaId, reach, replies } = options;
  const value = { media_id: mediaId, impressions: reach, reach, taps_forward: 0, taps_back: 0, exits: 0, replies };
  return change('instagram', options, { id: `${mediaId}:story_insights`, field: 'story_insights', value });
}

/** Any other change: `ratings`, `leadgen`, `live_videos`. */
export function otherChange(
  object: 'page' | 'instagram',
  options: ChangeOptions & { field: string; value: JsonObject },
): WebhookEvent {
  const { field, value, at = Date.now() } = options;
  return change(object, options, { id: `${field}:${at}`, field, value });
}
