import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { queryClient } from '#web/lib/query-client.ts';
import { sessionState } from '#web/lib/session/session.ts';
import { colorSchemeManager } from './color-scheme.ts';
import { followLive } from './follow-live.ts';
import { router } from './router.tsx';
import { theme } from './theme.ts';

followLive();

/** The whole app: providers and the router. */
export function App() {
  // A log-in or log-out, here or in another tab, decides anew which pages may be shown.
  useEffect(() => sessionState.subscribe(() => void router.invalidate()), []);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeManager}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
