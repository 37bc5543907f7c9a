import { createContext } from 'react';

/** What a frame around a step, or a coloured way, means. */
export type MarkTone = 'visited' | 'current' | 'added' | 'removed' | 'changed' | 'hits';

export interface NodeMark {
  tone: MarkTone;
  /** A few letters at the corner of the step. */
  badge?: string;
  /** The same in a sentence, for screen readers. */
  label: string;
}

/** What is drawn over the steps and ways of a canvas. */
export interface CanvasMarks {
  nodes: ReadonlyMap<string, NodeMark>;
  /** By the id of the edge. */
  edges: ReadonlyMap<string, MarkTone>;
}

export const MarksContext = createContext<CanvasMarks | null>(null);
