import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import { EventBus } from '../../../core/events/index.js';
import { ShutdownPhase, ShutdownSteps } from '../../../core/shutdown/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { EndpointDrainService } from './endpoint-drain.service.js';
import { EventRecorder } from './event-recorder.js';
import type { WebhookEndpoint } from './schemas/webhook-endpoint.schema.js';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { WebhookEndpointsRepository } from './webhook-endpoints.repository.js';
import { KEEP_DELIVERIES_MS } from './webhook-limits.js';

type EndpointId = WebhookEndpoint['_id'];

const SWEEP_INTERVAL_MS = 15_000;
const PURGE_INTERVAL_MS = 15 * 60_000;
const SWEEP_PAGE = 200;
/** A company's endpoints are cached this long. The sweep finds endpoints that another process has added. */
const KNOWN_ENDPOINTS_MS = 15_000;
const MAX_COMPANIES = 10_000;
/** Endpoints that are served at once. Failing ones have their own share, so they never delay the healthy ones. */
const HEALTHY_AT_ONCE = 100;
const FAILING_AT_ONCE = 20;

/** Wakes the drain of an endpoint: for new events, for attempts that are due, and by a sweep for all that was missed. */
@Injectable()
export class DeliveryScheduler implements OnModuleInit {
  private readonly logger = new Logger(DeliveryScheduler.name);
  private readonly stopping = new AbortController();
  /** Running drains by endpoint id. `again`: new work came meanwhile. */
  private readonly running = new Map<string, { again: boolean }>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly failing = new Set<string>();
  private readonly drains = new Set<Promise<void>>();
  private readonly healthyShare = pLimit(HEALTHY_AT_ONCE);
  private readonly failingShare = pLimit(FAILING_AT_ONCE);
  private readonly known = new LRUCache<string, readonly EndpointId[]>({ max: MAX_COMPANIES, ttl: KNOWN_ENDPOINTS_MS });

  constructor(
    private readonly drain: EndpointDrainService,
    private readonly endpoints: WebhookEndpointsRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly recorder: EventRecorder,
    private readonly bus: EventBus,
    private readonly shutdown: ShutdownSteps,
  ) {}

  onModuleInit(): void {
    this.bus.on('event.logged', ({ companyId }) => this.wakeCompany(CompanyScope.of(companyId)));
    this.shutdown.register(ShutdownPhase.JobsStop, 'outgoing webhooks', () => this.stop());
  }

  async onModuleDestroy(): Promise<void> {
    await this.stop();
  }

  wake(scope: CompanyScope, endpointId: EndpointId): void {
    const id = endpointId.toHexString();
    const current = this.running.get(id);
    if (current) current.again = true;
    if (current || this.stopping.signal.aborted) return;
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
    const run = { again: false };
    this.running.set(id, run);
    const share = this.failing.has(id) ? this.failingShare : this.healthyShare;
    const drained = share(() => this.takeTurn(scope, endpointId, run));
    this.drains.add(drained);
    void drained.finally(() => this.drains.delete(drained));
  }

  /** Endpoints of the company were added, changed or removed. */
  forget(scope: CompanyScope): void {
    this.known.delete(scope.id);
  }

  /** Finds the work of crashed processes, and due attempts without a timer. */
  @Interval(SWEEP_INTERVAL_MS)
  async sweep(): Promise<void> {
    let last: EndpointId | undefined;
    for (;;) {
      const page = await this.endpoints.activeAfter(last, SWEEP_PAGE);
      for (const endpoint of page) await this.sweepOne(endpoint);
      last = page.at(-1)?._id;
      if (page.length < SWEEP_PAGE) return;
    }
  }

  @Interval(PURGE_INTERVAL_MS)
  async purge(now = Date.now()): Promise<void> {
    const before = new Date(now - KEEP_DELIVERIES_MS);
    for (let count = 1; count > 0;) count = await this.deliveries.purge(before);
  }

  private async sweepOne(endpoint: WebhookEndpoint): Promise<void> {
    const id = endpoint._id.toHexString();
    if (endpoint.failing_since) this.failing.add(id);
    else this.failing.delete(id);
    if (this.running.has(id)) return;
    try {
      const scope = CompanyScope.of(endpoint.company_id);
      const dueAt = await this.deliveries.nextDueAt(scope, endpoint._id);
      const hasWork = (dueAt && dueAt.getTime() <= Date.now()) || (await this.recorder.isBehind(scope, endpoint));
      if (hasWork) this.wake(scope, endpoint._id);
    } catch (error) {
      this.logger.error(`could not look for work of webhook ${id}`, error);
    }
  }

  private async wakeCompany(scope: CompanyScope): Promise<void> {
    let ids = this.known.get(scope.id);
    if (!ids) {
      ids = await this.endpoints.activeIds(scope);
      this.known.set(scope.id, ids);
    }
    for (const id of ids) this.wake(scope, id);
  }

  /** If work is left, the endpoint waits behind the others for its next turn. */
  private async takeTurn(scope: CompanyScope, endpointId: EndpointId, run: { again: boolean }): Promise<void> {
    run.again = false;
    const dueAt = await this.drain.drain(scope, endpointId, this.stopping.signal);
    this.running.delete(endpointId.toHexString());
    if (run.again) this.wake(scope, endpointId);
    else if (dueAt) this.wakeAt(scope, endpointId, dueAt);
  }

  /** Sets no timer for attempts after the next sweep, which finds them. */
  private wakeAt(scope: CompanyScope, endpointId: EndpointId, at: Date): void {
    const pauseMs = at.getTime() - Date.now();
    if (pauseMs > SWEEP_INTERVAL_MS || this.stopping.signal.aborted) return;
    const timer = setTimeout(() => this.wake(scope, endpointId), Math.max(0, pauseMs));
    timer.unref();
    this.timers.set(endpointId.toHexString(), timer);
  }

  private async stop(): Promise<void> {
    this.stopping.abort();
    for (const timer of this.timers.values()) clearTimeout(timer);
    await Promise.all(this.drains);
  }
}
