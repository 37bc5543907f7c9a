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

export interface Builder {
  flow: Flow;
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

export const BuilderContext = createContext<Builder | null>(null);

/** The flow that the builder shows. */
export function useBuilder(): Builder {
  const builder = useContext(BuilderContext);
  if (!builder) throw new Error('Only parts of the builder may use this');
  return builder;
}

export const useEditorState = (): EditorState => useStore(useBuilder().editor.state);

export const useGraph = (): FlowGraph => useEditorState().history.present;
