import { Injectable, Logger } from '@nestjs/common';
import { RequestContext } from '../../../../core/context/index.js';
import { crashPoint } from '../../../../core/crash-points/index.js';
import type { LockLease } from '../../../../core/locks/index.js';
import { Metrics } from '../../../../core/metrics/index.js';
import { ChannelDirectory, type DirectoryChannel } from '../../channels/index.js';
import { type InboundChannel, InboundEvents } from '../../messages/index.js';
import { AckPriority } from '../ack-priority.js';
import { type EventVerdict, InboundEventsRepository } from '../inbound-events.repository.js';
import { DEATH_PAUSE_MS, MAX_ATTEMPTS, MAX_DEATHS } from '../inbound-events.constants.js';
import { InboundMappers } from '../inbound-mappers.js';
import type { InboundEventRecord } from '../schemas/inbound-event-record.schema.js';
import { afterFailure, afterOutcome, crashedTooOften, ignored, released, unroutable } from './outcomes.js';

/** Events claimed in one go; a crash counts one attempt for each of them. */
const CLAIM_BATCH = 50;

type Holder = () => Promise<DirectoryChannel | undefined>;

/** One customer's events, one after the other. */
@Injectable()
export class LaneDrain {
  private readonly logger = new Logger(LaneDrain.name);
  /** Events whose last attempt nobody saw the end of run one at a time, so that a crash counts against one of them. */
  private suspects: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly events: InboundEventsRepository,
    private readonly channels: ChannelDirectory,
    private readonly inbound: InboundEvents,
    private readonly metrics: Metrics,
    private readonly priority: AckPriority,
    private readonly mappers: InboundMappers,
  ) {}

  /** Applies what is due, in order, until something has to wait. */
  async drain(lane: string, records: readonly InboundEventRecord[], lease: LockLease): Promise<void> {
    const { chunks, holdUntil } = claimable(records, new Date());
    for (const chunk of chunks) {
      const isThrough = isSuspect(chunk[0])
        ? await this.alone(() => this.drainChunk(lane, chunk, lease))
        : await this.drainChunk(lane, chunk, lease);
      if (!isThrough) return;
    }
    // What came in behind a failed event must not look due, or it would be looked at again and again.
    if (holdUntil) await this.events.holdLane(lane, holdUntil);
  }

  /** @returns false when the rest of the lane has to wait */
  private async drainChunk(lane: string, chunk: readonly InboundEventRecord[], lease: LockLease): Promise<boolean> {
    if (lease.signal.aborted) return false;
    const ids = chunk.map(({ _id }) => _id);
    if (!(await this.events.claim(ids, lease.fence, afterAnotherDeath(chunk[0])))) return false;
    crashPoint('drain.claimed');
    const verdicts: EventVerdict[] = [];
    const holder = this.holderOf(chunk[0]);
    let holdUntil: Date | undefined;
    for (const record of chunk) {
      const verdict = holdUntil === undefined ? await this.reach(record, holder, lease) : unreached(record);
      crashPoint('drain.applied');
      verdicts.push(verdict);
      const { state, waiting, not_before } = verdict.set;
      if (state === undefined && !waiting) holdUntil ??= not_before;
    }
    crashPoint('drain.settling');
    await this.events.settle(verdicts, lease.fence);
    crashPoint('drain.settled');
    if (holdUntil) await this.events.holdLane(lane, holdUntil);
    return holdUntil === undefined && !lease.signal.aborted;
  }

  private async alone(work: () => Promise<boolean>): Promise<boolean> {
    const turn = this.suspects.then(work);
    this.suspects = turn.catch(() => undefined);
    return turn;
  }

  /** In its turn, by which the lease may be lost. */
  private reach(record: InboundEventRecord, holder: Holder, { signal }: LockLease): Promise<EventVerdict> {
    return this.priority.beside(async () => (signal.aborted ? unreached(record) : this.apply(record, holder)));
  }

  /** Asked for once for all events of a lane, which name one account and were received before. */
  private holderOf(record: InboundEventRecord | undefined): Holder {
    let asked: ReturnType<Holder> | undefined;
    return async () => record && (asked ??= this.channels.resolve(record.platform, record.external_id));
  }

  private async apply(record: InboundEventRecord, holder: Holder): Promise<EventVerdict> {
    let channel: DirectoryChannel | undefined;
    try {
      channel = channelFor(record, await holder());
      if (record.attempts >= (isSuspect(record) ? MAX_DEATHS : MAX_ATTEMPTS)) {
        return this.counted(record, 'parked', crashedTooOften(record, channel, new Date()));
      }
      if (!channel && record.company_id) return this.counted(record, 'parked', released(record));
      if (!channel) return this.counted(record, 'unroutable', unroutable(record));
      const found = channel;
      return await RequestContext.run({ companyId: found.scope.id }, () => this.applyTo(found, record));
    } catch (error) {
      this.logger.error(`event ${record._id} failed`, error);
      const verdict = afterFailure(record, error, channel, new Date());
      return this.counted(record, verdict.set.state ?? 'error', verdict);
    }
  }

  private async applyTo(channel: DirectoryChannel, record: InboundEventRecord): Promise<EventVerdict> {
    const event = this.mappers.map(record);
    if (!event) return this.counted(record, 'ignored', ignored(record, channel));
    const target: InboundChannel = { _id: channel._id, platform: channel.platform };
    const outcome = await this.inbound.apply(
      channel.scope,
      target,
      record.attempts > 0 ? { ...event, is_repeated: true } : event,
    );
    if (event.kind === 'deletion') await this.events.eraseMessage(record, event.target_external_id);
    await this.noteTraffic(channel, record);
    return this.counted(record, outcome, afterOutcome(record, outcome, channel, new Date()));
  }

  /** A nicety: its failure must not make an applied event look failed. */
  private async noteTraffic({ scope, _id }: DirectoryChannel, { received_at }: InboundEventRecord): Promise<void> {
    await this.channels
      .touch(scope, _id, 'last_in_at', received_at)
      .catch((error: unknown) => this.logger.warn(`traffic of channel ${_id} was not noted: ${String(error)}`));
  }

  private counted({ platform }: InboundEventRecord, outcome: string, verdict: EventVerdict): EventVerdict {
    this.metrics.eventsIn.inc({ channel: platform, outcome });
    return verdict;
  }
}

/** An event is for the company that held the account when it was received; once it is on record, for no other. */
function channelFor(record: InboundEventRecord, channel: DirectoryChannel | undefined): DirectoryChannel | undefined {
  const { company_id, received_at } = record;
  if (!channel) return undefined;
  const isTheirs = company_id ? channel.scope.companyId.equals(company_id) : received_at >= channel.events_from;
  return isTheirs ? channel : undefined;
}

/** An earlier attempt left no verdict: its process died, maybe of this event. */
function isSuspect(record: InboundEventRecord | undefined): boolean {
  return record !== undefined && record.attempts > 0 && record.last_error === undefined;
}

/**
 * An event that may be what kills processes is not the first work of each that starts: a crash loop would park it, or
 * what only happens to lie first, within seconds.
 */
function afterAnotherDeath(record: InboundEventRecord | undefined): Date | undefined {
  if (!record || !isSuspect(record)) return undefined;
  return new Date(Date.now() + DEATH_PAUSE_MS * 2 ** (record.attempts - 1));
}

/** Attempts are counted before the run, so an event that was not reached gives its own back. */
function unreached({ _id, attempts, not_before }: InboundEventRecord): EventVerdict {
  return { _id, set: { attempts, not_before } };
}

/** A lane cut into what may be claimed together, and until when the rest has to wait. */
export interface ClaimableLane {
  chunks: InboundEventRecord[][];
  holdUntil?: Date;
}

/**
 * Untried events go together in a batch, tried ones alone, since they may be what kills the process. Ends before the
 * first one that is not due, except that waiting receipts hold up nobody.
 */
export function claimable(records: readonly InboundEventRecord[], now: Date): ClaimableLane {
  const chunks: InboundEventRecord[][] = [];
  for (const record of records) {
    if (record.not_before > now) {
      if (record.waiting) continue;
      return { chunks, holdUntil: record.not_before };
    }
    const last = chunks.at(-1);
    const joins = last && record.attempts === 0 && last[0]?.attempts === 0 && last.length < CLAIM_BATCH;
    if (joins) last.push(record);
    else chunks.push([record]);
  }
  return { chunks };
}
