import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { motionMs } from '../canvas/motion.ts';

/** Brings a node into the middle of the canvas at the zoom that the user has chosen. */
export function useShownNode(id: string | undefined): void {
  const flow = useReactFlow();
  useEffect(() => {
    const node = id === undefined ? undefined : flow.getInternalNode(id);
    const { width = 0, height = 0 } = node?.measured ?? {};
    if (!node || width === 0) return;
    const { x, y } = node.internals.positionAbsolute;
    void flow.setCenter(x + width / 2, y + height / 2, { zoom: flow.getZoom(), duration: motionMs() });
  }, [flow, id]);
}
