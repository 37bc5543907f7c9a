import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { closeLive, openLive } from '#web/lib/live/live-connection.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { createStore } from '#web/lib/store.ts';
import { timeSettings } from '#web/lib/time/company-time.ts';
import {
  accessToken,
  COOKIE_SESSION,
  forgetSession,
  onSessionEnd,
  refreshAccessToken,
  adoptToken,
} from './access-token.ts';

export type SessionState = 'out' | 'in';

export const sessionState = createStore<SessionState>('out');

let booting: Promise<void> | null = null;

/** Finds out by the refresh cookie whether somebody is logged in. */
export function bootSession(): Promise<void> {
  booting ??= refreshAccessToken(null)
    .catch(() => null)
    .then((token) => {
      if (token !== null) enter();
    });
  return booting;
}

/** Logs in with the tokens of an answer of the API. */
export function logIn(tokens: { accessToken: string; expiresIn: number }): void {
  adoptToken(tokens.accessToken, tokens.expiresIn);
  enter();
}

/** Ends the session on the server and in every tab. The tabs log out even where the server cannot be reached. */
export async function logOut(): Promise<void> {
  const token = accessToken();
  await fetch('/api/v1/auth/logout', {
    method: 'POST',
    headers: { ...COOKIE_SESSION, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
  }).catch(() => undefined);
  forgetSession();
}

/** The user and the company, which every screen needs. */
export const meQuery = {
  queryKey: ['users', 'me'] as const,
  queryFn: (): Promise<Schemas['ProfileDto']> => call(api.GET('/api/v1/users/me')),
};

export const companyQuery = {
  queryKey: ['companies', 'me'] as const,
  queryFn: async (): Promise<Schemas['CompanyDto']> => {
    const company = await call(api.GET('/api/v1/companies/me'));
    timeSettings.set({ ...timeSettings.get(), zone: company.time_zone });
    return company;
  },
};

function enter(): void {
  openLive();
  void queryClient.prefetchQuery(meQuery);
  void queryClient.prefetchQuery(companyQuery);
  sessionState.set('in');
}

onSessionEnd(() => {
  closeLive();
  queryClient.clear();
  sessionState.set('out');
});
