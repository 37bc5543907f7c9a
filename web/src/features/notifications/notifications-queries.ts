import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { toastError } from '#web/lib/toast.ts';

export type Notice = Schemas['NotificationDto'];
export type Ways = Schemas['NotificationPreferencesDto'];
export type NoticeKind = keyof Ways;
export type Way = Ways['channel_trouble'][number];
export type PushSettings = Schemas['PushSettingsDto'];
type Notices = Schemas['NotificationPageDto'];

const SHOWN = 30;

/** The newest notifications of the user, and the number of unread ones. */
export const notificationsQuery = {
  queryKey: ['notifications', 'list'] as const,
  queryFn: (): Promise<Notices> => call(api.GET('/api/v1/notifications', { params: { query: { limit: SHOWN } } })),
};

/** The ways in which the user hears of each kind of event. */
export const waysQuery = {
  queryKey: ['notifications', 'ways'] as const,
  queryFn: (): Promise<Ways> => call(api.GET('/api/v1/notifications/preferences')),
};

/** What pushes show the user, and when none are sent. */
export const pushSettingsQuery = {
  queryKey: ['notifications', 'push-settings'] as const,
  queryFn: (): Promise<PushSettings> => call(api.GET('/api/v1/notifications/push-settings')),
};

export async function setPushSettings(body: PushSettings): Promise<void> {
  queryClient.setQueryData(
    pushSettingsQuery.queryKey,
    await call(api.PUT('/api/v1/notifications/push-settings', { body })),
  );
}

/** Marks notifications as read, and shows that at once. @param ids undefined: all */
export async function markRead(ids?: readonly string[]): Promise<void> {
  const now = new Date().toISOString();
  const isMeant = ({ _id, read_at }: Notice): boolean => read_at === null && (ids?.includes(_id) ?? true);
  queryClient.setQueryData<Notices>(notificationsQuery.queryKey, (before) => {
    if (!before) return before;
    const count = ids ? before.items.filter(isMeant).length : before.unread;
    const items = before.items.map((one) => (isMeant(one) ? { ...one, read_at: now } : one));
    return { ...before, items, unread: before.unread - count };
  });
  try {
    await call(api.POST('/api/v1/notifications/read', { body: ids ? { ids: [...ids] } : {} }));
  } catch (error) {
    toastError(error);
    await queryClient.invalidateQueries({ queryKey: notificationsQuery.queryKey });
  }
}

/** Sets the user's ways and shows them at once. If the server refuses, undoes that and shows the reason. */
export async function setWays(ways: Ways): Promise<void> {
  const before = queryClient.getQueryData<Ways>(waysQuery.queryKey);
  queryClient.setQueryData(waysQuery.queryKey, ways);
  try {
    await call(api.PUT('/api/v1/notifications/preferences', { body: ways }));
  } catch (error) {
    queryClient.setQueryData(waysQuery.queryKey, before);
    toastError(error);
  }
}
