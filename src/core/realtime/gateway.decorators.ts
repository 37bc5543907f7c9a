import { applyDecorators, createParamDecorator, type ExecutionContext, UseFilters } from '@nestjs/common';
import { ConnectedSocket, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { Allow, type Permission, type Principal } from '../auth-guards/index.js';
import { CompanyScope } from '../tenancy/index.js';
import type { AuthenticatedSocket } from './socket.js';
import { WsErrorFilter } from './ws-error.filter.js';

/** Failures are acknowledged, not emitted. */
export const RealtimeGateway = (): ClassDecorator => applyDecorators(WebSocketGateway(), UseFilters(WsErrorFilter));

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
