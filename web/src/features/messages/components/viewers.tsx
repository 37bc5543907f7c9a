import { IconEye, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import { useViewers } from '../viewers-store.ts';
import classes from './composer.module.css';

/** The colleagues who have the conversation open, and a mark on those who are writing. */
export function Viewers({ id, me }: { id: string; me: string }) {
  const { t } = useTranslation('messages');
  const { locale } = useTimeSettings();
  const viewers = useViewers(id, me);
  const names = new Intl.ListFormat(locale, { type: 'conjunction' });
  const namesOf = (typing: boolean) => viewers.filter((viewer) => viewer.typing === typing).map(({ name }) => name);
  const [writing, looking] = [namesOf(true), namesOf(false)];
  return (
    <p className={classes.viewers} role="status">
      {writing.length > 0 && (
        <span className={classes.writing}>
          <IconPencil size={14} aria-hidden />
          {t('viewers.writing', { count: writing.length, names: names.format(writing) })}
        </span>
      )}
      {looking.length > 0 && (
        <span className={classes.looking}>
          <IconEye size={14} aria-hidden />
          {t('viewers.looking', { count: looking.length, names: names.format(looking) })}
        </span>
      )}
    </p>
  );
}
