/**
 * Metrics in Prometheus form. Features record into the fields of `Metrics` or add sources that are read at the scrape;
 * `/metrics` itself belongs to the health module.
 */
export { httpMetricsMiddleware } from './http-metrics.middleware.js';
export { type GaugeSource, Metrics } from './metrics.js';
export { MetricsModule } from './metrics.module.js';
