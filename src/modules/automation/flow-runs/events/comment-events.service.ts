import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { crashPoint } from '../../../../core/crash-points/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { IdentityResolver } from '../../../customers/contacts/index.js';
import { ChannelDirectory } from '../../../inbox/channels/index.js';
import { AutomaticMessagesService } from '../../../inbox/messages/index.js';
import { type SocialEventRecord, SocialEventsRepository } from '../../../inbox/social-events/index.js';
import { FlowInterests } from './flow-interests.service.js';
import { ThreadEvents } from './thread-events.service.js';

const SWEEP_INTERVAL_MS = 5_000;
const SWEEP_BATCH = 200;

/** Turns comments into events of flows, where the person has a conversation on that channel and may be answered now. */
@Injectable()
export class CommentEvents {
  private readonly logger = new Logger(CommentEvents.name);

  constructor(
    private readonly comments: SocialEventsRepository,
    private readonly interests: FlowInterests,
    private readonly channels: ChannelDirectory,
    private readonly identities: IdentityResolver,
    private readonly messages: AutomaticMessagesService,
    private readonly threads: ThreadEvents,
  ) {}

  @Interval(SWEEP_INTERVAL_MS)
  async sweep(): Promise<void> {
    for (const comment of await this.comments.unseenComments(SWEEP_BATCH)) {
      const scope = CompanyScope.of(comment.company_id);
      try {
        await this.store(scope, comment);
        crashPoint('flow.event_added');
        await this.comments.markSeen(scope, comment._id);
      } catch (error) {
        this.logger.error(`could not read comment ${comment._id.toHexString()}`, error);
      }
    }
  }

  /** May be repeated: the comment names the event. */
  private async store(scope: CompanyScope, comment: SocialEventRecord): Promise<void> {
    const since = await this.interests.sinceOf(scope);
    if (!since || comment.at < since || comment.is_removed || !comment.author) return;
    const inbox = comment.channel_id.toHexString();
    const channel = (await this.channels.findLive(scope)).find(({ _id }) => _id === inbox);
    if (!channel) return;
    const address = { inbox, platform: channel.platform, external_id: comment.author.id };
    const identity = await this.identities.lookup(scope, address);
    const conversation = identity && (await this.messages.openOne(scope, identity._id));
    if (!conversation) return;
    const key = `comment:${comment._id.toHexString()}`;
    await this.threads.addTo(scope, conversation, { key, kind: 'comment', text: comment.text ?? '' }, since);
  }
}
