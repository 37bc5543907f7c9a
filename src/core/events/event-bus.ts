import { Injectable, Logger } from '@nestjs/common';

import type { EventMap } from './event-map.js';

type EventName = keyof EventMap;
type Handler<Name extends EventName> = (payload: EventMap[Name]) => void | Promise<void>;

/**
 * In-process events that break cycles between modules. They never carry the only copy of anything: a listener that was
 * not there (a crash, another process) must be able to catch up from the database.
 */
@Injectable()
export class EventBus {
  private readonly logger = new Logger(EventBus.name);
  private readonly handlers = new Map<EventName, Set<Handler<never>>>();

  /** @returns a function that ends the subscription */
  on<Name extends EventName>(name: Name, handler: Handler<Name>): () => void {
    const handlers = this.handlers.get(name) ?? new Set();
    handlers.add(handler);
    this.handlers.set(name, handlers);
    return () => handlers.delete(handler);
  }

  /** Calls every handler; a failing one is logged and harms neither the emitter nor the others. */
  emit<Name extends EventName>(name: Name, payload: EventMap[Name]): void {
    for (const handler of this.handlers.get(name) ?? []) {
      void this.call(name, handler as Handler<Name>, payload);
    }
  }

  private async call<Name extends EventName>(
    name: Name,
    handler: Handler<Name>,
    payload: EventMap[Name],
  ): Promise<void> {
    try {
      await handler(payload);
    } catch (error) {
      this.logger.error(`a listener of ${name} failed`, error);
    }
  }
}
