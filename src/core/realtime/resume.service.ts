import { Injectable } from '@nestjs/common';
import { AppError } from '../errors/index.js';
import { WholeNumber } from '../http/index.js';
import { CompanyScope } from '../tenancy/index.js';
import { maySee } from './event-permissions.js';
import { RealtimeEventsRepository } from './realtime-events.repository.js';
import { companyRoom } from './rooms.js';
import type { AuthenticatedSocket } from './socket.js';

/** A client that missed more loads everything again. */
export const MAX_REPLAYED_EVENTS = 500;
const READ_BATCH = 50;
/** The next event is sent once the network has taken these bytes. */
const MAX_BATCH_BYTES = 256 * 1024;

export class ResumeDto {
  @WholeNumber(0, Number.MAX_SAFE_INTEGER)
  since!: number;
}

/** `reset`: the gap is too large or too old, and the client must load everything again. */
export interface ResumeAck {
  ok: true;
  seq: number;
  replayed: number;
  reset: boolean;
}

/** Sends missed events again, no faster than the network takes them. */
@Injectable()
export class ResumeService {
  private readonly running = new WeakSet<AuthenticatedSocket>();

  constructor(private readonly events: RealtimeEventsRepository) {}

  /** @throws AppError VALIDATION_ERROR | RESUME_RUNNING while an earlier call of the same socket is not answered */
  async run(scope: CompanyScope, socket: AuthenticatedSocket, since: number): Promise<ResumeAck> {
    if (this.running.has(socket)) {
      throw new AppError(
        'RESUME_RUNNING',
        409,
        'A resume is still running; wait for its answer before you send another',
      );
    }
    this.running.add(socket);
    try {
      const latest = await this.events.latestSeq(scope);
      if (since > latest)
        throw AppError.validation([
          { field: 'since', message: 'since is greater than the newest seq of the company; load everything again' },
        ]);
      const reached = latest - since > MAX_REPLAYED_EVENTS ? undefined : await this.catchUp(scope, socket, since);
      if (reached === undefined) return { ok: true, seq: latest, replayed: 0, reset: true };
      return { ok: true, seq: reached, replayed: reached - since, reset: false };
    } finally {
      this.running.delete(socket);
    }
  }

  /** @returns the last number that was sent; undefined if the log has a gap or too many events came */
  private async catchUp(scope: CompanyScope, socket: AuthenticatedSocket, since: number): Promise<number | undefined> {
    const room = companyRoom(scope.id);
    // New events wait in the log meanwhile. Sent live they would overtake lower numbers, which a client may then
    // drop.
    await socket.leave(room);
    let reached: number | undefined;
    try {
      reached = await this.replay(scope, socket, since);
    } finally {
      if (socket.connected) await socket.join(room);
    }
    // Events may have been published between the last read and the return to the room.
    return reached === undefined ? undefined : this.replay(scope, socket, reached);
  }

  private async replay(scope: CompanyScope, socket: AuthenticatedSocket, since: number): Promise<number | undefined> {
    const { unsent, principal } = socket.data;
    let last = since;
    while (socket.connected) {
      const batch = await this.events.after(scope, last, READ_BATCH);
      if (batch.length === 0) break;
      for (const { event, data, seq } of batch) {
        if (seq !== last + 1 || seq - since > MAX_REPLAYED_EVENTS) return undefined;
        if (maySee(principal.role, event)) socket.emit(event, { seq, ...data });
        else socket.emit('seq', { seq });
        last = seq;
        if (unsent.count > MAX_BATCH_BYTES) await unsent.sent();
      }
    }
    return last;
  }
}
