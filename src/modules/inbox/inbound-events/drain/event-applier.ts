import { Injectable, Logger } from '@nestjs/common';
import { Metrics } from '../../../../core/metrics/index.js';
import type { DirectoryChannel } from '../../channels/index.js';
import { type InboundChannel, type InboundEvent, InboundEvents, type InboundOutcome } from '../../messages/index.js';
import { SocialEventsRepository } from '../../social-events/index.js';
import { InboundMappers, UNKNOWN_ITEM } from '../inbound-mappers.js';
import type { InboundEventRecord } from '../schemas/inbound-event-record.schema.js';

/** `event` is undefined for an item that belongs to no conversation. */
type Applied = { event: InboundEvent; outcome: InboundOutcome } | { event: undefined; outcome: 'applied' | 'ignored' };

/** Applies one stored event of a channel to its conversation, or to the social events. */
@Injectable()
export class EventApplier {
  private readonly logger = new Logger(EventApplier.name);

  constructor(
    private readonly mappers: InboundMappers,
    private readonly inbound: InboundEvents,
    private readonly social: SocialEventsRepository,
    private readonly metrics: Metrics,
  ) {}

  async apply({ scope, _id, platform }: DirectoryChannel, record: InboundEventRecord): Promise<Applied> {
    const event = await this.mappers.map(record);
    if (!event) return { event, outcome: await this.applyOutside(scope, _id, record) };
    const target: InboundChannel = { _id, platform };
    const repeated = record.attempts > 0 ? { ...event, is_repeated: true } : event;
    return { event, outcome: await this.inbound.apply(scope, target, repeated) };
  }

  private async applyOutside(
    scope: DirectoryChannel['scope'],
    channelId: string,
    record: InboundEventRecord,
  ): Promise<'applied' | 'ignored'> {
    const event = this.mappers.socialEventOf(record);
    if (event) {
      await this.social.record(scope, channelId, event);
      return 'applied';
    }
    const { platform, _id } = record;
    const kind = this.mappers.unshownKindOf(record);
    this.metrics.eventsUnshown.inc({ channel: platform, kind });
    if (kind === UNKNOWN_ITEM) this.logger.warn(`event ${_id} of ${platform} has an unknown kind and is not shown`);
    return 'ignored';
  }
}
