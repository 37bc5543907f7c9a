import {
  applyNodeChanges,
  type Connection,
  type FinalConnectionState,
  type NodeChange,
  useReactFlow,
} from '@xyflow/react';
import { useEffect, useState } from 'react';
import { useBuilder, useEditorState } from '../builder-context.ts';
import type { FlowGraph } from '../flow-graph.ts';
import { connect, moveNodes, type Point, refusalOf } from '../graph-edits.ts';
import type { PaletteKind } from '../new-node.ts';
import { motionMs } from './motion.ts';
import type { StepEdgeType } from './step-edge.tsx';
import type { StepNodeType } from './step-node.tsx';

/** The kind of data by which the palette says what is dragged. */
export const DRAGGED_KIND = 'application/x-petbuddy-step';

/** The nodes as React Flow wants them, and what its gestures do to the graph. */
export function useCanvasEdits() {
  const { editor, isEditable, askToAdd } = useBuilder();
  const { history, nodes: selected, field } = useEditorState();
  const graph = history.present;
  const flow = useReactFlow<StepNodeType, StepEdgeType>();
  const [shown, setShown] = useState(() => ({ graph, nodes: toNodes(graph, []) }));
  if (shown.graph !== graph) setShown({ graph, nodes: toNodes(graph, shown.nodes) });

  const onNodesChange = (changes: NodeChange<StepNodeType>[]) => {
    const picks = changes.filter((change) => change.type === 'select');
    if (picks.length > 0) {
      const chosen = new Set(editor.state.get().nodes);
      for (const { id, selected: isOn } of picks) void (isOn ? chosen.add(id) : chosen.delete(id));
      editor.select([...chosen]);
    }
    setShown((before) => ({ ...before, nodes: applyNodeChanges(changes, before.nodes) }));
  };
  /** Takes the places of the dragged nodes into the graph, as one step of undo. */
  const keepPlaces = (moved: readonly StepNodeType[]) =>
    editor.edit((now) => moveNodes(now, new Map(moved.map(({ id, position }) => [id, position]))));
  const onConnect = ({ source, sourceHandle, target }: Connection) =>
    editor.edit((now) => connect(now, { source, outlet: sourceHandle ?? '' }, target));
  const onConnectEnd = (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
    const { isValid, toNode, fromNode, fromHandle } = state;
    if (isValid || toNode || !fromNode || fromHandle?.type !== 'source') return;
    askToAdd({
      after: { source: fromNode.id, outlet: fromHandle.id ?? '' },
      at: flow.screenToFlowPosition(pointOf(event)),
    });
  };
  const onDrop = (event: React.DragEvent) => {
    const kind = event.dataTransfer.getData(DRAGGED_KIND) as PaletteKind | '';
    if (kind === '' || !isEditable) return;
    event.preventDefault();
    editor.add(kind, undefined, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }));
  };
  const isValidConnection = (edge: StepEdgeType | Connection) =>
    refusalOf(graph, { source: edge.source, outlet: edge.sourceHandle ?? '' }, edge.target) === null;

  // A node that is chosen elsewhere, for instance in the list of problems, comes into sight.
  const [only] = selected;
  useEffect(() => {
    if (field === null || only === undefined) return;
    void flow.fitView({ nodes: [{ id: only }], maxZoom: 1, duration: motionMs() });
  }, [flow, only, field]);

  return { graph, nodes: shown.nodes, onNodesChange, keepPlaces, onConnect, onConnectEnd, onDrop, isValidConnection };
}

/** The nodes of the graph. What React Flow has measured is kept. */
function toNodes(graph: FlowGraph, before: readonly StepNodeType[]): StepNodeType[] {
  const known = new Map(before.map((node) => [node.id, node]));
  return graph.nodes.map((node) => {
    const { measured } = known.get(node.id) ?? {};
    return { id: node.id, type: 'step', position: node.position, data: { node }, ...(measured ? { measured } : {}) };
  });
}

function pointOf(event: MouseEvent | TouchEvent): Point {
  const touch = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
}
