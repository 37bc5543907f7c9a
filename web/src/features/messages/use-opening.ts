import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useStore } from '#web/lib/store.ts';
import { repeatedJumps } from './jump.ts';
import { useWindowAround } from './messages-queries.ts';
import { type Thread, windowAt } from './thread-windows.ts';

/** The place where a thread opens: at a message; else at the line "New" the first time; else at its end. */
export interface Opening {
  /** Counts the openings; each one scrolls again. */
  count: number;
  seq: number | undefined;
}

/** The opening of the current address. Until its messages are loaded, the previous opening. */
export function useOpening(id: string, thread: Thread | undefined) {
  const seq = useSearch({ strict: false, select: (search) => search.seq });
  const repeated = useStore(repeatedJumps);
  const { isSuccess, error, refetch } = useWindowAround(id, seq, thread);
  const [opening, setOpening] = useState<Opening & { repeated: number }>();
  const isLoaded = thread && (seq === undefined || windowAt(thread, seq) !== undefined || isSuccess);
  const isOpen = opening?.seq === seq && opening?.repeated === repeated;
  if (isLoaded && !isOpen) setOpening({ count: (opening?.count ?? 0) + 1, seq, repeated });
  return { opening, error, refetch };
}
