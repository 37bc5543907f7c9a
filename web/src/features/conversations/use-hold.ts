import { useEffect, useRef, useState } from 'react';

/** After a key on a row, rows move only once this time has passed. */
const KEY_HOLD_MS = 2_000;

/** Whether the user points at the list, or has pressed a key on it a moment ago. */
export function useHold() {
  const [isInside, setInside] = useState(false);
  const [hadKey, setHadKey] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const holdForKey = () => {
    clearTimeout(timer.current);
    setHadKey(true);
    timer.current = setTimeout(() => setHadKey(false), KEY_HOLD_MS);
  };
  const pointerHandlers = { onPointerEnter: () => setInside(true), onPointerLeave: () => setInside(false) };
  return { isHeld: isInside || hadKey, holdForKey, pointerHandlers };
}
