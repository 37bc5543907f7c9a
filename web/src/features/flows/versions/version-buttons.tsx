import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '#web/lib/query-client.ts';
import { toast, toastError } from '#web/lib/toast.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { useBuilder } from '../builder-context.ts';
import { makeLive, type VersionRow, versionQuery } from './versions-queries.ts';
import classes from './versions-tab.module.css';

interface VersionButtonsProps {
  version: VersionRow;
  onCompare: () => void;
}

/** Compares a version, makes it live, or takes it into the draft. */
export function VersionButtons({ version: { number, is_live }, onCompare }: VersionButtonsProps) {
  const { t } = useTranslation('flowRuns');
  const { flow, editor, isEditable } = useBuilder();
  const [isAsking, setAsking] = useState(false);
  const live = useMutation({
    mutationFn: () => makeLive(flow._id, number),
    onSuccess: () => toast({ message: t('versions.madeLive', { number }) }),
    onError: toastError,
    onSettled: () => setAsking(false),
  });
  const copy = useMutation({
    mutationFn: async () => editor.replace((await queryClient.fetchQuery(versionQuery(flow._id, number))).graph),
    onSuccess: () => toast({ message: t('versions.copied', { number }), undo: editor.undo }),
    onError: toastError,
  });
  return (
    <div className={classes.buttons}>
      <Button size="xs" variant="default" aria-label={t('versions.compareOf', { number })} onClick={onCompare}>
        {t('versions.compare')}
      </Button>
      {isEditable && !is_live && (
        <Button
          size="xs"
          variant="default"
          aria-label={t('versions.makeLiveOf', { number })}
          onClick={() => setAsking(true)}
        >
          {t('versions.makeLive')}
        </Button>
      )}
      {isEditable && (
        <Button
          size="xs"
          variant="default"
          aria-label={t('versions.copyOf', { number })}
          loading={copy.isPending}
          onClick={() => copy.mutate()}
        >
          {t('versions.copy')}
        </Button>
      )}
      {isAsking && (
        <ConfirmDialog
          title={t('versions.makeLiveTitle', { number })}
          text={t('versions.makeLiveText', { number })}
          confirm={t('versions.makeLive')}
          isPending={live.isPending}
          onConfirm={() => live.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
