import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowGraph } from '../flow-graph.ts';
import type { CanvasMarks, MarkTone, NodeMark } from '../marks/canvas-marks.ts';
import { type GraphDiff, wayOf } from './graph-diff.ts';

/** The differences as marks over both graphs. */
export function useDiffMarks(union: FlowGraph, diff: GraphDiff): CanvasMarks {
  const { t } = useTranslation('flowRuns');
  return useMemo(() => {
    const mark = (tone: 'added' | 'removed' | 'changed'): NodeMark => ({
      tone,
      badge: t(`diff.${tone}`),
      label: t(`diff.${tone}`),
    });
    const nodes = new Map<string, NodeMark>([
      ...diff.added.map(({ id }) => [id, mark('added')] as const),
      ...diff.removed.map(({ id }) => [id, mark('removed')] as const),
      ...diff.changed.map(({ after: { id } }) => [id, mark('changed')] as const),
    ]);
    const ways = new Map<string, MarkTone>([
      ...diff.addedEdges.map((edge) => [wayOf(edge), 'added'] as const),
      ...diff.removedEdges.map((edge) => [wayOf(edge), 'removed'] as const),
    ]);
    const edges = new Map<string, MarkTone>();
    for (const edge of union.edges) {
      const tone = ways.get(wayOf(edge));
      if (tone) edges.set(edge.id, tone);
    }
    return { nodes, edges };
  }, [union, diff, t]);
}
