import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '#web/lib/session/session.ts';
import { PickDialog } from '#web/ui/pick-dialog.tsx';
import { BULK_ACTIONS, type BulkAction, changeAll } from '../bulk-actions.ts';
import type { ListQuery } from '../inbox-views.ts';

/** The changes that can be made to a whole list at once. */
export function BulkDialog({ query, onClose }: { query: ListQuery; onClose: () => void }) {
  const { t } = useTranslation('inbox');
  const { data: me } = useQuery(meQuery);
  const choices = BULK_ACTIONS.map((id) => ({ id, label: t(`bulk.${id}`) }));
  const pick = (id: string) => {
    onClose();
    if (me) void changeAll(query, id as BulkAction, me._id);
  };
  return <PickDialog title={t('bulk.title')} choices={choices} onPick={pick} onClose={onClose} />;
}
