import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** Reads a value when the metrics are scraped, so that nothing is computed between scrapes. */
export type GaugeSource = () => number | Promise<number>;

const PREFIX = 'petbuddy_';
const REQUEST_BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const WAIT_BUCKETS_SECONDS = [0.001, 0.005, 0.02, 0.1, 0.5, 1, 5, 10, 30, 60];

/**
 * The product's metrics in Prometheus form. Labels are route templates, channel kinds and job names: values that
 * a customer can't choose, so that the number of series stays bounded, and never a company or a person.
 */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly outboxAges: GaugeSource[] = [];
  private readonly socketCounts: GaugeSource[] = [];

  /** Time of HTTP requests by route template, method and status. */
  readonly httpSeconds = this.histogram('http_request_seconds', 'Time of HTTP requests', REQUEST_BUCKETS_SECONDS, [
    'method',
    'route',
    'status',
  ]);
  /** Events that came in from outside, such as webhooks. */
  readonly eventsIn = this.counter('events_in_total', 'Inbound events', ['channel', 'outcome']);
  /** Messages and calls that went out to a channel. */
  readonly eventsOut = this.counter('events_out_total', 'Outbound messages', ['channel', 'outcome']);
  /** Time work waited for its conversation's lane. */
  readonly laneWaitSeconds = this.histogram('lane_wait_seconds', 'Wait for a lane', WAIT_BUCKETS_SECONDS, []);
  readonly jobs = this.counter('jobs_total', 'Attempts of jobs', ['job', 'outcome']);
  readonly jobSeconds = this.histogram('job_seconds', 'Time of job attempts', WAIT_BUCKETS_SECONDS, ['job']);

  /** Stored documents that were skipped because they could not be processed. */
  readonly brokenDocuments = this.counter(
    'broken_documents_total',
    'Documents skipped because they could not be processed',
    ['collection'],
  );

  constructor() {
    // Brings the event-loop delay, heap, garbage collection and CPU of the process.
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

  /** The scrape: text of all metrics. */
  async render(): Promise<string> {
    return this.registry.metrics();
  }

  /** Adds a source of the age in seconds of the oldest unsent message; the scrape shows the greatest. */
  addOutboxAge(source: GaugeSource): void {
    this.outboxAges.push(source);
  }

  /** Adds a source of a number of open sockets; the scrape shows the sum. */
  addSocketCount(source: GaugeSource): void {
    this.socketCounts.push(source);
  }

  /** Makes one more gauge, read at the scrape. */
  gauge(name: string, help: string, source: GaugeSource): void {
    this.register(name, help, [], async (gauge) => gauge.set(await source()));
  }

  /** Makes a gauge with one label: the source tells the values of all its label values at the scrape. */
  gaugeBy(name: string, help: string, label: string, source: () => Promise<Readonly<Record<string, number>>>): void {
    this.register(name, help, [label], async (gauge) => {
      for (const [key, value] of Object.entries(await source())) gauge.set({ [label]: key }, value);
    });
  }

  /** A source that fails shows no value; it must not take the other metrics with it. */
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
