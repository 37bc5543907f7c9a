import { Global, Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ConnectionGateway } from './connection.gateway.js';
import { SocketEventsController } from './emit.controller.js';
import { EndedSessions } from './ended-sessions.js';
import { EventRetention } from './event-retention.js';
import { EventSequencer } from './event-sequencer.js';
import { OtherProcesses } from './other-processes.js';
import { Realtime } from './realtime.js';
import { RealtimeEventRecord, RealtimeEventSchema } from './realtime-event.schema.js';
import { RealtimeEventsRepository } from './realtime-events.repository.js';
import { Resume } from './resume.js';

/** Sockets: one authenticated server, rooms, a numbered event log a company, and resuming from it. */
@Global()
@Module({
  imports: [MongooseModule.forFeature([{ name: RealtimeEventRecord.name, schema: RealtimeEventSchema }])],
  controllers: [SocketEventsController],
  providers: [
    RealtimeEventsRepository,
    EventSequencer,
    EventRetention,
    Realtime,
    OtherProcesses,
    Resume,
    EndedSessions,
    ConnectionGateway,
  ],
  exports: [Realtime],
})
export class RealtimeModule {}

export { ClientEvent, ConnectedSocket, RealtimeGateway, SocketCompany, SocketUser } from './gateway.decorators.js';
export { Realtime } from './realtime.js';
export { companyRoom, conversationRoom, sessionRoom, userRoom } from './rooms.js';
export type { ServerEventMap } from './server-event-map.js';
export type { AuthenticatedSocket } from './socket.js';
export { SocketAdapter } from './socket.adapter.js';
