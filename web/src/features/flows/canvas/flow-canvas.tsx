import '@xyflow/react/dist/base.css';
import { Background, BackgroundVariant, MarkerType, MiniMap, ReactFlow, SelectionMode } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { useBuilder, useEditorState } from '../builder-context.ts';
import { outletKind } from '../flow-graph.ts';
import { HitsToggle } from '../marks/hits-toggle.tsx';
import { MarkedEdge } from '../marks/marked-edge.tsx';
import { MarkedNode } from '../marks/marked-node.tsx';
import { CanvasTools } from './canvas-tools.tsx';
import { FirstView } from './first-view.tsx';
import type { StepEdgeType } from './step-edge.tsx';
import { useCanvasEdits } from './use-canvas-edits.ts';
import classes from './flow-canvas.module.css';

const NODE_TYPES = { step: MarkedNode };
const EDGE_TYPES = { step: MarkedEdge };
const GRID: [number, number] = [10, 10];
const MULTI_SELECT_KEYS = ['Shift', 'Meta', 'Control'];
const MIN_ZOOM = 0.2;
const ARROW = { type: MarkerType.ArrowClosed, color: 'var(--pb-border-strong)', width: 16, height: 16 };

/** The flow as a picture: nodes are dragged, outlets are drawn to other nodes. */
export function FlowCanvas() {
  const { t } = useTranslation('flows');
  const { editor, isEditable, words } = useBuilder();
  const { nodes: selected, edges: chosenEdges } = useEditorState();
  const { graph, nodes, keepPlaces, ...edits } = useCanvasEdits();
  const edges = graph.edges.map(({ id, source, source_handle, target }): StepEdgeType => ({
    id,
    type: 'step',
    source,
    sourceHandle: source_handle,
    target,
    selected: chosenEdges.includes(id),
    markerEnd: ARROW,
    data: { kind: outletKind(source_handle), outlet: source_handle },
  }));
  return (
    <ReactFlow
      className={classes.canvas ?? ''}
      aria-label={t('canvas.title')}
      nodes={nodes.map((node) => ({
        ...node,
        selected: selected.includes(node.id),
        ariaLabel: `${words.titleOf(node.data.node)}: ${words.textOf(node.data.node)}`,
      }))}
      edges={edges}
      nodeTypes={NODE_TYPES}
      edgeTypes={EDGE_TYPES}
      {...edits}
      onNodeDragStop={(_, __, moved) => keepPlaces(moved)}
      onSelectionDragStop={(_, moved) => keepPlaces(moved)}
      onEdgeClick={(_, { id }) => editor.select([], [id])}
      onPaneClick={() => editor.select([])}
      onDragOver={(event) => event.preventDefault()}
      nodesDraggable={isEditable}
      nodesConnectable={isEditable}
      deleteKeyCode={null}
      multiSelectionKeyCode={MULTI_SELECT_KEYS}
      selectionMode={SelectionMode.Partial}
      zoomOnDoubleClick={false}
      snapToGrid
      snapGrid={GRID}
      minZoom={MIN_ZOOM}
    >
      <Background variant={BackgroundVariant.Dots} gap={20} size={1.5} color="var(--pb-border-strong)" />
      <MiniMap
        className={classes.map ?? ''}
        pannable
        zoomable
        ariaLabel={t('canvas.map')}
        nodeColor="var(--pb-border-strong)"
        maskColor="transparent"
        maskStrokeColor="var(--pb-leaf)"
        maskStrokeWidth={3}
      />
      <FirstView />
      <CanvasTools />
      <HitsToggle />
    </ReactFlow>
  );
}
