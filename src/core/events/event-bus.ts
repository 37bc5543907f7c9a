import { Injectable, Logger } from '@nestjs/common';

import type { EventMap } from './event-map.js';

type EventName = keyof EventMap;
type Handler<Name extends EventName> = (payload: EventMap[Name]) => void | Promise<void>;

/**
 * In-process events between modules. An event never carries the only copy of a fact: a listener must be able to
 * catch up from the database after a crash.
 */
@Injectable()
export class EventBus {
  private readonly logger = new Logger(EventBus.name);
  private readonly handlers = new Map<EventName, Set<Handler<never>>>();

  on<Name extends EventName>(name: Name, handler: Handler<Name>): () => void {
    const handlers = this.handlers.get(name) ?? new Set();
    handlers.add(handler);
    this.handlers.set(name, handlers);
    return () => handlers.delete(handler);
  }

  /** Calls every handler. A failing handler is logged and does not affect the others. */
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
