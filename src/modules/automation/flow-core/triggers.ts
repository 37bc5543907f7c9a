import type { FlowEvent } from './core.types.js';
import type { TriggerData } from './graph.js';

/**
 * Whether the event is of the trigger's kind, words and channel. The caller looks at `priority`, `once_per_hours` and `active_hours`.
 * A first message of a contact (`first_message`) also fits `keyword` and `any_message`.
 */
export function matchesTrigger(_trigger: TriggerData, _event: FlowEvent): boolean {
  throw new Error('not written yet');
}
