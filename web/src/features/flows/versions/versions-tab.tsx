import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { Failure } from '#web/ui/failure.tsx';
import { useBuilder } from '../builder-context.ts';
import { CompareDialog } from './compare-dialog.tsx';
import { VersionButtons } from './version-buttons.tsx';
import { type VersionRow, versionsQuery } from './versions-queries.ts';
import classes from './versions-tab.module.css';

/** The published versions of the flow, the newest first. */
export function VersionsTab() {
  const { t } = useTranslation('flowRuns');
  const { flow } = useBuilder();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    versionsQuery(flow._id),
  );
  const [compared, setCompared] = useState<number>();
  const versions = data?.pages.flatMap(({ items }) => items);
  if (!versions) return error ? <Failure error={error} onRetry={() => void refetch()} /> : null;
  if (versions.length === 0) return <p className={classes.hint}>{t('versions.none')}</p>;
  return (
    <>
      <ol className={classes.list}>
        {versions.map((version) => (
          <li key={version.number} className={classes.version}>
            <VersionFacts version={version} />
            <VersionButtons version={version} onCompare={() => setCompared(version.number)} />
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('versions.older')}
        </Button>
      )}
      {compared !== undefined && (
        <CompareDialog versions={versions} first={compared} onClose={() => setCompared(undefined)} />
      )}
    </>
  );
}

function VersionFacts({ version: { number, note, published_by, published_at, is_live } }: { version: VersionRow }) {
  const { t } = useTranslation('flowRuns');
  const time = useTimeSettings();
  return (
    <>
      <p className={classes.head}>
        <strong>{t('versions.number', { number })}</strong>
        {is_live && <span className={classes.live}>{t('versions.live')}</span>}
      </p>
      <p className={classes.facts}>
        {t('versions.by', {
          name: published_by.full_name || t('versions.gone'),
          time: listTime(published_at, time),
        })}
      </p>
      {note && <p className={classes.note}>{note}</p>}
    </>
  );
}
