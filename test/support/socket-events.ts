import type { INestApplication, Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { GATEWAY_METADATA, MESSAGE_METADATA } from '@nestjs/websockets/constants.js';
import { ALLOW } from '../../src/core/auth-guards/access.decorators.js';
import type { Permission } from '../../src/core/auth-guards/index.js';

export interface SocketEvent {
  readonly name: string;
  /** Undefined where somebody forgot it; the guard denies such an event to everybody. */
  readonly permission: Permission | undefined;
}

/** Every event that a client may send, as Nest knows them. */
export function socketEvents(app: INestApplication): SocketEvent[] {
  const providers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.providers.values()]);
  const metatypes: unknown[] = providers.map(({ metatype }) => metatype);
  const gateways = new Set(metatypes.filter(isGateway));
  return [...gateways].flatMap((gateway) => {
    const prototype = gateway.prototype as Record<string, object>;
    return Object.getOwnPropertyNames(prototype)
      .map((key) => prototype[key] as object)
      .filter((handler) => typeof handler === 'function' && Reflect.hasMetadata(MESSAGE_METADATA, handler))
      .map((handler) => ({
        name: String(Reflect.getMetadata(MESSAGE_METADATA, handler)),
        permission: Reflect.getMetadata(ALLOW, handler) as Permission | undefined,
      }));
  });
}

function isGateway(metatype: unknown): metatype is Type<object> {
  return typeof metatype === 'function' && Reflect.hasMetadata(GATEWAY_METADATA, metatype);
}
