import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import {
  type BotMessage,
  BotMessageGuard,
  type SendFailure,
  sendFailure,
} from '../../../inbox/message-sending/index.js';
import type { StopReason } from '../../flow-core/index.js';
import { LiveFlows } from '../../flows/index.js';
import { FlowRunsRepository } from '../flow-runs.repository.js';
import { OptOuts } from './opt-outs.service.js';

type StopCode =
  'STOPPED_BY_STAFF' | 'AUTOMATION_OFF' | 'CUSTOMER_OPTED_OUT' | 'RUN_STOPPED' | 'FLOW_PAUSED' | 'FLOW_DELETED';

/** After these ends, messages of the run that still wait are not sent. After other ends they are. */
const SILENT_AFTER: Readonly<Partial<Record<StopReason, StopCode>>> = {
  staff_replied: 'STOPPED_BY_STAFF',
  automation_off: 'AUTOMATION_OFF',
  customer_opted_out: 'CUSTOMER_OPTED_OUT',
  stopped_by_user: 'RUN_STOPPED',
  conversation_resolved: 'RUN_STOPPED',
  customer_wants_person: 'RUN_STOPPED',
  emergency: 'RUN_STOPPED',
  contact_deleted: 'RUN_STOPPED',
  flow_paused: 'FLOW_PAUSED',
  flow_deleted: 'FLOW_DELETED',
};

const REASONS: Readonly<Record<StopCode, StopReason>> = {
  STOPPED_BY_STAFF: 'staff_replied',
  AUTOMATION_OFF: 'automation_off',
  CUSTOMER_OPTED_OUT: 'customer_opted_out',
  RUN_STOPPED: 'stopped_by_user',
  FLOW_PAUSED: 'flow_paused',
  FLOW_DELETED: 'flow_deleted',
};

/** Why a run ends whose message was refused with this code; undefined for a code that does not mean a stop. */
export function stopReasonOf(code: string | undefined): StopReason | undefined {
  return code !== undefined && code in REASONS ? REASONS[code as StopCode] : undefined;
}

/** Says to the outbox whether a message of a run may still be sent, as far as automation knows. */
@Injectable()
export class SpeakingRights implements OnModuleInit {
  constructor(
    private readonly guard: BotMessageGuard,
    private readonly runs: FlowRunsRepository,
    private readonly flows: LiveFlows,
    private readonly optOuts: OptOuts,
  ) {}

  onModuleInit(): void {
    this.guard.register((scope, message) => this.whySilent(scope, message));
  }

  private async whySilent(scope: CompanyScope, { bot, conversation_id }: BotMessage): Promise<SendFailure | null> {
    const [isOut, run] = await Promise.all([
      this.optOuts.isOut(scope, { _id: conversation_id }),
      bot.run_id ? this.runs.standingOf(scope, bot.run_id) : null,
    ]);
    if (isOut) return sendFailure('CUSTOMER_OPTED_OUT');
    // The assistant answers for its own messages.
    if (!bot.run_id) return null;
    if (!run) return sendFailure('RUN_STOPPED');
    const reason = run.active ? null : run.state.stop_reason;
    const code = reason === null ? undefined : SILENT_AFTER[reason];
    if (code) return sendFailure(code);
    const live = await this.flows.liveOf(scope);
    if (live.some(({ _id }) => _id.equals(run.flow_id))) return null;
    const status = await this.flows.statusOf(scope, run.flow_id);
    if (status === 'live') return null;
    return sendFailure(status === null ? 'FLOW_DELETED' : 'FLOW_PAUSED');
  }
}
