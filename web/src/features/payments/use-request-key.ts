import { useState } from 'react';
import { ApiError } from '#web/lib/api/api-error.ts';
import { randomId } from '#web/lib/random-id.ts';

/** The key of what a dialog asks for: a repeated click is the same request, and after a refusal it is another one. */
export function useRequestKey() {
  const [key, setKey] = useState(randomId);
  const onError = (error: Error) => {
    if (error instanceof ApiError && error.status >= 400 && error.status < 500) setKey(randomId());
  };
  return { key, onError };
}
