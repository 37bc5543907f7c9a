import { Injectable, Logger } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { Server } from 'socket.io';
import { type Permission, ROLES, rolesWith } from '../auth-guards/index.js';
import { EventBus } from '../events/index.js';
import type { CompanyScope } from '../tenancy/index.js';
import { type LoggedEventName, maySee } from './event-permissions.js';
import { EventSequencer } from './event-sequencer.js';
import { RealtimeEventsRepository, type SequencedEvent } from './realtime-events.repository.js';
import { companyRoom, roleRoom } from './rooms.js';
import type { ServerEventMap } from './server-event-map.js';
import type { SocketData } from './socket.js';

type EventName = keyof ServerEventMap;
type Payload<Name extends LoggedEventName> = Omit<ServerEventMap[Name], 'seq'>;

/** Copies of logged events that a module keeps. */
export interface EventCopies {
  forgetMessage(scope: CompanyScope, messageId: Types.ObjectId): Promise<void>;
  forgetContact(scope: CompanyScope, contactId: Types.ObjectId): Promise<void>;
}

@Injectable()
export class RealtimeService {
  private readonly logger = new Logger(RealtimeService.name);
  private readonly copies: EventCopies[] = [];
  private server: Server | undefined;

  constructor(
    private readonly sequencer: EventSequencer,
    private readonly events: RealtimeEventsRepository,
    private readonly bus: EventBus,
  ) {}

  /** Called by a module that copies events of the log: personal data is removed there, too. */
  addCopies(copies: EventCopies): void {
    this.copies.push(copies);
  }

  /** Called by the gateway; a worker has no sockets and only writes the log. */
  attach(server: Server): void {
    this.server = server;
  }

  /**
   * Logs the event under the next `seq` of the company and sends it to its clients in order. A role that may not
   * see it gets the number alone. Never throws: a socket failure must not fail the request.
   * @returns false if the event could not be logged
   */
  async publish<Name extends LoggedEventName>(
    scope: CompanyScope,
    event: Name,
    payload: Payload<Name>,
  ): Promise<boolean> {
    try {
      const data = payload as Record<string, unknown>;
      const { seq } = await this.sequencer.append(scope, { event, data });
      this.send(scope, { event, data, seq });
      this.bus.emit('event.logged', { companyId: scope.id });
      return true;
    } catch (error) {
      this.logger.error(`could not publish ${event}`, error);
      return false;
    }
  }

  latestSeq(scope: CompanyScope): Promise<number> {
    return this.events.latestSeq(scope);
  }

  /** The data of all sockets in a room; of this process only without Redis, or while Redis is away. */
  async socketsIn(room: string): Promise<Pick<SocketData, 'notes' | 'principal'>[]> {
    if (!this.server) return [];
    const { server } = this;
    const sockets = await server
      .in(room)
      .fetchSockets()
      .catch(() => server.local.in(room).fetchSockets());
    return sockets.map(({ data }) => data as SocketData);
  }

  async hasListeners(scope: CompanyScope): Promise<boolean> {
    const sockets = await this.server?.in(companyRoom(scope.id)).fetchSockets();
    return sockets !== undefined && sockets.length > 0;
  }

  /**
   * Sends an event that may be lost (typing, presence) to one room, without a number.
   * @param exceptRoom sockets in this room do not get the event
   */
  whisper<Name extends EventName>(room: string, event: Name, payload: ServerEventMap[Name], exceptRoom?: string): void {
    const target = this.server?.to(room).volatile;
    (exceptRoom ? target?.except(exceptRoom) : target)?.emit(event, payload);
  }

  /** Sends a state to the people of a company whose role has the permission, without a number. */
  showTo<Name extends EventName>(
    { id }: CompanyScope,
    permission: Permission,
    event: Name,
    payload: ServerEventMap[Name],
  ): void {
    this.server?.to(rolesWith(permission).map((role) => roleRoom(id, role))).emit(event, payload);
  }

  /** Sends a state to one room, without a number: only the newest one counts, and none is replayed. */
  show<Name extends EventName>(room: string, event: Name, payload: ServerEventMap[Name]): void {
    this.server?.to(room).emit(event, payload);
  }

  hasLogged(scope: CompanyScope, event: EventName, messageId: Types.ObjectId, since: Date): Promise<boolean> {
    return this.events.hasMessageEvent(scope, event, messageId, since);
  }

  /** Removes the words of a message from the log and its copies, for instance because its author unsent it. */
  async forgetMessage(scope: CompanyScope, messageId: Types.ObjectId): Promise<void> {
    await this.redactMessage(scope, messageId);
    await Promise.all(this.copies.map((copy) => copy.forgetMessage(scope, messageId)));
  }

  /** Removes the words of a message from the log; its copies keep them. */
  async redactMessage(scope: CompanyScope, messageId: Types.ObjectId): Promise<void> {
    await this.events.redactMessage(scope, messageId);
  }

  /** Removes the data of a deleted contact from the log and its copies. */
  async forgetContact(scope: CompanyScope, contactId: Types.ObjectId): Promise<void> {
    await this.events.redactContact(scope, contactId);
    await Promise.all(this.copies.map((copy) => copy.forgetContact(scope, contactId)));
  }

  /** Sends an event of a trusted service as it is. */
  emitTo(room: string, event: string, data: unknown): void {
    this.server?.to(room).emit(event, data);
  }

  private send({ id }: CompanyScope, { event, data, seq }: SequencedEvent): void {
    const everybody = this.server?.to(companyRoom(id));
    const roomsWhere = (isShown: boolean): string[] =>
      ROLES.filter((role) => maySee(role, event) === isShown).map((role) => roleRoom(id, role));
    const hiddenFrom = roomsWhere(false);
    everybody?.except(hiddenFrom).emit(event, { seq, ...data });
    if (hiddenFrom.length > 0) everybody?.except(roomsWhere(true)).emit('seq', { seq });
  }
}
