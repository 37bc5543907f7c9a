import { RealtimeGateway, RealtimeService } from '../../../core/realtime/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type {} from './flow-runs.events.js';
import { toRunSummary } from './run.view.js';
import type { FlowRun } from './schemas/flow-run.schema.js';

/** Shows a run on the sockets. */
@RealtimeGateway('flow:run')
export class FlowRunsGateway {
  constructor(private readonly realtime: RealtimeService) {}

  /** Call it after each activation that has changed the run. */
  async show(scope: CompanyScope, run: FlowRun): Promise<void> {
    await this.realtime.publish(scope, 'flow:run', { run: toRunSummary(run) });
  }
}
