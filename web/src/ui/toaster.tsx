import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAction } from '#web/app/actions/actions.ts';
import { useStore } from '#web/lib/store.ts';
import { dismissToast, holdToasts, releaseToasts, toasts } from '#web/lib/toast.ts';
import classes from './toaster.module.css';

/** Shows the toasts. `Z` undoes the last one that can be undone. */
export function Toaster() {
  const { t } = useTranslation();
  const shown = useStore(toasts);
  const undoable = shown.findLast(({ undo }) => undo !== undefined);
  // A removed button fires neither blur nor mouseleave.
  const close = (key: number) => {
    dismissToast(key);
    releaseToasts();
  };
  const act = (key: number, run: () => void) => {
    close(key);
    run();
  };
  useAction({
    id: 'app.undo',
    label: t('undo'),
    when: undoable !== undefined,
    run: () => undoable?.undo && act(undoable.key, undoable.undo),
  });
  return (
    <div
      className={classes.stack}
      role="status"
      aria-live="polite"
      onMouseEnter={holdToasts}
      onMouseLeave={releaseToasts}
      onFocus={holdToasts}
      onBlur={releaseToasts}
    >
      {shown.map(({ key, message, tone, undo: run, action, open }) => (
        <div key={key} className={classes.toast} data-tone={tone} data-choices={action !== undefined || undefined}>
          {open ? (
            <button type="button" className={classes.open} onClick={() => act(key, open)}>
              {message}
            </button>
          ) : (
            <span className={classes.message}>{message}</span>
          )}
          {action && (
            <button type="button" className={classes.undo} onClick={() => act(key, action.run)}>
              {action.label}
            </button>
          )}
          {run && (
            <button type="button" className={classes.undo} onClick={() => act(key, run)}>
              {t('undo')}
            </button>
          )}
          <button type="button" className={classes.close} aria-label={t('close')} onClick={() => close(key)}>
            <IconX size={16} aria-hidden />
          </button>
        </div>
      ))}
    </div>
  );
}
