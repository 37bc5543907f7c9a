import { useTranslation } from 'react-i18next';
import { useBuilder, useGraph } from '../builder-context.ts';
import { nodeOf } from '../flow-graph.ts';
import type { StopReason } from '../runs/run-types.ts';
import type { ScenarioFailure } from './scenario-failures.ts';

/** What a scenario lacks, in one sentence. */
export function useFailureWords(): (failure: ScenarioFailure) => string {
  const { t } = useTranslation('flowRuns');
  const { words } = useBuilder();
  const graph = useGraph();
  const endOf = (reason: StopReason | null) => (reason ? t(`reasons.${reason}`) : t('simulator.endWaits'));
  return (failure) => {
    switch (failure.kind) {
      case 'not_visited': {
        const node = nodeOf(graph, failure.nodeId);
        return t('simulator.failures.notVisited', {
          step: node ? words.textOf(node) || words.titleOf(node) : failure.nodeId,
        });
      }
      case 'not_said':
        return t('simulator.failures.notSaid', { text: failure.text });
      case 'ended':
        return t('simulator.failures.ended', { expected: endOf(failure.expected), actual: endOf(failure.actual) });
    }
  };
}
