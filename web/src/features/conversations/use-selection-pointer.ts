import { useRef } from 'react';
import { useLongPress } from '#web/ui/use-long-press.ts';
import { chooseRange, hasSelection, toggleRow } from './selection.ts';

/** The conversation of the row that the element belongs to. */
export const idOfRow = (element: Element): string | undefined =>
  element.closest<HTMLElement>('[data-row]')?.dataset['row'];

/**
 * Handlers of the list that choose rows: Shift and click for a range, a long touch for the first one, and then each touch.
 * All other clicks open the row.
 */
export function useSelectionPointer() {
  const wasLongPress = useRef(false);
  const longPress = useLongPress((target) => {
    const id = idOfRow(target);
    if (id === undefined) return;
    wasLongPress.current = true;
    toggleRow(id);
  });

  const onPointerDown = (event: React.PointerEvent) => {
    // No click follows a long touch on most phones.
    wasLongPress.current = false;
    longPress.onPointerDown(event);
  };
  const onClickCapture = (event: React.MouseEvent) => {
    const target = event.target as Element;
    const id = idOfRow(target);
    const endsLongPress = wasLongPress.current;
    wasLongPress.current = false;
    const isTouch = (event.nativeEvent as PointerEvent).pointerType === 'touch';
    if (id === undefined || target.matches('input')) return;
    if (!endsLongPress && event.shiftKey) chooseRange(id);
    else if (!endsLongPress && isTouch && hasSelection()) toggleRow(id);
    else if (!endsLongPress) return;
    event.preventDefault();
    event.stopPropagation();
  };
  // The long touch has chosen the row: the browser's own menu of the link stays away.
  const onContextMenu = (event: React.MouseEvent) => {
    if (wasLongPress.current) event.preventDefault();
  };
  return { ...longPress, onPointerDown, onClickCapture, onContextMenu };
}
