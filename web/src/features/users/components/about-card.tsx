import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { logOut } from '#web/lib/session/session.ts';
import { productQuery } from '../profile-queries.ts';
import classes from './about-card.module.css';

/** The log-out, the version, and where the source code is. */
export function AboutCard() {
  const { t } = useTranslation('profile');
  const { data: product } = useQuery(productQuery);
  return (
    <div className={classes.about}>
      <Button variant="default" onClick={() => void logOut()}>
        {t('logOut')}
      </Button>
      {product && (
        <p className={classes.version}>
          {t('about.version', { version: product.version })}{' '}
          {product.source_url && (
            <a href={product.source_url} target="_blank" rel="noreferrer">
              {t('about.source')}
            </a>
          )}
        </p>
      )}
    </div>
  );
}
