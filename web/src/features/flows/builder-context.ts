import { createContext, useContext } from 'react';
import { useStore } from '#web/lib/store.ts';
import type { FlowGraph } from './flow-graph.ts';
import type { EditorState, FlowEditor } from './flow-editor.ts';
import type { Flow, FlowProblem } from './flows-queries.ts';
import type { Outlet, Point } from './graph-edits.ts';
import type { NodeWords } from './use-node-words.ts';

/** Where a new node goes: after an outlet, at a point, or where there is room. */
export interface NewPlace {
  after?: Outlet | undefined;
  at?: Point | undefined;
}

/** What the steps and connections of a picture use. */
export interface GraphTools {
  editor: FlowEditor;
  words: NodeWords;
  problems: readonly FlowProblem[];
  /** While the problems may be those of an older graph. */
  isChecking?: boolean;
  /** False for staff, who may look only. */
  isEditable: boolean;
  /** Asks what to add. */
  askToAdd: (place: NewPlace) => void;
}

export interface Builder extends GraphTools {
  flow: Flow;
}

/** A picture of a version has no flow, because its flow may be deleted. */
export const BuilderContext = createContext<Builder | GraphTools | null>(null);

/** The flow that the builder shows. */
export function useBuilder(): Builder {
  const builder = useContext(BuilderContext);
  if (!builder || !('flow' in builder)) throw new Error('Only parts of the builder may use this');
  return builder;
}

/** Also for parts of a picture. */
export function useGraphTools(): GraphTools {
  const tools = useContext(BuilderContext);
  if (!tools) throw new Error('Only parts of the builder or of a picture may use this');
  return tools;
}

export const useEditorState = (): EditorState => useStore(useGraphTools().editor.state);

export const useGraph = (): FlowGraph => useEditorState().history.present;
