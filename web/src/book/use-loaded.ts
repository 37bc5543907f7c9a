import { useEffect, useState } from 'react';
import { firstAnswer } from './first-answer.ts';

interface Loaded<T> {
  data?: T;
  error?: unknown;
  retry: () => void;
}

/** The answer of the API to a GET of this path; nothing is asked for null. A retry keeps what is shown until the answer comes. */
export function useLoaded<T>(path: string | null): Loaded<T> {
  const [answer, setAnswer] = useState<{ path: string; data?: T; error?: unknown }>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (path === null) return;
    let isWanted = true;
    const keep = (found: { data: T } | { error: unknown }) => {
      if (isWanted) setAnswer({ path, ...found });
    };
    firstAnswer<T>(path).then(
      (data) => keep({ data }),
      (error: unknown) => keep({ error }),
    );
    return () => {
      isWanted = false;
    };
  }, [path, tries]);
  const retry = () => setTries((count) => count + 1);
  return answer?.path === path ? { data: answer?.data, error: answer?.error, retry } : { retry };
}
