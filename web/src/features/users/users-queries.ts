import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';

export type User = Schemas['UserDto'];

const PAGE_SIZE = 100;

export const usersQuery = queryOptions({
  queryKey: ['users', 'all'] as const,
  queryFn: async (): Promise<User[]> => {
    const users: User[] = [];
    let cursor: string | null = null;
    do {
      const page: Schemas['UserPageDto'] = await call(
        api.GET('/api/v1/users', { params: { query: { limit: PAGE_SIZE, ...(cursor === null ? {} : { cursor }) } } }),
      );
      users.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return users;
  },
});

/** Invites somebody by mail. */
export async function inviteUser(body: Schemas['InviteUserDto']): Promise<User> {
  const user = await call(api.POST('/api/v1/users', { body }));
  void readUsersAgain();
  return user;
}

/** Mails a new link to somebody who has not accepted the invitation yet. */
export const resendInvitation = (id: string): Promise<unknown> =>
  call(api.POST('/api/v1/users/{id}/resend-invitation', { params: { path: { id } } }));

/** Changes the role or access of a user at this version. Ends the user's log-ins. */
export async function changeUser({ _id, version }: User, body: Schemas['UpdateUserDto']): Promise<void> {
  const params = { path: { id: _id }, header: { 'If-Match': `"${version}"` } };
  await call(api.PATCH('/api/v1/users/{id}', { params, body })).finally(() => void readUsersAgain());
}

/** Logs a user out everywhere. The user can log in again. */
export async function endSessionsOf(id: string): Promise<void> {
  await call(api.DELETE('/api/v1/users/{id}/sessions', { params: { path: { id } } }));
  await readUsersAgain();
}

/** Removes somebody; an open invitation is cancelled by it. */
export async function removeUser(id: string): Promise<void> {
  await call(api.DELETE('/api/v1/users/{id}', { params: { path: { id } } }));
  await readUsersAgain();
}

const readUsersAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: usersQuery.queryKey });

/** The people of the company; undefined until they are loaded. */
export const useUsers = () => useQuery(usersQuery).data;

/** The people who can log in; empty until they are loaded. */
export const useColleagues = (): User[] => (useUsers() ?? []).filter(({ state }) => state === 'active');

/** A colleague; undefined for a deleted user, and until the users are loaded. */
export const useUser = (id: string | null): User | undefined => useUsers()?.find(({ _id }) => _id === id);

/** The name of a colleague; undefined for a deleted user, and until the names are loaded. */
export const useUserName = (id: string | null): string | undefined => useUser(id)?.full_name;
