import { useMutation } from '@tanstack/react-query';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { meQuery } from '#web/lib/session/session.ts';
import { toastError } from '#web/lib/toast.ts';

type Profile = Schemas['ProfileDto'];
type ProfileChanges = Schemas['UpdateProfileDto'];

export const sessionsQuery = {
  queryKey: ['auth', 'sessions'] as const,
  queryFn: async (): Promise<Schemas['SessionDto'][]> => (await call(api.GET('/api/v1/auth/sessions'))).items,
  // Log-ins change on other devices, and no live event reports it.
  staleTime: 0,
};

/** The version of the server and where its source code is. */
export const productQuery = {
  queryKey: ['health', 'live'] as const,
  queryFn: (): Promise<Schemas['HealthDto']> => call(api.GET('/health/live')),
};

function rememberProfile(profile: Profile): void {
  queryClient.setQueryData(meQuery.queryKey, profile);
}

/** Changes settings of the user: shown at once, undone with the reason if the server refuses. */
export function useChangeProfile() {
  return useMutation({
    mutationFn: (body: ProfileChanges) => call(api.PATCH('/api/v1/users/me', { body })),
    onMutate: (changes) => {
      const before = queryClient.getQueryData<Profile>(meQuery.queryKey);
      if (before) rememberProfile({ ...before, ...visible(changes), preferences: preferencesAfter(before, changes) });
      return before;
    },
    onError: (error, _changes, before) => {
      if (before) rememberProfile(before);
      toastError(error);
    },
    onSuccess: rememberProfile,
  });
}

/** Changes the password. The screen changes only after the API has accepted it. */
export function useChangePassword() {
  return useMutation({
    mutationFn: (body: { current_password: string; password: string }) => call(api.PATCH('/api/v1/users/me', { body })),
    onSuccess: async (profile) => {
      rememberProfile(profile);
      await queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    },
  });
}

/** Sets the user's picture, or removes it. */
export function useChangePicture() {
  return useMutation({
    mutationFn: async (file: File | null): Promise<Profile> => {
      if (file) return uploadPicture(file);
      await call(api.DELETE('/api/v1/users/me/avatar'));
      return meQuery.queryFn();
    },
    onSuccess: rememberProfile,
  });
}

/** Ends one log-in of the user, or all but this one. */
export function useEndSessions() {
  return useMutation({
    mutationFn: (which: { id: string } | 'others') =>
      which === 'others'
        ? call(api.DELETE('/api/v1/auth/sessions'))
        : call(api.DELETE('/api/v1/auth/sessions/{id}', { params: { path: which } })),
    onError: toastError,
    onSettled: () => queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
}

function uploadPicture(file: File): Promise<Profile> {
  const form = new FormData();
  form.append('file', file);
  return call(api.POST('/api/v1/users/me/avatar', { body: { file: '' }, bodySerializer: () => form }));
}

function visible({ full_name, locale }: ProfileChanges): Partial<Profile> {
  return { ...(full_name === undefined ? {} : { full_name }), ...(locale === undefined ? {} : { locale }) };
}

const preferencesAfter = ({ preferences }: Profile, changes: ProfileChanges): Profile['preferences'] => ({
  ...preferences,
  ...changes.preferences,
});
