import { ActionIcon } from '@mantine/core';
import {
  IconCopy,
  IconDownload,
  IconHistory,
  IconPlayerPause,
  IconPlayerPlay,
  IconTrash,
  type Icon,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { toast, toastError } from '#web/lib/toast.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { saveFlowFile } from '../flow-file.ts';
import { deleteFlow, duplicateFlow, type FlowRow, readFlow, switchFlow } from '../flows-queries.ts';
import { useFlowChannels } from '../use-flow-names.ts';
import { FlowStatus } from './flow-status.tsx';
import classes from './flow-table.module.css';

/** One card for each flow: its state, where it listens, who changed it last, and what can be done with it. */
export function FlowTable({ flows, isManager }: { flows: readonly FlowRow[]; isManager: boolean }) {
  const { t } = useTranslation('flows');
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('title')}>
      <ul className={classes.list}>
        {flows.map((flow) => (
          <li key={flow._id} className={classes.row}>
            <FlowLine flow={flow} />
            <div className={classes.buttons}>
              {flow.counts.versions > 0 && <RunsLink flow={flow} />}
              {isManager && <FlowButtons flow={flow} />}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function FlowLine({ flow }: { flow: FlowRow }) {
  const { t } = useTranslation('flows');
  const time = useTimeSettings();
  const channels = useFlowChannels(flow.channel_ids);
  const where = flow.channel_ids.length === 0 ? t('allChannels') : channels.map(({ name }) => name).join(', ');
  const changed = { who: flow.draft_by.full_name, when: listTime(flow.draft_at, time) };
  return (
    <div className={classes.line}>
      <Link to="/flows/$id" params={{ id: flow._id }} className={classes.name}>
        {flow.name}
      </Link>
      <FlowStatus flow={flow} />
      <span className={classes.facts}>
        {t('steps', { count: flow.counts.nodes })} · {where} · {t(changed.who ? 'changedBy' : 'changedAt', changed)}
      </span>
    </div>
  );
}

function RunsLink({ flow: { _id, name } }: { flow: FlowRow }) {
  const { t } = useTranslation('flows');
  const label = t('runsOf', { name });
  return (
    <Link to="/flows/runs" search={{ flow: _id }} className={classes.runs} aria-label={label} title={label}>
      <IconHistory size={18} stroke={1.75} aria-hidden />
    </Link>
  );
}

function FlowButtons({ flow: { _id, name, status } }: { flow: FlowRow }) {
  const { t } = useTranslation('flows');
  const [isDeleting, setDeleting] = useState(false);
  const [isPausing, setPausing] = useState(false);
  const run = useMutation({ mutationFn: (work: () => Promise<unknown>) => work(), onError: toastError });
  const pause = useMutation({
    mutationFn: () => switchFlow(_id, 'pause'),
    onSuccess: () => setPausing(false),
    onError: toastError,
  });
  const remove = useMutation({ mutationFn: () => deleteFlow(_id), onError: toastError });
  const download = async () => {
    const { graph } = await readFlow(_id);
    saveFlowFile(name, graph);
  };
  const copy = async () => {
    const { name: copied } = await duplicateFlow(_id);
    toast({ message: t('duplicated', { name: copied }) });
  };
  const button = (label: string, Shown: Icon, click: () => void) => (
    <ActionIcon variant="subtle" color="gray" size={36} aria-label={label} title={label} onClick={click}>
      <Shown size={18} stroke={1.75} aria-hidden />
    </ActionIcon>
  );
  return (
    <>
      {status === 'live' && button(t('pause', { name }), IconPlayerPause, () => setPausing(true))}
      {status === 'paused' &&
        button(t('resume', { name }), IconPlayerPlay, () => run.mutate(() => switchFlow(_id, 'resume')))}
      {button(t('duplicate', { name }), IconCopy, () => run.mutate(copy))}
      {button(t('export', { name }), IconDownload, () => run.mutate(download))}
      {button(t('delete.open', { name }), IconTrash, () => setDeleting(true))}
      {isPausing && (
        <ConfirmDialog
          title={t('pausing.title', { name })}
          text={t('pausing.text')}
          confirm={t('pausing.confirm')}
          isPending={pause.isPending}
          onConfirm={() => pause.mutate()}
          onClose={() => setPausing(false)}
        />
      )}
      {isDeleting && (
        <ConfirmDialog
          title={t('delete.title', { name })}
          text={t('delete.text')}
          confirm={t('delete.confirm')}
          isPending={remove.isPending}
          onConfirm={() => remove.mutate()}
          onClose={() => setDeleting(false)}
        />
      )}
    </>
  );
}
