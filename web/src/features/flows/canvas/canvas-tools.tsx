import { ActionIcon } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconFocusCentered,
  IconLayoutDistributeHorizontal,
  IconMinus,
  IconPlus,
  type Icon,
} from '@tabler/icons-react';
import { Panel, useReactFlow } from '@xyflow/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '#web/app/actions/actions.ts';
import { toastError } from '#web/lib/toast.ts';
import { useBuilder, useEditorState } from '../builder-context.ts';
import { moveNodes } from '../graph-edits.ts';
import { motionMs } from './motion.ts';
import classes from './flow-canvas.module.css';

/** Zoom, undo and the order of the nodes. */
export function CanvasTools() {
  const { t } = useTranslation('flows');
  const { editor, isEditable } = useBuilder();
  const { history } = useEditorState();
  const flow = useReactFlow();
  const [isBusy, setBusy] = useState(false);

  const fit = () => void flow.fitView({ maxZoom: 1, padding: 0.15, duration: motionMs() });
  const tidy = async () => {
    setBusy(true);
    try {
      const { estimatedSize, layout } = await import('../auto-layout.ts');
      const { graph } = editor;
      const places = await layout(graph, (id) => {
        const { width, height } = flow.getInternalNode(id)?.measured ?? {};
        return width && height ? { width, height } : estimatedSize(graph, id);
      });
      editor.edit((now) => moveNodes(now, places));
      requestAnimationFrame(fit);
    } catch (error) {
      toastError(error);
    } finally {
      setBusy(false);
    }
  };
  useAction({ id: 'flow.tidy', label: t('canvas.tidy'), run: () => void tidy(), when: isEditable });

  const button = (label: string, Shown: Icon, run: () => void, disabled = false) => (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={36}
      aria-label={label}
      title={label}
      onClick={run}
      disabled={disabled}
    >
      <Shown size={20} stroke={1.75} aria-hidden />
    </ActionIcon>
  );
  return (
    <Panel position="bottom-center" className={classes.tools ?? ''}>
      {isEditable && (
        <>
          {button(t('canvas.undo'), IconArrowBackUp, editor.undo, history.past.length === 0)}
          {button(t('canvas.redo'), IconArrowForwardUp, editor.redo, history.future.length === 0)}
          {button(t('canvas.tidy'), IconLayoutDistributeHorizontal, () => void tidy(), isBusy)}
          <span className={classes.separator} />
        </>
      )}
      {button(t('canvas.zoomOut'), IconMinus, () => void flow.zoomOut({ duration: motionMs() }))}
      {button(t('canvas.fit'), IconFocusCentered, fit)}
      {button(t('canvas.zoomIn'), IconPlus, () => void flow.zoomIn({ duration: motionMs() }))}
    </Panel>
  );
}
