import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

export type GaugeSource = () => number | Promise<number>;

const PREFIX = 'petbuddy_';
const REQUEST_BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const WAIT_BUCKETS_SECONDS = [0.001, 0.005, 0.02, 0.1, 0.5, 1, 5, 10, 30, 60];

/**
 * Labels are values that a customer cannot choose (route templates, channel kinds, job names), so the number of
 * series stays bounded.
 */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly outboxAges: GaugeSource[] = [];
  private readonly socketCounts: GaugeSource[] = [];

  readonly httpSeconds = this.histogram('http_request_seconds', 'Time of HTTP requests', REQUEST_BUCKETS_SECONDS, [
    'method',
    'route',
    'status',
  ]);
  readonly eventsIn = this.counter('events_in_total', 'Inbound events', ['channel', 'outcome']);
  readonly eventsUnshown = this.counter('events_unshown_total', 'Inbound events that nobody is shown, by kind', [
    'channel',
    'kind',
  ]);
  readonly eventsOut = this.counter('events_out_total', 'Outbound messages', ['channel', 'outcome']);
  readonly lockWaitSeconds = this.histogram('lane_wait_seconds', 'Wait for a lock', WAIT_BUCKETS_SECONDS, []);
  readonly jobs = this.counter('jobs_total', 'Attempts of jobs', ['job', 'outcome']);
  readonly jobSeconds = this.histogram('job_seconds', 'Time of job attempts', WAIT_BUCKETS_SECONDS, ['job']);

  readonly brokenDocuments = this.counter(
    'broken_documents_total',
    'Documents skipped because they could not be processed',
    ['collection'],
  );

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    this.gauge('outbox_oldest_seconds', 'Age of the oldest unsent message', async () =>
      Math.max(0, ...(await readAll(this.outboxAges))),
    );
    this.gauge('sockets_open', 'Open sockets', async () =>
      (await readAll(this.socketCounts)).reduce((sum, count) => sum + count, 0),
    );
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  async render(): Promise<string> {
    return this.registry.metrics();
  }

  addOutboxAge(source: GaugeSource): void {
    this.outboxAges.push(source);
  }

  addSocketCount(source: GaugeSource): void {
    this.socketCounts.push(source);
  }

  gauge(name: string, help: string, source: GaugeSource): void {
    this.register(name, help, [], async (gauge) => gauge.set(await source()));
  }

  gaugeBy(name: string, help: string, label: string, source: () => Promise<Readonly<Record<string, number>>>): void {
    this.register(name, help, [label], async (gauge) => {
      for (const [key, value] of Object.entries(await source())) gauge.set({ [label]: key }, value);
    });
  }

  /** A source that fails shows no value and does not affect the other metrics. */
  private register(name: string, help: string, labelNames: string[], read: (gauge: Gauge) => Promise<void>): void {
    new Gauge({
      name: PREFIX + name,
      help,
      labelNames,
      registers: [this.registry],
      async collect() {
        try {
          await read(this);
        } catch {
          this.reset();
          if (labelNames.length === 0) this.remove();
        }
      },
    });
  }

  private counter<L extends string>(name: string, help: string, labelNames: readonly L[]): Counter<L> {
    return new Counter({ name: PREFIX + name, help, labelNames: [...labelNames], registers: [this.registry] });
  }

  private histogram<L extends string>(
    name: string,
    help: string,
    buckets: number[],
    labelNames: readonly L[],
  ): Histogram<L> {
    return new Histogram({
      name: PREFIX + name,
      help,
      buckets,
      labelNames: [...labelNames],
      registers: [this.registry],
    });
  }
}

function readAll(sources: readonly GaugeSource[]): Promise<number[]> {
  return Promise.all(sources.map(async (source) => source()));
}
