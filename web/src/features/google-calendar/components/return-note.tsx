import '@mantine/core/styles/Alert.css';
import { Alert } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Says how the log-in at Google ended. */
export function ReturnNote() {
  const { t } = useTranslation('googleCalendar');
  const { error, connected } = useSearch({ strict: false });
  if (error)
    return (
      <Alert color="red" role="alert">
        {t(`returnErrors.${error as 'ACCESS_DENIED'}`, { defaultValue: t('returnErrors.other') })}
      </Alert>
    );
  if (!connected) return null;
  return <Alert role="status">{t('connectedNow')}</Alert>;
}
