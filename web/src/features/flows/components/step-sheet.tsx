import { Button } from '@mantine/core';
import { IconAlertTriangle, IconDeviceMobile, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NativeDialog } from '#web/ui/native-dialog.tsx';
import { useBuilder, useEditorState } from '../builder-context.ts';
import { SidePanel } from './side-panel.tsx';
import classes from './step-sheet.module.css';

interface StepSheetProps {
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
}

/** Where there is no room beside the steps: a bar that opens the panel over them. */
export function StepSheet({ isOpen, onOpen, onClose }: StepSheetProps) {
  const { t } = useTranslation('flows');
  const { problems } = useBuilder();
  const { nodes } = useEditorState();
  const Sign = nodes.length > 0 ? IconPencil : problems.length > 0 ? IconAlertTriangle : IconDeviceMobile;
  return (
    <>
      <div className={classes.bar}>
        <Button fullWidth variant="default" leftSection={<Sign size={18} aria-hidden />} onClick={onOpen}>
          {nodes.length > 0
            ? t('panel.openStep')
            : problems.length > 0
              ? t('problems.count', { count: problems.length })
              : t('panel.open')}
        </Button>
      </div>
      {isOpen && (
        <NativeDialog label={t('panel.title')} className={classes.sheet} onClose={onClose}>
          <div className={classes.content}>
            <SidePanel />
            <div className={classes.bar}>
              <Button fullWidth onClick={onClose}>
                {t('panel.done')}
              </Button>
            </div>
          </div>
        </NativeDialog>
      )}
    </>
  );
}
