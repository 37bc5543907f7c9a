import { Injectable, Logger } from '@nestjs/common';
import { RequestContext } from '../../../core/context/index.js';
import { crashPoint } from '../../../core/crash-points/index.js';
import type { LaneLease } from '../../../core/lanes/index.js';
import { Metrics } from '../../../core/metrics/index.js';
import { ChannelDirectory, type DirectoryChannel } from '../../channels/index.js';
import { type InboundChannel, InboundEvents } from '../../messages/index.js';
import { type EventVerdict, InboundEventsRepository } from '../inbound-events.repository.js';
import { mapItem } from '../mapping/map-item.js';
import type { InboundEventRecord } from '../schemas/inbound-event-record.schema.js';
import { afterFailure, afterOutcome, ignored, unroutable } from './verdicts.js';

/** Events claimed in one go; a crash counts one attempt for each of them. */
const CLAIM_BATCH = 50;

/** One customer's events, one after the other. */
@Injectable()
export class LaneDrain {
  private readonly logger = new Logger(LaneDrain.name);

  constructor(
    private readonly events: InboundEventsRepository,
    private readonly channels: ChannelDirectory,
    private readonly inbound: InboundEvents,
    private readonly metrics: Metrics,
  ) {}

  /** Applies what is due, in order, until something has to wait. */
  async drain(lane: string, records: readonly InboundEventRecord[], lease: LaneLease): Promise<void> {
    for (const chunk of claimable(records, new Date())) {
      if (lease.signal.aborted) return;
      const ids = chunk.map(({ _id }) => _id);
      if (!(await this.events.claim(ids, lease.fence))) return;
      crashPoint('drain.claimed');
      const isThrough = await this.applyAll(lane, chunk, lease);
      if (!isThrough) return;
    }
  }

  /** @returns false when the rest of the lane has to wait for a failed event */
  private async applyAll(lane: string, chunk: readonly InboundEventRecord[], lease: LaneLease): Promise<boolean> {
    const verdicts: EventVerdict[] = [];
    let holdUntil: Date | undefined;
    for (const record of chunk) {
      const verdict = holdUntil ? unclaimed(record) : await this.apply(record);
      crashPoint('drain.applied');
      verdicts.push(verdict);
      const { state, waiting, not_before } = verdict.set;
      if (state === undefined && !waiting && !holdUntil) holdUntil = not_before;
    }
    crashPoint('drain.settling');
    await this.events.settle(verdicts, lease.fence);
    crashPoint('drain.settled');
    if (holdUntil) await this.events.holdLane(lane, holdUntil);
    return holdUntil === undefined;
  }

  private async apply(record: InboundEventRecord): Promise<EventVerdict> {
    try {
      const channel = await this.channels.resolve(record.platform, record.external_id);
      if (!channel) return unroutable(record);
      return await RequestContext.run({ companyId: channel.scope.id }, () => this.applyTo(channel, record));
    } catch (error) {
      this.logger.error(`event ${record._id} failed`, error);
      this.metrics.eventsIn.inc({ channel: record.platform, outcome: 'error' });
      return afterFailure(record, error, new Date());
    }
  }

  private async applyTo(channel: DirectoryChannel, record: InboundEventRecord): Promise<EventVerdict> {
    const event = mapItem(record);
    if (!event) return ignored(record);
    const target: InboundChannel = { _id: channel._id, platform: channel.platform };
    const outcome = await this.inbound.apply(channel.scope, target, event);
    this.metrics.eventsIn.inc({ channel: channel.platform, outcome });
    await this.channels.touch(channel.scope, channel._id, 'last_in_at', record.received_at);
    return afterOutcome(record, outcome, channel, new Date());
  }
}

/** Attempts are counted before the run, so an event that was not reached gives its own back. */
function unclaimed({ _id, attempts }: InboundEventRecord): EventVerdict {
  return { _id, set: { attempts } };
}

/**
 * Cuts a lane into what may be claimed together: untried events in a batch, tried ones alone, since they may be what
 * kills the process. Ends before the first one that is not due, except that waiting receipts hold up nobody.
 */
export function claimable(records: readonly InboundEventRecord[], now: Date): InboundEventRecord[][] {
  const chunks: InboundEventRecord[][] = [];
  for (const record of records) {
    if (record.not_before > now) {
      if (record.waiting) continue;
      break;
    }
    const last = chunks.at(-1);
    const joins = last && record.attempts === 0 && last[0]?.attempts === 0 && last.length < CLAIM_BATCH;
    if (joins) last.push(record);
    else chunks.push([record]);
  }
  return chunks;
}
