import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata, UseFilters } from '@nestjs/common';
import { ConnectedSocket, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { Allow, type Permission, type Principal } from '../auth-guards/index.js';
import { CompanyScope } from '../tenancy/index.js';
import type { ServerEventMap } from './server-event-map.js';
import type { AuthenticatedSocket } from './socket.js';
import { WsErrorFilter } from './ws-error.filter.js';

/** The metadata key of the events that a gateway sends. */
export const SENT_EVENTS = Symbol('sent events');

/**
 * Failures are acknowledged, not emitted.
 * @param sends the events that only this gateway sends
 */
export const RealtimeGateway = (...sends: readonly (keyof ServerEventMap)[]): ClassDecorator =>
  applyDecorators(WebSocketGateway(), UseFilters(WsErrorFilter), SetMetadata(SENT_EVENTS, sends));

export const ClientEvent = (name: string, permission: Permission): MethodDecorator =>
  applyDecorators(SubscribeMessage(name), Allow(permission));

const socketOf = (context: ExecutionContext): AuthenticatedSocket =>
  context.switchToWs().getClient<AuthenticatedSocket>();

export const SocketUser = createParamDecorator(
  (_: unknown, context: ExecutionContext): Principal => socketOf(context).data.principal,
);

export const SocketCompany = createParamDecorator((_: unknown, context: ExecutionContext): CompanyScope =>
  CompanyScope.of(socketOf(context).data.principal.companyId),
);

export { ConnectedSocket };
