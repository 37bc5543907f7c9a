import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '#web/lib/store.ts';
import { useBuilder, useGraph } from '../builder-context.ts';
import type { FlowGraph } from '../flow-graph.ts';
import type { FlowStats } from '../runs/run-types.ts';
import { statsQuery } from '../runs/runs-queries.ts';
import type { Simulation } from '../simulator/simulation-types.ts';
import { areHitsShown, canvasLights } from './canvas-lights.ts';
import { type CanvasMarks, MarksContext, type MarkTone, type NodeMark } from './canvas-marks.ts';

/** Draws the way of the open test over the canvas of the builder, else the hits if the user wants them. */
export function BuilderMarks({ children }: { children: ReactNode }) {
  const { t } = useTranslation('flowRuns');
  const { flow } = useBuilder();
  const graph = useGraph();
  const path = useStore(canvasLights);
  const isShown = useStore(areHitsShown);
  const { data: stats } = useQuery({ ...statsQuery(flow._id), enabled: isShown });
  const marks = useMemo<CanvasMarks | null>(() => {
    if (path) return lightsOf(graph, path, { visited: t('replay.visited'), current: t('replay.current') });
    if (!isShown || !stats) return null;
    const hitWords = (entered: number, percent: number) => {
      const drop = percent > 0 ? ` ${t('hits.drop', { percent })}.` : '';
      return `${t('hits.entered', { count: entered })}.${drop}`;
    };
    return hitsOf(graph, stats, hitWords);
  }, [graph, path, isShown, stats, t]);
  return <MarksContext value={marks}>{children}</MarksContext>;
}

function lightsOf(
  graph: FlowGraph,
  path: Simulation['path'],
  words: { visited: string; current: string },
): CanvasMarks {
  const last = path.at(-1);
  const nodes = new Map<string, NodeMark>();
  for (const { node_id } of path) {
    const tone = node_id === last?.node_id && last.outlet === null ? 'current' : 'visited';
    nodes.set(node_id, { tone, badge: tone === 'current' ? '●' : '✓', label: words[tone] });
  }
  const taken = new Set(path.map(({ node_id, outlet }) => `${node_id}/${outlet}`));
  const edges = graph.edges.flatMap(({ id, source, source_handle }): [string, MarkTone][] =>
    taken.has(`${source}/${source_handle}`) ? [[id, 'visited']] : [],
  );
  return { nodes, edges: new Map(edges) };
}

function hitsOf(
  graph: FlowGraph,
  stats: FlowStats,
  wordsOf: (entered: number, percent: number) => string,
): CanvasMarks {
  const nodes = stats.nodes.map(({ node_id, entered, ended }): [string, NodeMark] => {
    // Where a flow has no way on, an end is no loss.
    const goesOn = graph.edges.some(({ source }) => source === node_id);
    const percent = goesOn && entered > 0 ? Math.round((ended / entered) * 100) : 0;
    const badge = percent > 0 ? `${entered} · −${percent} %` : String(entered);
    return [node_id, { tone: 'hits', badge, label: wordsOf(entered, percent) }];
  });
  return { nodes: new Map(nodes), edges: new Map() };
}
