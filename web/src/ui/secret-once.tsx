import '@mantine/core/styles/Alert.css';
import { Alert, Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './secret-once.module.css';

/** A secret that is shown only now, with a button that copies it. */
export function SecretOnce({ label, secret, onDone }: { label: string; secret: string; onDone: () => void }) {
  const { t } = useTranslation('settings');
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <Alert role="status" title={label} className={classes.root}>
      <p className={classes.text}>{t('secret.text')}</p>
      <code className={classes.secret} data-testid="secret">
        {secret}
      </code>
      <div className={classes.buttons}>
        <Button
          onClick={() => void copy()}
          leftSection={isCopied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
        >
          {t(isCopied ? 'secret.copied' : 'secret.copy')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('secret.done')}
        </Button>
      </div>
    </Alert>
  );
}
