import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { IdChangesService } from './id-changes.service.js';
import type { InboundChannel, InboundEvent, InboundOutcome } from './inbound-event.js';
import { InboundEvents } from './inbound-events.js';
import { InboundMessagesService } from './inbound-messages.service.js';
import { MessageChangesService } from './message-changes.service.js';
import { ReceiptsService } from './receipts.service.js';

@Injectable()
export class InboundEventsService extends InboundEvents {
  constructor(
    private readonly messages: InboundMessagesService,
    private readonly receipts: ReceiptsService,
    private readonly changes: MessageChangesService,
    private readonly idChanges: IdChangesService,
  ) {
    super();
  }

  apply(scope: CompanyScope, channel: InboundChannel, event: InboundEvent): Promise<InboundOutcome> {
    switch (event.kind) {
      case 'message':
        return this.messages.apply(scope, channel, event);
      case 'status':
        return this.receipts.apply(scope, channel, event);
      case 'reaction':
        return this.changes.react(scope, channel, event);
      case 'deletion':
        return this.changes.unsend(scope, channel, event);
      case 'edit':
        return this.changes.edit(scope, channel, event);
      case 'id_change':
        return this.idChanges.apply(scope, channel, event);
      case 'referral':
        return this.messages.applyReferral(scope, channel, event);
    }
  }
}
