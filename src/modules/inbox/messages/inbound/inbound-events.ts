import type { CompanyScope } from '../../../../core/tenancy/index.js';
import type { InboundChannel, InboundEvent, InboundOutcome } from './inbound-event.js';

/**
 * Port by which channel adapters hand over what their webhooks say. Applying an event again changes nothing, so a drain
 * that crashed may simply start over; events of one customer must come one at a time.
 */
export abstract class InboundEvents {
  abstract apply(scope: CompanyScope, channel: InboundChannel, event: InboundEvent): Promise<InboundOutcome>;
}
