import { useRef } from 'react';

const LONG_PRESS_MS = 450;
const MOVE_TOLERANCE_PX = 10;

/** Handlers for an element with an action on a long touch. A scroll does not count as a long touch. */
export function useLongPress(onLongPress: (target: Element) => void) {
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number }>(null);
  const cancel = () => {
    clearTimeout(press.current?.timer);
    press.current = null;
  };
  return {
    onPointerDown({ target, pointerType, clientX: x, clientY: y }: React.PointerEvent) {
      cancel();
      if (pointerType !== 'touch') return;
      press.current = { timer: setTimeout(() => onLongPress(target as Element), LONG_PRESS_MS), x, y };
    },
    onPointerMove({ clientX, clientY }: React.PointerEvent) {
      const { x = 0, y = 0 } = press.current ?? {};
      if (Math.hypot(clientX - x, clientY - y) > MOVE_TOLERANCE_PX) cancel();
    },
    onPointerUp: cancel,
    onPointerCancel: cancel,
  };
}
