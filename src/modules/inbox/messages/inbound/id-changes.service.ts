import { Injectable } from '@nestjs/common';
import { type CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { IdentityRenaming } from '../../../customers/contacts/index.js';
import { ConversationsService } from '../../conversations/index.js';
import type { InboundChannel, InboundIdChange, InboundOutcome } from './inbound-event.js';
import { SystemLinesService } from './system-lines.service.js';

/** Keeps the contact and the conversation of a customer who gets another number or user id. */
@Injectable()
export class IdChangesService {
  constructor(
    private readonly identities: IdentityRenaming,
    private readonly conversations: ConversationsService,
    private readonly lines: SystemLinesService,
  ) {}

  async apply(scope: CompanyScope, channel: InboundChannel, event: InboundIdChange): Promise<InboundOutcome> {
    const address = {
      inbox: channel._id,
      platform: channel.platform,
      external_id: event.customer_id,
      channel_id: toObjectId(channel._id),
      ...(event.customer_aliases ? { aliases: event.customer_aliases } : {}),
    };
    const renamed = await this.identities.rename(scope, address, event.new_ids);
    // The customer is unknown, so there is no conversation to keep.
    if (!renamed) return 'duplicate';
    const conversation = await this.conversations.ensure(scope, renamed.identity, renamed.contact);
    const [new_id = ''] = event.new_ids;
    const id_change = { old_id: event.customer_id, new_id, is_taken: renamed.isTaken };
    const content = `The customer changed from ${event.customer_id} to ${new_id}`;
    return this.lines.add(scope, channel, conversation, { ...event, content, context: { id_change } });
  }
}
