import { createStore, type Store } from '#web/lib/store.ts';
import type { FlowGraph, FlowNode } from './flow-graph.ts';
import {
  addNode,
  changeData,
  copyOf,
  freePlace,
  type Outlet,
  paste,
  type Point,
  removeEdges,
  removeNodes,
} from './graph-edits.ts';
import { type History, record, redo, startHistory, undo } from './graph-history.ts';
import { newNode, newNodeId, type PaletteKind } from './new-node.ts';

export interface EditorState {
  readonly history: History;
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
  /** The field of the selected node that gets the focus, once. */
  readonly field: string | null;
}

/** The graph that somebody edits, with undo and selection. The canvas, the list and the inspector share one. */
export class FlowEditor {
  readonly state: Store<EditorState>;
  private readonly listeners = new Set<(graph: FlowGraph) => void>();

  constructor(graph: FlowGraph) {
    this.state = createStore<EditorState>({ history: startHistory(graph), nodes: [], edges: [], field: null });
  }

  get graph(): FlowGraph {
    return this.state.get().history.present;
  }

  /** Calls back with each new graph, also after undo and redo. */
  onChange(listener: (graph: FlowGraph) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** @param field letters typed into one field are one step of undo */
  edit(change: (graph: FlowGraph) => FlowGraph, field?: string): void {
    this.move(record(this.state.get().history, change(this.graph), field));
  }

  undo = (): void => this.move(undo(this.state.get().history));

  redo = (): void => this.move(redo(this.state.get().history));

  /** Shows another graph, for instance a colleague's. Earlier steps stay, so it can be undone. */
  replace(graph: FlowGraph): void {
    this.move(record(this.state.get().history, graph));
  }

  select(nodes: readonly string[], edges: readonly string[] = [], field: string | null = null): void {
    this.state.set({ ...this.state.get(), nodes, edges, field });
  }

  /** Adds a node of this kind and selects it. Without a place it lies where there is room. */
  add(kind: PaletteKind, after?: Outlet, at?: Point): string {
    const node = newNode(kind, at ?? freePlace(this.graph, after));
    this.edit((graph) => addNode(graph, node, after));
    this.select([node.id]);
    return node.id;
  }

  change(id: string, data: FlowNode['data'], field?: string): void {
    this.edit((graph) => changeData(graph, id, data), field && `${id}.${field}`);
  }

  removeSelected(): void {
    const { nodes, edges } = this.state.get();
    if (nodes.length + edges.length === 0) return;
    this.edit((graph) => removeEdges(removeNodes(graph, nodes), edges));
  }

  copySelected(): FlowGraph {
    return copyOf(this.graph, this.state.get().nodes);
  }

  /** @returns how many nodes were added; 0 where the graph would be too large */
  paste(part: FlowGraph, at?: Point): number {
    const { graph, ids } = paste(this.graph, part, newNodeId, at);
    this.edit(() => graph);
    if (ids.length > 0) this.select(ids);
    return ids.length;
  }

  private move(history: History): void {
    const state = this.state.get();
    if (history === state.history) return;
    const { present } = history;
    const exist = (ids: readonly string[], items: readonly { id: string }[]): readonly string[] =>
      ids.every((id) => items.some((item) => item.id === id))
        ? ids
        : ids.filter((id) => items.some((item) => item.id === id));
    this.state.set({
      ...state,
      history,
      nodes: exist(state.nodes, present.nodes),
      edges: exist(state.edges, present.edges),
    });
    if (present !== state.history.present) for (const listener of [...this.listeners]) listener(present);
  }
}
