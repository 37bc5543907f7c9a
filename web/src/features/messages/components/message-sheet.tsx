import type { Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NativeDialog } from '#web/ui/native-dialog.tsx';
import classes from './message-sheet.module.css';

interface SheetAction {
  key: 'quote' | 'copy' | 'link' | 'retry' | 'edit' | 'remove';
  Icon: Icon;
  run: () => void;
}

/** The actions of a message at the bottom of a touch screen. */
export function MessageSheet({ actions, onClose }: { actions: readonly SheetAction[]; onClose: () => void }) {
  const { t } = useTranslation('messages');
  return (
    <NativeDialog className={classes.sheet} label={t('actions.message')} onClose={onClose}>
      {actions.map(({ key, Icon: ActionIcon, run }) => (
        <button
          key={key}
          type="button"
          className={classes.action}
          onClick={() => {
            onClose();
            run();
          }}
        >
          <ActionIcon size={20} stroke={1.75} aria-hidden /> {t(`actions.${key}`)}
        </button>
      ))}
    </NativeDialog>
  );
}
