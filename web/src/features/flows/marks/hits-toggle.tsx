import { Panel } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { useStore } from '#web/lib/store.ts';
import { areHitsShown } from './canvas-lights.ts';
import classes from './marks.module.css';

/** Shows or hides how many runs came to each step. */
export function HitsToggle() {
  const { t } = useTranslation('flowRuns');
  const isShown = useStore(areHitsShown);
  return (
    <Panel position="top-right">
      <button
        type="button"
        className={classes.toggle}
        aria-pressed={isShown}
        onClick={() => areHitsShown.set(!isShown)}
      >
        {t('hits.show')}
      </button>
    </Panel>
  );
}
