import type { RunSummaryView } from './run.view.js';

declare module '../../../core/realtime/server-event-map.js' {
  interface ServerEventMap {
    'flow:run': { seq: number; run: RunSummaryView };
  }
}
