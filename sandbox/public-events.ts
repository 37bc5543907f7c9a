/** `POST /__control/social`: comments, reactions, posts and mentions on a Page or Instagram account. */
import type { Channel } from './channels.ts';
import { ControlError } from './control-error.ts';
import {
  instagramComment,
  instagramMention,
  instagramStoryInsights,
  pageComment,
  pageMention,
  pagePost,
  pageReaction,
  type WebhookEvent,
} from './events/index.ts';
import { numericId } from './ids.ts';
import { isText, type JsonObject } from './json.ts';
import type { MetaState } from './meta-state.ts';
import type { WebhookSender } from './webhook-sender.ts';

interface Person {
  id: string;
  name: string;
}

interface Act {
  channel: Channel;
  from: Person;
  at: number;
  body: JsonObject;
}

interface Comment {
  channelId: string;
  from: Person;
  postId: string;
  parentId?: string;
}

interface Rule {
  on: readonly Channel['platform'][];
  needs: readonly string[];
  may?: readonly string[];
}

const BOTH = ['facebook', 'instagram'] as const;
const PAGE = ['facebook'] as const;
const INSTAGRAM = ['instagram'] as const;
/** Instagram reports no edits, removals or hiding of comments. */
const RULES: Readonly<Record<string, Rule>> = {
  comment: { on: BOTH, needs: ['text'], may: ['post_id', 'parent_id'] },
  live_comment: { on: INSTAGRAM, needs: ['text'], may: ['post_id'] },
  edit: { on: PAGE, needs: ['comment_id', 'text'] },
  remove: { on: PAGE, needs: ['comment_id'] },
  hide: { on: PAGE, needs: ['comment_id'] },
  unhide: { on: PAGE, needs: ['comment_id'] },
  react: { on: PAGE, needs: ['post_id'], may: ['comment_id', 'type'] },
  unreact: { on: PAGE, needs: ['post_id'], may: ['comment_id', 'type'] },
  post: { on: PAGE, needs: ['text'] },
  share: { on: PAGE, needs: ['text'] },
  mention: { on: BOTH, needs: ['post_id'], may: ['comment_id', 'text'] },
  story_insights: { on: INSTAGRAM, needs: ['post_id'] },
};
const VERBS = { edit: 'edited', remove: 'remove', hide: 'hide', unhide: 'unhide' } as const;
const ALWAYS = ['channel_id', 'customer_id', 'own', 'do'];

export class PublicEvents {
  private readonly comments = new Map<string, Comment>();
  private readonly state: MetaState;
  private readonly webhooks: WebhookSender;

  constructor({ state, webhooks }: { state: MetaState; webhooks: WebhookSender }) {
    this.state = state;
    this.webhooks = webhooks;
  }

  /** @returns the ids of the comment or post, and whether PetBuddy took the event @throws ControlError */
  async act(body: JsonObject): Promise<JsonObject> {
    const name = String(body['do']);
    const rule = Object.hasOwn(RULES, name) ? RULES[name] : undefined;
    if (rule === undefined) throw new ControlError(`do must be one of ${Object.keys(RULES).join(', ')}`);
    const act = this.read(body, name, rule);
    const event = this.eventOf(name, act);
    const value = event.item['value'] as JsonObject;
    const ids = { id: event.creates ?? value['post_id'] ?? null, post_id: postIdIn(value) };
    if (!this.state.isSubscribed(event)) return { ...ids, delivered: false };
    const reports = await this.webhooks.send(event);
    return { ...ids, delivered: reports.length > 0 && reports.every(({ ok }) => ok) };
  }

  private read(body: JsonObject, name: string, { on, needs, may = [] }: Rule): Act {
    const known = [...ALWAYS, ...needs, ...may];
    const unknown = Object.keys(body).find((key) => !known.includes(key));
    if (unknown !== undefined) throw new ControlError(`${name} has no ${unknown}`);
    const missing = needs.find((key) => !isText(body[key]));
    if (missing !== undefined) throw new ControlError(`${name} needs ${missing}`);
    const channel = this.state.channel(String(body['channel_id']));
    if (channel === undefined) throw new ControlError('No such channel');
    if (!on.includes(channel.platform)) throw new ControlError(`${channel.platform} has no ${name}`);
    return { channel, from: this.personOf(body, channel), at: this.state.now(), body };
  }

  private personOf({ customer_id: id, own }: JsonObject, channel: Channel): Person {
    if (own === true) return { id: channel.external_id, name: channel.name };
    const person = isText(id) ? this.state.customers.find(channel.external_id, id) : undefined;
    if (person === undefined) throw new ControlError('No such customer; own: true lets the account itself act');
    return { id: person.id, name: person.name };
  }

  private eventOf(name: string, act: Act): WebhookEvent {
    const { channel, from, at, body } = act;
    const of = { channelId: channel.external_id, at };
    const post = { ...of, postId: String(body['post_id']) };
    const ofComment = isText(body['comment_id']) ? { commentId: body['comment_id'] } : {};
    const text = isText(body['text']) ? body['text'] : '';
    switch (name) {
      case 'comment':
      case 'live_comment':
        return this.comment(act, text, name === 'live_comment');
      case 'react':
      case 'unreact': {
        const type = isText(body['type']) ? { type: body['type'] } : {};
        return pageReaction({ ...post, ...ofComment, ...type, from, verb: name === 'react' ? 'add' : 'remove' });
      }
      case 'post':
      case 'share':
        return pagePost({ ...of, from, text, item: name === 'share' ? 'share' : 'status' });
      case 'mention':
        if (channel.platform === 'facebook') return pageMention({ ...post, ...ofComment, from, text });
        return instagramMention({ ...of, ...ofComment, mediaId: post.postId });
      case 'story_insights':
        return instagramStoryInsights({ ...of, mediaId: post.postId, reach: 100, replies: 2 });
      default:
        return this.change(act, text, VERBS[name as keyof typeof VERBS]);
    }
  }

  private comment({ channel, from, at, body }: Act, text: string, live: boolean): WebhookEvent {
    const parentId = isText(body['parent_id']) ? body['parent_id'] : undefined;
    const parent = parentId === undefined ? undefined : this.commentOn(channel, parentId);
    const { external_id: channelId, platform } = channel;
    const own = numericId(17);
    const postId = parent?.postId ?? (isText(body['post_id']) ? body['post_id'] : newPost(channel));
    const commentId = platform === 'facebook' ? `${postId}_${own}` : own;
    const reply = parentId === undefined ? {} : { parentId };
    this.comments.set(commentId, { channelId, from, postId, ...reply });
    if (platform === 'facebook') return pageComment({ channelId, at, from, text, commentId, postId, ...reply });
    const username = from.name.toLowerCase().replaceAll(/\W+/g, '.');
    const author = { id: from.id, username };
    return instagramComment({ channelId, at, from: author, text, commentId, mediaId: postId, live, ...reply });
  }

  private change({ channel, at, body }: Act, text: string, verb: (typeof VERBS)[keyof typeof VERBS]): WebhookEvent {
    const commentId = String(body['comment_id']);
    const { channelId, ...comment } = this.commentOn(channel, commentId);
    return pageComment({ channelId, at, text, commentId, verb, ...comment });
  }

  private commentOn(channel: Channel, commentId: string): Comment {
    const comment = this.comments.get(commentId);
    if (comment?.channelId !== channel.external_id) throw new ControlError(`No comment ${commentId} on this channel`);
    return comment;
  }
}

function newPost({ platform, external_id: id }: Channel): string {
  return platform === 'facebook' ? `${id}_${numericId(15)}` : numericId(17);
}

function postIdIn(value: JsonObject): unknown {
  const media = value['media'] as JsonObject | undefined;
  return value['post_id'] ?? value['media_id'] ?? media?.['id'] ?? null;
}
