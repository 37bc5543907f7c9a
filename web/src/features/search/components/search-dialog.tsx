import { useTranslation } from 'react-i18next';
import { NativeDialog } from '#web/ui/native-dialog.tsx';
import { searchDialog } from '../open-search.ts';
import { SearchBox } from './search-box.tsx';
import classes from './search-dialog.module.css';

/** The search over everything above the page. */
export function SearchDialog({ words }: { words: string }) {
  const { t } = useTranslation('search');
  const close = () => searchDialog.set(null);
  return (
    <NativeDialog className={classes.dialog} label={t('title')} onClose={close}>
      <div className={classes.panel}>
        <SearchBox initial={words} onOpen={close} />
        <p className={classes.keys} aria-hidden>
          <kbd>↑</kbd> <kbd>↓</kbd> {t('keys.choose')} <kbd>{t('keys.enter')}</kbd> {t('keys.open')}{' '}
          <kbd>{t('keys.escape')}</kbd> {t('keys.close')}
        </p>
      </div>
    </NativeDialog>
  );
}
