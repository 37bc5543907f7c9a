import '@xyflow/react/dist/base.css';
import { Background, BackgroundVariant, MarkerType, ReactFlow, ReactFlowProvider } from '@xyflow/react';
import { useMemo } from 'react';
import { FirstView } from '../canvas/first-view.tsx';
import canvas from '../canvas/flow-canvas.module.css';
import type { StepEdgeType } from '../canvas/step-edge.tsx';
import type { StepNodeType } from '../canvas/step-node.tsx';
import { BuilderContext, type GraphTools } from '../builder-context.ts';
import { FlowEditor } from '../flow-editor.ts';
import { type FlowGraph, outletKind } from '../flow-graph.ts';
import { useNodeWords } from '../use-node-words.ts';
import { type CanvasMarks, MarksContext } from './canvas-marks.ts';
import { MarkedEdge } from './marked-edge.tsx';
import { MarkedNode } from './marked-node.tsx';
import { useShownNode } from './use-shown-node.ts';
import { ZoomTools } from './zoom-tools.tsx';
import classes from './marks.module.css';

const NODE_TYPES = { step: MarkedNode };
const EDGE_TYPES = { step: MarkedEdge };
const ARROW = { type: MarkerType.ArrowClosed, color: 'var(--pb-border-strong)', width: 16, height: 16 };
const MIN_ZOOM = 0.2;

interface MarkedCanvasProps {
  label: string;
  graph: FlowGraph;
  marks: CanvasMarks;
  /** The canvas opens here if the whole flow is too small to read, and follows it when it changes. */
  shownNode?: string | undefined;
  onPick?: (nodeId: string) => void;
}

/** A graph that is only looked at, with marks over its steps and ways. */
export function MarkedCanvas({ graph, marks, ...rest }: MarkedCanvasProps) {
  const words = useNodeWords();
  const builder = useMemo<GraphTools>(
    () => ({ words, editor: new FlowEditor(graph), problems: [], isEditable: false, askToAdd: () => undefined }),
    [graph, words],
  );
  return (
    <BuilderContext value={builder}>
      <MarksContext value={marks}>
        <ReactFlowProvider>
          <Picture graph={graph} {...rest} />
        </ReactFlowProvider>
      </MarksContext>
    </BuilderContext>
  );
}

type PictureProps = Pick<MarkedCanvasProps, 'label' | 'graph' | 'shownNode' | 'onPick'>;

function Picture({ label, graph, shownNode, onPick }: PictureProps) {
  const nodes = useMemo(() => graph.nodes.map(toNode), [graph]);
  const edges = useMemo(() => graph.edges.map(toEdge), [graph]);
  useShownNode(shownNode);
  return (
    <div className={classes.canvas} role="group" aria-label={label}>
      <ReactFlow
        className={canvas.canvas ?? ''}
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        deleteKeyCode={null}
        zoomOnDoubleClick={false}
        minZoom={MIN_ZOOM}
        onNodeClick={(_, { id }) => onPick?.(id)}
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={1.5} color="var(--pb-border-strong)" />
        <FirstView node={shownNode} />
        <ZoomTools />
      </ReactFlow>
    </div>
  );
}

const toNode = (node: FlowGraph['nodes'][number]): StepNodeType => ({
  id: node.id,
  type: 'step',
  position: node.position,
  data: { node },
});

const toEdge = ({ id, source, source_handle, target }: FlowGraph['edges'][number]): StepEdgeType => ({
  id,
  type: 'step',
  source,
  sourceHandle: source_handle,
  target,
  markerEnd: ARROW,
  data: { kind: outletKind(source_handle), outlet: source_handle },
});
