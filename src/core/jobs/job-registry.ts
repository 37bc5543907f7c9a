import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { definedJobNames } from './job-definition.js';
import { JOB_HANDLER_METADATA, type JobHandlerMetadata } from './job-handler.decorator.js';
import type { JobRun } from './jobs.js';

export interface RegisteredHandler extends JobHandlerMetadata {
  readonly owner: string;
  handle(payload: Readonly<Record<string, unknown>>, run: JobRun): Promise<void>;
}

type Methods = Readonly<Record<string, RegisteredHandler['handle']>>;

@Injectable()
export class JobRegistry {
  private readonly handlers = new Map<string, RegisteredHandler>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /**
   * @param requireAll whether a declared job without a handler is an error; false for partial test modules
   * @throws Error that names every job with two handlers or none
   */
  discover(requireAll: boolean): void {
    const problems: string[] = [];
    for (const handler of this.findHandlers()) {
      const other = this.handlers.get(handler.name);
      if (other) problems.push(`"${handler.name}" has two handlers: ${other.owner} and ${handler.owner}`);
      this.handlers.set(handler.name, handler);
    }
    if (requireAll) {
      const orphans = definedJobNames().filter((name) => !this.handlers.has(name));
      problems.push(...orphans.map((name) => `"${name}" has no handler`));
    }
    if (problems.length > 0) throw new Error(`Jobs are not wired:\n- ${problems.join('\n- ')}`);
  }

  get(name: string): RegisteredHandler | undefined {
    return this.handlers.get(name);
  }

  all(): readonly RegisteredHandler[] {
    return [...this.handlers.values()];
  }

  private *findHandlers(): Generator<RegisteredHandler> {
    const instances = new Set<object>();
    for (const { instance } of [...this.discovery.getProviders(), ...this.discovery.getControllers()]) {
      if (typeof instance === 'object' && instance !== null) instances.add(instance as object);
    }
    for (const instance of instances) yield* this.handlersOf(instance);
  }

  private *handlersOf(instance: object): Generator<RegisteredHandler> {
    const prototype = Object.getPrototypeOf(instance) as object | null;
    for (const method of this.scanner.getAllMethodNames(prototype)) {
      const target = (instance as Methods)[method];
      const metadata = target && this.reflector.get<JobHandlerMetadata | undefined>(JOB_HANDLER_METADATA, target);
      if (!metadata) continue;
      yield {
        ...metadata,
        owner: `${instance.constructor.name}.${method}`,
        handle: (payload, run) => target.call(instance, payload, run),
      };
    }
  }
}
