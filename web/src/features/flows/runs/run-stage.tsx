import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowGraph } from '../flow-graph.ts';
import type { CanvasMarks, MarkTone, NodeMark } from '../marks/canvas-marks.ts';
import { MarkedCanvas } from '../marks/marked-canvas.tsx';
import { RunPlayer } from './run-player.tsx';
import { pathOf, type RunStep } from './run-steps.ts';
import type { Run } from './run-types.ts';
import classes from './run-page.module.css';

interface RunStageProps {
  run: Run;
  /** Of the version that the run ran on. */
  graph: FlowGraph;
  steps: readonly RunStep[];
  shown: number;
  onShow: (count: number | null) => void;
}

/** The way of the run over the canvas, up to a step, and the buttons that move through the steps. */
export function RunStage({ run, graph, steps, shown, onShow }: RunStageProps) {
  const { t } = useTranslation('flowRuns');
  const marks = useMemo<CanvasMarks>(() => {
    const { visits, taken, current } = pathOf(steps, shown);
    const nodes = new Map<string, NodeMark>();
    for (const [id, numbers] of visits) {
      const badge = numbers.join(' · ');
      nodes.set(id, {
        tone: id === current ? 'current' : 'visited',
        badge,
        label: `${t('replay.visit', { numbers: badge })}. ${t(id === current ? 'replay.current' : 'replay.visited')}`,
      });
    }
    const edges = new Map<string, MarkTone>();
    for (const { id, source, source_handle } of graph.edges) {
      if (taken.has(`${source}/${source_handle}`)) edges.set(id, 'visited');
    }
    return { nodes, edges };
  }, [graph, steps, shown, t]);
  const current = steps[shown - 1]?.nodeId;
  // A click on a step shows the run as it was when it came there for the last time.
  const pick = (nodeId: string) => {
    const last = steps.findLast((step) => step.nodeId === nodeId);
    if (last) onShow(last.number);
  };
  return (
    <div className={classes.stage}>
      <div className={classes.picture}>
        <MarkedCanvas
          label={t('replay.canvas', { number: run.version })}
          graph={graph}
          marks={marks}
          shownNode={current}
          onPick={pick}
        />
      </div>
      <RunPlayer count={steps.length} shown={shown} onShow={onShow} />
    </div>
  );
}
