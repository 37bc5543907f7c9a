import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';

/** Asks before the page is left while a text is not saved. */
export function UnsavedPrompt({ isChanged }: { isChanged: boolean }) {
  const { t } = useTranslation('assistant');
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname,
    enableBeforeUnload: isChanged,
    disabled: !isChanged,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  return (
    <ConfirmDialog
      title={t('prompts.unsaved.title')}
      text={t('prompts.unsaved.text')}
      confirm={t('prompts.unsaved.leave')}
      isPending={false}
      onConfirm={proceed}
      onClose={reset}
    />
  );
}
