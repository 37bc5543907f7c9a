import '@mantine/core/styles/Alert.css';
import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askPermission, browserPermission } from '../browser-notice.ts';
import classes from './browser-permission.module.css';

/** Asks for the browser's permission, or says why the browser shows no notifications. */
export function BrowserPermission() {
  const { t } = useTranslation('notifications');
  const [permission, setPermission] = useState(browserPermission);
  if (permission === 'granted') return null;
  return (
    <Alert role="status">
      <p className={classes.text}>{t(`permission.${permission}`)}</p>
      {permission === 'default' && (
        <Button size="sm" mt="sm" onClick={() => void askPermission().then(setPermission)}>
          {t('permission.ask')}
        </Button>
      )}
    </Alert>
  );
}
