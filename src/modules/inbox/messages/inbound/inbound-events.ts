import type { CompanyScope } from '../../../../core/tenancy/index.js';
import type { InboundChannel, InboundEvent, InboundOutcome } from './inbound-event.js';

/**
 * Port for received events. Applying an event again changes nothing. Events of one customer must come one at a time.
 */
export abstract class InboundEvents {
  abstract apply(scope: CompanyScope, channel: InboundChannel, event: InboundEvent): Promise<InboundOutcome>;
}
