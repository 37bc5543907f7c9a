import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { IconArrowLeft, IconPencil, IconRocket } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftSaver } from '../draft-saver.ts';
import type { Flow } from '../flows-queries.ts';
import { FlowStatus } from './flow-status.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { SaveStatus } from './save-status.tsx';
import classes from './builder-header.module.css';

export type BuilderView = 'canvas' | 'list';

interface BuilderHeaderProps {
  flow: Flow;
  saver: DraftSaver;
  view: BuilderView;
  isEditable: boolean;
  onView: (view: BuilderView) => void;
}

/** The name and state of the flow, the two views, and the button that publishes. */
export function BuilderHeader({ flow, saver, view, isEditable, onView }: BuilderHeaderProps) {
  const { t } = useTranslation('flows');
  const [dialog, setDialog] = useState<'publish' | 'settings'>();
  const close = () => setDialog(undefined);
  return (
    <header className={classes.header}>
      <Link to="/flows" className={classes.back} aria-label={t('toList')} title={t('toList')}>
        <IconArrowLeft size={20} stroke={1.75} aria-hidden />
      </Link>
      <h1 className={classes.title}>{flow.name}</h1>
      {isEditable && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('settings.open')}
          title={t('settings.open')}
          onClick={() => setDialog('settings')}
        >
          <IconPencil size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
      )}
      <FlowStatus flow={flow} />
      {isEditable ? <SaveStatus saver={saver} /> : <span className={classes.status}>{t('readOnly')}</span>}
      <span className={classes.space} />
      <SegmentedControl
        aria-label={t('view.title')}
        value={view}
        onChange={onView}
        data={(['canvas', 'list'] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
      />
      {isEditable && (
        <Button size="sm" leftSection={<IconRocket size={18} aria-hidden />} onClick={() => setDialog('publish')}>
          {t('publish.open')}
        </Button>
      )}
      {dialog === 'publish' && <PublishDialog flowId={flow._id} saver={saver} onClose={close} />}
      {dialog === 'settings' && <SettingsDialog flow={flow} saver={saver} onClose={close} />}
    </header>
  );
}
