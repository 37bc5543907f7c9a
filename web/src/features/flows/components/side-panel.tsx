import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBuilder, useEditorState } from '../builder-context.ts';
import { nodeOf } from '../flow-graph.ts';
import { Inspector } from '../inspector/inspector.tsx';
import { RunsTab } from '../runs/runs-tab.tsx';
import { Simulator } from '../simulator/simulator.tsx';
import { VersionsTab } from '../versions/versions-tab.tsx';
import { ProblemsTab } from './problems-tab.tsx';
import classes from './side-panel.module.css';

/** The tabs, each with what it shows. */
const TABS = { node: NodeTab, problems: ProblemsTab, test: Simulator, versions: VersionsTab, runs: RunsTab };
type Tab = keyof typeof TABS;

/** Beside the canvas: the selected step, and what is wrong with the flow. */
export function SidePanel() {
  const { t } = useTranslation('flows');
  const { problems, isEditable } = useBuilder();
  const { nodes, field } = useEditorState();
  const [tab, setTab] = useState<Tab>('node');
  // Another selected step is what the user wants to see.
  const [seen, setSeen] = useState({ nodes, field });
  if (seen.nodes !== nodes || seen.field !== field) {
    setSeen({ nodes, field });
    if (nodes.length > 0) setTab('node');
  }
  const Shown = TABS[tab];
  return (
    <aside className={classes.panel} aria-label={t('panel.title')}>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('panel.tabs')}
        value={tab}
        onChange={(value) => setTab(value)}
        data={(Object.keys(TABS) as Tab[])
          .filter((value) => value !== 'test' || isEditable)
          .map((value) => ({
            value,
            label:
              value === 'problems' && problems.length > 0
                ? `${t('panel.problems')} (${problems.length})`
                : t(`panel.${value}`),
          }))}
      />
      <div className={classes.content} tabIndex={0} role="region" aria-label={t(`panel.${tab}`)}>
        <Shown />
      </div>
    </aside>
  );
}

/** The form of the selected step, or what can be done with several. */
function NodeTab() {
  const { t } = useTranslation('flows');
  const { history, nodes } = useEditorState();
  const [id] = nodes;
  const node = id === undefined || nodes.length > 1 ? undefined : nodeOf(history.present, id);
  if (node) return <Inspector key={node.id} node={node} />;
  return (
    <p className={classes.hint}>{nodes.length > 1 ? t('panel.several', { count: nodes.length }) : t('panel.none')}</p>
  );
}
