import '@mantine/core/styles/Alert.css';
import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askPermission, browserPermission } from '../browser-notice.ts';

/** Asks for the browser's permission, or says why it shows no notifications. */
export function BrowserPermission() {
  const { t } = useTranslation('notifications');
  const [permission, setPermission] = useState(browserPermission);
  if (permission === 'granted') return null;
  return (
    <Alert color="blue" mb="md" role="status">
      <p>{t(`permission.${permission}`)}</p>
      {permission === 'default' && (
        <Button size="sm" onClick={() => void askPermission().then(setPermission)}>
          {t('permission.ask')}
        </Button>
      )}
    </Alert>
  );
}
