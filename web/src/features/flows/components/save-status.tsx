import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconCloudUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { errorWords } from '#web/lib/api/error-words.ts';
import { useStore } from '#web/lib/store.ts';
import type { DraftSaver } from '../draft-saver.ts';
import classes from './builder-header.module.css';

const ICONS = {
  saved: IconCloudCheck,
  saving: IconCloudUpload,
  offline: IconCloudOff,
  refused: IconAlertTriangle,
  conflict: IconAlertTriangle,
};

/** Whether the draft is on the server. */
export function SaveStatus({ saver }: { saver: DraftSaver }) {
  const { t } = useTranslation('flows');
  const state = useStore(saver.state);
  const Shown = ICONS[state.kind];
  return (
    <span className={classes.status} data-kind={state.kind} role="status">
      <Shown size={16} aria-hidden />
      <span>{state.kind === 'refused' ? errorWords(state.error) : t(`save.${state.kind}`)}</span>
    </span>
  );
}
