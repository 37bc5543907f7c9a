import type { INestApplication, Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { GATEWAY_METADATA, MESSAGE_METADATA } from '@nestjs/websockets/constants.js';
import { ALLOW } from '../../src/core/auth-guards/access.decorators.js';
import { SENT_EVENTS } from '../../src/core/realtime/gateway.decorators.js';
import type { Permission } from '../../src/core/auth-guards/index.js';

export interface SocketEvent {
  readonly name: string;
  /** Undefined where somebody forgot it; the guard denies such an event to everybody. */
  readonly permission: Permission | undefined;
}

/** A gateway class with the events that it receives and the events that it sends. */
export interface Gateway {
  readonly name: string;
  /** The module that provides it. */
  readonly module: string;
  readonly takes: readonly SocketEvent[];
  readonly sends: readonly string[];
}

export function gatewaysOf(app: INestApplication): Gateway[] {
  return [...app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.providers.values()]
      .map(({ metatype }) => metatype as unknown)
      .filter(isGateway)
      .map((gateway) => ({
        name: gateway.name,
        module: module.metatype.name,
        takes: takenBy(gateway),
        sends: (Reflect.getMetadata(SENT_EVENTS, gateway) ?? []) as readonly string[],
      })),
  );
}

/** Lists every event that a client may send. */
export function socketEvents(app: INestApplication): SocketEvent[] {
  return gatewaysOf(app).flatMap(({ takes }) => takes);
}

function takenBy(gateway: Type<object>): SocketEvent[] {
  const prototype = gateway.prototype as Record<string, object>;
  return Object.getOwnPropertyNames(prototype)
    .map((key) => prototype[key] as object)
    .filter((handler) => typeof handler === 'function' && Reflect.hasMetadata(MESSAGE_METADATA, handler))
    .map((handler) => ({
      name: String(Reflect.getMetadata(MESSAGE_METADATA, handler)),
      permission: Reflect.getMetadata(ALLOW, handler) as Permission | undefined,
    }));
}

function isGateway(metatype: unknown): metatype is Type<object> {
  return typeof metatype === 'function' && Reflect.hasMetadata(GATEWAY_METADATA, metatype);
}
