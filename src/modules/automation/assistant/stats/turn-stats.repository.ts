import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, PipelineStage } from 'mongoose';
import { type CompanyScope, QUERY_TIMEOUT_MS, TenantRepository } from '../../../../core/tenancy/index.js';
import { AssistantTurn, type SuggestionOutcome, type TurnState } from '../schemas/assistant-turn.schema.js';

/** Turns of one day that ended in the same way. */
export interface TurnGroup {
  /** YYYY-MM-DD in the zone of the company. */
  readonly date: string;
  readonly state: TurnState;
  readonly reason: string | null;
  readonly suggestion: SuggestionOutcome | null;
  readonly turns: number;
  readonly booked: number;
  readonly moved: number;
  readonly cancelled: number;
  readonly cents: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
}

/** Turns that have said something, or have given the conversation to staff. */
const ENDED: readonly TurnState[] = ['sent', 'suggested', 'compared', 'handed_off', 'failed'];

/** Counts what turns did. */
@Injectable()
export class TurnStatsRepository extends TenantRepository<AssistantTurn> {
  constructor(@InjectModel(AssistantTurn.name) model: Model<AssistantTurn>) {
    super(model, 'Assistant turn');
  }

  /** Of the turns that began from `start` until before `end`. */
  async groups(scope: CompanyScope, timezone: string, start: Date, end: Date): Promise<TurnGroup[]> {
    const ours = this.scoped(scope, { created_at: { $gte: start, $lt: end }, state: { $in: [...ENDED] } });
    const stages: PipelineStage[] = [
      { $match: ours },
      {
        $group: {
          _id: {
            date: { $dateToString: { date: '$created_at', format: '%Y-%m-%d', timezone } },
            state: '$state',
            reason: '$draft.reason',
            suggestion: '$suggestion.outcome',
          },
          turns: { $sum: 1 },
          booked: { $sum: succeeded('confirm_booking') },
          moved: { $sum: succeeded('move_booking') },
          cancelled: { $sum: succeeded('cancel_booking') },
          cents: { $sum: '$cents' },
          input_tokens: { $sum: '$tokens.input' },
          output_tokens: { $sum: '$tokens.output' },
        },
      },
    ];
    type Row = Omit<TurnGroup, 'date' | 'state' | 'reason' | 'suggestion'> & { _id: Partial<TurnGroup> };
    const rows = await this.model.aggregate<Row>(stages).option({ maxTimeMS: QUERY_TIMEOUT_MS }).exec();
    return rows.map(({ _id, ...sums }) => ({ reason: null, suggestion: null, ..._id, ...sums }) as TurnGroup);
  }
}

/** How many calls of the tool have worked. */
function succeeded(tool: string) {
  const isGood = { $and: [{ $eq: ['$$call.name', tool] }, { $eq: ['$$call.code', 'OK'] }] };
  return { $size: { $filter: { input: { $ifNull: ['$trace.calls', []] }, as: 'call', cond: isGood } } };
}
