import { ActionIcon } from '@mantine/core';
import { IconFocusCentered, IconMinus, IconPlus, type Icon } from '@tabler/icons-react';
import { Panel, useReactFlow } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { motionMs } from '../canvas/motion.ts';
import canvas from '../canvas/flow-canvas.module.css';

/** Zoom without a wheel. */
export function ZoomTools() {
  const { t } = useTranslation('flows');
  const flow = useReactFlow();
  const button = (label: string, Shown: Icon, click: () => void) => (
    <ActionIcon variant="subtle" color="gray" size={36} aria-label={label} title={label} onClick={click}>
      <Shown size={20} stroke={1.75} aria-hidden />
    </ActionIcon>
  );
  return (
    <Panel position="bottom-center" className={canvas.tools ?? ''}>
      {button(t('canvas.zoomOut'), IconMinus, () => void flow.zoomOut({ duration: motionMs() }))}
      {button(t('canvas.fit'), IconFocusCentered, () => void flow.fitView({ maxZoom: 1, duration: motionMs() }))}
      {button(t('canvas.zoomIn'), IconPlus, () => void flow.zoomIn({ duration: motionMs() }))}
    </Panel>
  );
}
