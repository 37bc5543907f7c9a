import { Injectable } from '@nestjs/common';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { ChannelDirectory } from '../channels/index.js';
import { type Conversation, type SendRight, SENDING_IS_OPEN, sendRightOf } from '../conversations/index.js';
import { isPerson, type Message } from '../message-log/index.js';
import { type BacklogAccount, InboundBacklogs } from './inbound-backlogs.js';
import { WINDOW_CLOSED } from './send-failures.js';

type WindowOwner = Pick<Conversation, 'platform' | 'reply_window' | 'recipient_id' | 'channel_id'>;
type Outgoing = Pick<Message, 'author' | 'template'>;

/** Decides whether a message may be sent now, for the API and for all senders. */
@Injectable()
export class ReplyWindows {
  constructor(
    private readonly channels: ChannelDirectory,
    private readonly backlogs: InboundBacklogs,
  ) {}

  /** Also allows it if an unprocessed event of the customer may have opened the window. */
  async rightOf(owner: WindowOwner, message: Outgoing, account: BacklogAccount | undefined): Promise<SendRight> {
    const sender = { isPerson: isPerson(message.author), isTemplate: message.template !== undefined };
    const right = sendRightOf(owner.platform, owner.reply_window, sender, new Date());
    if (right.isAllowed || !account) return right;
    return (await this.backlogs.has(account, owner.recipient_id)) ? SENDING_IS_OPEN : right;
  }

  /** @throws AppError WINDOW_CLOSED with `{allowed, human_agent_until}` */
  async assertOpen(scope: CompanyScope, owner: WindowOwner, message: Outgoing): Promise<void> {
    if ((await this.rightOf(owner, message, undefined)).isAllowed) return;
    const right = await this.rightOf(owner, message, await this.accountOf(scope, owner));
    if (right.isAllowed) return;
    const { allowed, human_agent_until } = right;
    throw AppError.conflict(WINDOW_CLOSED.code, adviceOf(right), { allowed, human_agent_until });
  }

  private async accountOf(
    scope: CompanyScope,
    { platform, channel_id }: WindowOwner,
  ): Promise<BacklogAccount | undefined> {
    const channels = await this.channels.findLive(scope, platform);
    return channels.find(({ _id }) => _id === channel_id?.toHexString());
  }
}

function adviceOf({ allowed }: SendRight & { isAllowed: false }): string {
  if (allowed.includes('template'))
    return 'The reply window is closed. Send a template, or wait until the customer writes';
  if (allowed.includes('human_agent')) {
    return 'The reply window is closed for programs. A person may still answer, until human_agent_until';
  }
  return 'The reply window is closed. The customer has to write first';
}
