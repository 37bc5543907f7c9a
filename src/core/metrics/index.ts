export { httpMetricsMiddleware } from './http-metrics.middleware.js';
export { type GaugeSource, Metrics } from './metrics.js';
export { MetricsModule } from './metrics.module.js';
