import { Global, Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ConnectionGateway } from './connection.gateway.js';
import { SocketEventsController } from './emit.controller.js';
import { OldEventPurger } from './old-event-purger.js';
import { EventSequencer } from './event-sequencer.js';
import { ProcessLinkMonitor } from './process-link-monitor.js';
import { RealtimeService } from './realtime.service.js';
import { RealtimeEventRecord, RealtimeEventSchema } from './realtime-event.schema.js';
import { RealtimeEventsRepository } from './realtime-events.repository.js';
import { ResumeService } from './resume.service.js';

/** One authenticated server, rooms, a numbered event log for each company, and resuming from it. */
@Global()
@Module({
  imports: [MongooseModule.forFeature([{ name: RealtimeEventRecord.name, schema: RealtimeEventSchema }])],
  controllers: [SocketEventsController],
  providers: [
    RealtimeEventsRepository,
    EventSequencer,
    OldEventPurger,
    RealtimeService,
    ProcessLinkMonitor,
    ResumeService,
    ConnectionGateway,
  ],
  exports: [RealtimeService, RealtimeEventsRepository, ProcessLinkMonitor],
})
export class RealtimeModule {}

export { ClientEvent, ConnectedSocket, RealtimeGateway, SocketCompany, SocketUser } from './gateway.decorators.js';
export { ProcessLinkMonitor } from './process-link-monitor.js';
export type { LoggedEventName } from './event-permissions.js';
export { type EventRedaction, redactionsOfContact, redactionsOfMessage } from './event-redactions.js';
export { type LoggedEvent, RealtimeEventsRepository } from './realtime-events.repository.js';
export { type EventCopies, RealtimeService } from './realtime.service.js';
export { companyRoom, conversationRoom, sessionRoom, userRoom } from './rooms.js';
export type { ServerEventMap } from './server-event-map.js';
export type { AuthenticatedSocket } from './socket.js';
export { SocketAdapter } from './socket.adapter.js';
