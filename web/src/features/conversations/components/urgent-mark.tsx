import { useTranslation } from 'react-i18next';
import classes from './urgent-mark.module.css';

/** Of a conversation with the highest priority, for instance after an emergency. */
export function UrgentMark() {
  const { t } = useTranslation('inbox');
  return <span className={classes.mark}>{t('priority.urgent')}</span>;
}
