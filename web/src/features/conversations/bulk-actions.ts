import i18next from 'i18next';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { toast, toastError } from '#web/lib/toast.ts';
import { conversationKeys } from './conversations-queries.ts';
import { listParameters, type ListQuery } from './inbox-views.ts';

export const BULK_ACTIONS = ['resolve', 'read', 'take'] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** Changes all conversations of a list, also those that are not loaded. For a minute the toast can undo it. */
export async function changeAll(query: ListQuery, action: BulkAction, me: string): Promise<void> {
  const changes: Record<BulkAction, Schemas['BulkActionDto']> = {
    resolve: { status: 'resolved' },
    read: { read: true },
    take: { assigned_to: me },
  };
  try {
    const { count, undo_token } = await call(
      api.POST('/api/v1/conversations/bulk', { body: { filter: listParameters(query), action: changes[action] } }),
    );
    toast({
      message: i18next.t('inbox:bulk.changed', { count }),
      ...(undo_token === null ? {} : { undo: () => void undo(undo_token) }),
    });
  } catch (error) {
    toastError(error);
  }
}

async function undo(undoToken: string): Promise<void> {
  try {
    await call(api.POST('/api/v1/conversations/bulk/undo', { body: { undo_token: undoToken } }));
    await queryClient.invalidateQueries({ queryKey: conversationKeys.counts });
  } catch (error) {
    toastError(error);
  }
}
