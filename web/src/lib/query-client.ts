import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api/api-error.ts';

const MAX_RETRIES = 3;

/** The one store of what the server has said. Live events keep it fresh, so nothing is read again by age. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      // A clinic's own network without internet is no reason not to ask.
      networkMode: 'always',
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < MAX_RETRIES && error instanceof ApiError && error.isTemporary,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
