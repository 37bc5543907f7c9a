import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import { motionMs } from '../canvas/motion.ts';

/** Room for the badge above a node, and for the zoom buttons below. */
const EDGES_PX = { side: 16, top: 24, bottom: 88 };

/** Brings a node that is not in sight into the middle of the canvas, at the zoom that the user has chosen. */
export function useShownNode(id: string | undefined): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    const node = id === undefined ? undefined : flow.getInternalNode(id);
    const { width = 0, height = 0 } = node?.measured ?? {};
    if (!node || width === 0) return;
    const { x, y } = node.internals.positionAbsolute;
    const canvas = store.getState();
    const [left, top, zoom] = canvas.transform;
    const [fromX, fromY] = [x * zoom + left, y * zoom + top];
    const isInWidth = fromX >= EDGES_PX.side && fromX + width * zoom <= canvas.width - EDGES_PX.side;
    const isInHeight = fromY >= EDGES_PX.top && fromY + height * zoom <= canvas.height - EDGES_PX.bottom;
    if (isInWidth && isInHeight) return;
    void flow.setCenter(x + width / 2, y + height / 2, { zoom, duration: motionMs() });
  }, [flow, store, id]);
}
