import { Injectable, Logger } from '@nestjs/common';
import { RequestContext } from '../../../../core/context/index.js';
import { crashPoint } from '../../../../core/crash-points/index.js';
import type { LockLease } from '../../../../core/locks/index.js';
import { Metrics } from '../../../../core/metrics/index.js';
import {
  type AccountNotice,
  ChannelDirectory,
  ChannelHealthRecorder,
  type DirectoryChannel,
} from '../../channels/index.js';
import { AckPriority } from '../ack-priority.js';
import { type EventOutcome, InboundEventsRepository } from '../inbound-events.repository.js';
import { DEATH_PAUSE_MS, MAX_ATTEMPTS, MAX_DEATHS } from '../inbound-events.constants.js';
import { InboundMappers } from '../inbound-mappers.js';
import type { InboundEventRecord } from '../schemas/inbound-event-record.schema.js';
import { EventApplier } from './event-applier.js';
import { afterFailure, afterOutcome, crashedTooOften, released, unroutable, withoutMessage } from './outcomes.js';

/** A crash counts one attempt for each of them. */
const CLAIM_BATCH = 50;

type Holder = () => Promise<DirectoryChannel | undefined>;

@Injectable()
export class LaneDrain {
  private readonly logger = new Logger(LaneDrain.name);
  /** Events that may have killed a process run one at a time, so that a crash counts for one of them. */
  private suspects: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly events: InboundEventsRepository,
    private readonly channels: ChannelDirectory,
    private readonly applier: EventApplier,
    private readonly metrics: Metrics,
    private readonly priority: AckPriority,
    private readonly mappers: InboundMappers,
    private readonly health: ChannelHealthRecorder,
  ) {}

  /** Applies due events in order, until one has to wait. */
  async drain(lane: string, records: readonly InboundEventRecord[], lease: LockLease): Promise<void> {
    const { chunks, holdUntil } = claimable(records, new Date());
    for (const chunk of chunks) {
      const isThrough = isSuspect(chunk[0])
        ? await this.alone(() => this.drainChunk(lane, chunk, lease))
        : await this.drainChunk(lane, chunk, lease);
      if (!isThrough) return;
    }
    // Events behind a failed one must not look due, or each sweep would load them.
    if (holdUntil) await this.events.holdLane(lane, holdUntil);
  }

  /** @returns false if the rest of the lane has to wait */
  private async drainChunk(lane: string, chunk: readonly InboundEventRecord[], lease: LockLease): Promise<boolean> {
    if (lease.signal.aborted) return false;
    const ids = chunk.map(({ _id }) => _id);
    if (!(await this.events.claim(ids, lease.fence, retryAfterCrash(chunk[0])))) return false;
    crashPoint('drain.claimed');
    const outcomes: EventOutcome[] = [];
    const holder = this.holderOf(chunk[0]);
    let holdUntil: Date | undefined;
    for (const record of chunk) {
      const outcome = holdUntil === undefined ? await this.reach(record, holder, lease) : notRun(record);
      crashPoint('drain.applied');
      outcomes.push(outcome);
      const { state, waiting, not_before } = outcome.set;
      if (state === undefined && !waiting) holdUntil ??= not_before;
    }
    crashPoint('drain.settling');
    await this.events.recordOutcomes(outcomes, lease.fence);
    crashPoint('drain.settled');
    if (holdUntil) await this.events.holdLane(lane, holdUntil);
    return holdUntil === undefined && !lease.signal.aborted;
  }

  private async alone(work: () => Promise<boolean>): Promise<boolean> {
    const turn = this.suspects.then(work);
    this.suspects = turn.catch(() => undefined);
    return turn;
  }

  /** The lease may be lost while it waits. */
  private reach(record: InboundEventRecord, holder: Holder, { signal }: LockLease): Promise<EventOutcome> {
    return this.priority.beside(async () => (signal.aborted ? notRun(record) : this.apply(record, holder)));
  }

  /** All events of a lane have one account, so its holder is read once. */
  private holderOf(record: InboundEventRecord | undefined): Holder {
    let asked: ReturnType<Holder> | undefined;
    return async () => record && (asked ??= this.channels.resolve(record.platform, record.external_id));
  }

  private async apply(record: InboundEventRecord, holder: Holder): Promise<EventOutcome> {
    let channel: DirectoryChannel | undefined;
    try {
      const notice = this.mappers.noticeOf(record);
      if (notice) return await this.applyNotice(record, notice);
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
      const outcome = afterFailure(record, error, channel, new Date());
      return this.counted(record, outcome.set.state ?? 'error', outcome);
    }
  }

  /** The notice may name a node that several channels share, so no channel has its id. */
  private async applyNotice(record: InboundEventRecord, notice: AccountNotice): Promise<EventOutcome> {
    const [channel] = await this.health.noticed(record.platform, notice, record.received_at);
    if (!channel) return this.counted(record, 'unroutable', unroutable(record));
    return this.counted(record, 'applied', withoutMessage(record, channel));
  }

  private async applyTo(channel: DirectoryChannel, record: InboundEventRecord): Promise<EventOutcome> {
    const { event, outcome } = await this.applier.apply(channel, record);
    if (!event) return this.counted(record, outcome, withoutMessage(record, channel));
    if (event.kind === 'deletion') await this.events.eraseMessage(record, event.target_external_id);
    await this.noteTraffic(channel, record);
    if (event.is_standby) await this.health.heldByAnotherApp(channel, record.received_at);
    return this.counted(record, outcome, afterOutcome(record, { kind: event.kind, outcome }, channel, new Date()));
  }

  /** A failure here must not make an applied event look failed. */
  private async noteTraffic({ scope, _id }: DirectoryChannel, { received_at }: InboundEventRecord): Promise<void> {
    await this.channels
      .touch(scope, _id, 'last_in_at', received_at)
      .catch((error: unknown) => this.logger.warn(`traffic of channel ${_id} was not noted: ${String(error)}`));
  }

  private counted({ platform }: InboundEventRecord, label: string, outcome: EventOutcome): EventOutcome {
    this.metrics.eventsIn.inc({ channel: platform, outcome: label });
    return outcome;
  }
}

/** The channel of the company on record, else of the account's holder at that time. */
function channelFor(record: InboundEventRecord, channel: DirectoryChannel | undefined): DirectoryChannel | undefined {
  const { company_id, received_at } = record;
  if (!channel) return undefined;
  const isTheirs = company_id ? channel.scope.companyId.equals(company_id) : received_at >= channel.events_from;
  return isTheirs ? channel : undefined;
}

/** A process died during an earlier attempt, perhaps because of this event. */
function isSuspect(record: InboundEventRecord | undefined): boolean {
  return record !== undefined && record.attempts > 0 && record.last_error === undefined;
}

/** The pause keeps a crash loop from parking the event within seconds. */
function retryAfterCrash(record: InboundEventRecord | undefined): Date | undefined {
  if (!record || !isSuspect(record)) return undefined;
  return new Date(Date.now() + DEATH_PAUSE_MS * 2 ** (record.attempts - 1));
}

/** The event did not run, so the attempt does not count. */
function notRun({ _id, attempts, not_before }: InboundEventRecord): EventOutcome {
  return { _id, set: { attempts, not_before } };
}

/** Chunks that are claimed together. The rest waits until `holdUntil`. */
export interface ClaimableLane {
  chunks: InboundEventRecord[][];
  holdUntil?: Date;
}

/**
 * Batches of untried events, and each tried event alone, because it may kill the process. Ends before the first event
 * that is not due, and skips receipts that wait.
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
