import { useTranslation } from 'react-i18next';
import { Card } from '#web/ui/card.tsx';
import classes from '../google-calendar.module.css';

const VARIABLES = ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'];

/** Says what the operator of the installation must do first. */
export function NotSetUpCard() {
  const { t } = useTranslation('googleCalendar');
  return (
    <Card title={t('notSetUp.title')} text={t('notSetUp.text')}>
      <ol className={classes.steps}>
        <li>{t('notSetUp.api')}</li>
        <li>
          {t('notSetUp.client')} <code>{`${window.location.origin}/api/v1/google-calendar/oauth/callback`}</code>
        </li>
        <li>
          {t('notSetUp.variables')}{' '}
          {VARIABLES.map((name) => (
            <code key={name}>{name} </code>
          ))}
        </li>
      </ol>
    </Card>
  );
}
