import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMedia } from '#web/lib/use-media.ts';
import { Failure } from '#web/ui/failure.tsx';
import { NativeDialog } from '#web/ui/native-dialog.tsx';
import { useBuilder, useGraph } from '../builder-context.ts';
import type { FlowGraph } from '../flow-graph.ts';
import { MarkedCanvas } from '../marks/marked-canvas.tsx';
import { DiffList } from './diff-list.tsx';
import { diffOf, isSame, unionOf } from './graph-diff.ts';
import { useDiffMarks } from './use-diff-marks.ts';
import { type VersionRow, versionQuery } from './versions-queries.ts';
import classes from './compare-dialog.module.css';

/** Below this width canvas and sentences do not fit side by side. */
const NARROW = '(max-width: 899px)';
/** Instead of the number of a version. */
const DRAFT = 'draft';

interface CompareDialogProps {
  versions: readonly VersionRow[];
  first: number;
  onClose: () => void;
}

/** What differs between a version and the draft, or another version: on the canvas and in sentences. */
export function CompareDialog({ versions, first, onClose }: CompareDialogProps) {
  const { t } = useTranslation('flowRuns');
  const [from, setFrom] = useState(String(first));
  const [to, setTo] = useState(DRAFT);
  const numbers = versions.map(({ number }) => String(number));
  const choice = (label: string, value: string, onChange: (value: string) => void) => (
    <label className={classes.choice}>
      {label}
      <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        <option value={DRAFT}>{t('versions.draft')}</option>
        {numbers.map((number) => (
          <option key={number} value={number}>
            {t('versions.number', { number })}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <NativeDialog label={t('diff.title')} className={classes.dialog} onClose={onClose}>
      <div className={classes.content}>
        <header className={classes.head}>
          <h2>{t('diff.title')}</h2>
          {choice(t('diff.from'), from, setFrom)}
          {choice(t('diff.to'), to, setTo)}
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('diff.close')} onClick={onClose}>
            <IconX size={20} aria-hidden />
          </ActionIcon>
        </header>
        <Comparison from={from} to={to} />
      </div>
    </NativeDialog>
  );
}

function Comparison({ from, to }: { from: string; to: string }) {
  const before = useGraphOf(from);
  const after = useGraphOf(to);
  const failed = before.error ? before : after.error ? after : null;
  if (failed) return <Failure error={failed.error} onRetry={failed.retry} />;
  if (!before.graph || !after.graph) return null;
  return <Differences before={before.graph} after={after.graph} />;
}

function Differences({ before, after }: { before: FlowGraph; after: FlowGraph }) {
  const { t } = useTranslation('flowRuns');
  const isNarrow = useMedia(NARROW);
  const [view, setView] = useState<'list' | 'canvas'>('list');
  const diff = useMemo(() => diffOf(before, after), [before, after]);
  const union = useMemo(() => unionOf(before, after), [before, after]);
  const marks = useDiffMarks(union, diff);
  if (isSame(diff)) return <p className={classes.same}>{t('diff.same')}</p>;
  return (
    <>
      {isNarrow && (
        <SegmentedControl
          className={classes.views ?? ''}
          aria-label={t('diff.view')}
          value={view}
          onChange={setView}
          data={[
            { value: 'list', label: t('diff.asList') },
            { value: 'canvas', label: t('diff.asCanvas') },
          ]}
        />
      )}
      <div className={classes.body}>
        {(!isNarrow || view === 'canvas') && (
          <div className={classes.picture}>
            <MarkedCanvas
              label={t('diff.canvas')}
              graph={union}
              marks={marks}
              shownNode={marks.nodes.keys().next().value}
            />
          </div>
        )}
        {(!isNarrow || view === 'list') && <DiffList before={before} after={after} diff={diff} />}
      </div>
    </>
  );
}

/** The graph of a version, or the draft as the builder has it. */
function useGraphOf(choice: string): { graph: FlowGraph | undefined; error: unknown; retry: () => void } {
  const { flow } = useBuilder();
  const draft = useGraph();
  const { data, error, refetch } = useQuery({ ...versionQuery(flow._id, Number(choice)), enabled: choice !== DRAFT });
  const retry = () => void refetch();
  return choice === DRAFT ? { graph: draft, error: null, retry } : { graph: data?.graph, error, retry };
}
