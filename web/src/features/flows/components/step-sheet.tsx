import { Button } from '@mantine/core';
import { IconDeviceMobile, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NativeDialog } from '#web/ui/native-dialog.tsx';
import { useBuilder, useEditorState } from '../builder-context.ts';
import { summaryOf } from '../problem-summary.ts';
import { ProblemSign } from './problem-sign.tsx';
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
  const faults = nodes.length > 0 ? null : summaryOf(problems);
  const Sign = nodes.length > 0 ? IconPencil : IconDeviceMobile;
  const sign = faults ? <ProblemSign severity={faults.severity} size={18} /> : <Sign size={18} aria-hidden />;
  const label = t(nodes.length > 0 ? 'panel.openStep' : 'panel.open');
  return (
    <>
      <div className={classes.bar}>
        <Button fullWidth variant="default" leftSection={sign} onClick={onOpen}>
          {faults ? t(faults.words, { count: faults.count }) : label}
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
