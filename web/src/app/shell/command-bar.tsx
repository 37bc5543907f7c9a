import { useTranslation } from 'react-i18next';
import { ACTION_KEYS, type ActionId } from '#web/app/actions/action-keys.ts';
import { actionOf, useAvailableActions } from '#web/app/actions/actions.ts';
import { useOpenSearch } from '#web/features/search/open-search.ts';
import { PickDialog } from '#web/ui/pick-dialog.tsx';

/** All actions of the current page, with their keys. The words that are typed can be searched for, too. */
export function CommandBar({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const choices = [...useAvailableActions().values()].map(({ id, label }) => ({
    id,
    label,
    hint: ACTION_KEYS[id].replace('mod+', 'Ctrl ').toUpperCase(),
  }));
  const openSearch = useOpenSearch();
  const search = (words: string) => {
    onClose();
    setTimeout(() => openSearch(words));
  };
  const run = (id: string) => {
    const action = actionOf(id as ActionId);
    onClose();
    // The dialog gives the focus back first; an action may move it elsewhere.
    if (action) setTimeout(action.run);
  };
  return (
    <PickDialog
      title={t('commands.title')}
      choices={choices}
      onPick={run}
      onClose={onClose}
      onCreate={search}
      createLabel={(words) => t('commands.search', { words })}
    />
  );
}
