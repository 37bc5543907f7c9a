import { IconPlus, IconX } from '@tabler/icons-react';
import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { useGraphTools } from '../builder-context.ts';
import type { OutletKind } from '../flow-graph.ts';
import { disconnect } from '../graph-edits.ts';
import classes from './step-edge.module.css';

/** An edge of the flow as React Flow holds it. */
export type StepEdgeType = Edge<{ kind: OutletKind; outlet: string }, 'step'>;

/** A way from an outlet to a node. While it is selected, it can be removed, and a node can be put into it. */
export function StepEdge(props: EdgeProps<StepEdgeType>) {
  const { t } = useTranslation('flows');
  const { editor, askToAdd, isEditable } = useGraphTools();
  const { id, source, data, selected, markerEnd } = props;
  const [path, x, y] = getBezierPath(props);
  const outlet = { source, outlet: data?.outlet ?? '' };
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        interactionWidth={24}
        className={classes.edge ?? ''}
        data-kind={data?.kind}
        data-selected={selected || undefined}
        {...(markerEnd ? { markerEnd } : {})}
      />
      {isEditable && selected && (
        <EdgeLabelRenderer>
          <div
            className={`${classes.tools} nodrag nopan`}
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
          >
            <button
              type="button"
              aria-label={t('canvas.insert')}
              title={t('canvas.insert')}
              onClick={() => askToAdd({ after: outlet, at: { x: x - HALF_NODE, y } })}
            >
              <IconPlus size={16} aria-hidden />
            </button>
            <button
              type="button"
              aria-label={t('canvas.disconnect')}
              title={t('canvas.disconnect')}
              onClick={() => editor.edit((graph) => disconnect(graph, outlet))}
            >
              <IconX size={16} aria-hidden />
            </button>
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
}

const HALF_NODE = 132;
