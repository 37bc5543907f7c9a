import { useState } from 'react';
import { ApiError } from '#web/lib/api/api-error.ts';
import { randomId } from '#web/lib/random-id.ts';

/**
 * The key of what a dialog asks for: a repeated click is the same request. After a refusal it is another one, unless the
 * first request was done and only its answer was lost (CLIENT_KEY_REUSED).
 */
export function useRequestKey() {
  const [key, setKey] = useState(randomId);
  const onError = (error: Error) => {
    if (!(error instanceof ApiError) || error.status >= 500 || error.code === 'CLIENT_KEY_REUSED') return;
    setKey(randomId());
  };
  return { key, onError };
}
