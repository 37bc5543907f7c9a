import { type ReactFlowState, useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import type { StepNodeType } from './step-node.tsx';

/** Below this zoom the texts of the nodes cannot be read. */
const READABLE_ZOOM = 0.7;
const PADDING = 0.15;
const LEFT_PX = 40;

/**
 * Shows the whole flow when it opens, or, where that would be too small to read, its start at the left.
 * @param node is shown instead of the start
 */
export function FirstView({ node }: { node?: string | undefined }) {
  const flow = useReactFlow<StepNodeType>();
  const store = useStoreApi();
  const isReady = useStore(areMeasured);
  const isDone = useRef(false);
  useEffect(() => {
    if (!isReady || isDone.current) return;
    isDone.current = true;
    const { width, height } = store.getState();
    const nodes = flow.getNodes();
    const all = flow.getNodesBounds(nodes);
    const room = 1 + PADDING;
    if (Math.min(width / (all.width * room), height / (all.height * room)) >= READABLE_ZOOM) {
      void flow.fitView({ maxZoom: 1, padding: PADDING });
      return;
    }
    if (node !== undefined) {
      const { x, y, width: nodeWidth, height: nodeHeight } = flow.getNodesBounds([node]);
      void flow.setCenter(x + nodeWidth / 2, y + nodeHeight / 2, { zoom: READABLE_ZOOM });
      return;
    }
    const triggers = nodes.filter(({ data }) => data.node.type === 'trigger');
    const start = flow.getNodesBounds(triggers.slice(0, 1));
    const isLow = all.height * READABLE_ZOOM <= height;
    const middle = isLow || triggers.length === 0 ? all.y + all.height / 2 : start.y + start.height / 2;
    const left = triggers.length === 0 ? all.x : start.x;
    const y = height / 2 - middle * READABLE_ZOOM;
    void flow.setViewport({ x: LEFT_PX - left * READABLE_ZOOM, y, zoom: READABLE_ZOOM });
  }, [flow, store, isReady, node]);
  return null;
}

/** `useNodesInitialized` stays false on a canvas whose nodes never change. */
const areMeasured = ({ nodeLookup }: ReactFlowState): boolean =>
  nodeLookup.size > 0 && [...nodeLookup.values()].every(({ measured }) => measured.width !== undefined);
