import { ReactFlowProvider } from '@xyflow/react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '#web/app/actions/actions.ts';
import { useIsManager } from '#web/lib/session/roles.ts';
import { useStore } from '#web/lib/store.ts';
import { useMedia } from '#web/lib/use-media.ts';
import { Failure } from '#web/ui/failure.tsx';
import { type Builder, BuilderContext, type NewPlace } from './builder-context.ts';
import { FlowCanvas } from './canvas/flow-canvas.tsx';
import { AddDialog } from './components/add-dialog.tsx';
import { BuilderHeader, type BuilderView } from './components/builder-header.tsx';
import { ConflictDialog } from './components/conflict-dialog.tsx';
import { ListView } from './components/list-view.tsx';
import { Palette } from './components/palette.tsx';
import { SidePanel } from './components/side-panel.tsx';
import { StepSheet } from './components/step-sheet.tsx';
import { type Flow, type FlowProblem, flowQuery, problemsQuery } from './flows-queries.ts';
import { BuilderMarks } from './marks/builder-marks.tsx';
import { useBuilderKeys } from './use-builder-keys.ts';
import { useDraft } from './use-draft.ts';
import { useNodeWords } from './use-node-words.ts';
import classes from './flow-page.module.css';

const NARROW = '(max-width: 699px)';
/** Below this width there is no room for the panel beside the list. */
const NO_PANEL = '(max-width: 899px)';

const NO_PROBLEMS: readonly FlowProblem[] = [];

const route = getRouteApi('/staff/flows/$id');

/** The builder of one flow. */
export function FlowPage() {
  const { id } = route.useParams();
  const { data: flow, error, refetch } = useQuery(flowQuery(id));
  if (flow) return <FlowBuilder key={id} flow={flow} />;
  return error ? <Failure error={error} onRetry={() => void refetch()} /> : null;
}

function FlowBuilder({ flow }: { flow: Flow }) {
  const { t } = useTranslation('flows');
  const isEditable = useIsManager();
  const { editor, saver } = useDraft(flow);
  const check = useQuery(problemsQuery(flow._id));
  const words = useNodeWords();
  const isNarrow = useMedia(NARROW);
  const hasPanel = !useMedia(NO_PANEL);
  const [chosenView, setView] = useState<BuilderView>();
  const [place, setPlace] = useState<NewPlace>();
  const [isSheetOpen, setSheetOpen] = useState(false);
  const saving = useStore(saver.state);
  const isChecking = check.isFetching || saving.kind === 'saving';
  const view = chosenView ?? (isNarrow ? 'list' : 'canvas');

  useBuilderKeys(editor, isEditable);
  useAction({ id: 'flow.add', label: t('palette.add'), run: () => setPlace({}), when: isEditable });
  useAction({
    id: 'flow.view',
    label: t(view === 'canvas' ? 'view.toList' : 'view.toCanvas'),
    run: () => setView(view === 'canvas' ? 'list' : 'canvas'),
  });

  const builder = useMemo<Builder>(
    () => ({ flow, editor, words, problems: check.data ?? NO_PROBLEMS, isChecking, isEditable, askToAdd: setPlace }),
    [flow, editor, words, check.data, isChecking, isEditable],
  );
  const open = (id: string) => {
    editor.select([id]);
    if (!hasPanel) setSheetOpen(true);
  };
  return (
    <BuilderContext value={builder}>
      <section className={classes.page} aria-label={t('builder')}>
        <BuilderHeader flow={flow} saver={saver} view={view} isEditable={isEditable} onView={setView} />
        <div className={classes.body}>
          {view === 'canvas' ? (
            <ReactFlowProvider>
              {isEditable && !isNarrow && <Palette />}
              <div className={classes.canvas}>
                <BuilderMarks>
                  <FlowCanvas />
                </BuilderMarks>
              </div>
            </ReactFlowProvider>
          ) : (
            <ListView onOpen={open} />
          )}
          {hasPanel && <SidePanel />}
        </div>
        {!hasPanel && (
          <StepSheet isOpen={isSheetOpen} onOpen={() => setSheetOpen(true)} onClose={() => setSheetOpen(false)} />
        )}
      </section>
      {place && (
        <AddDialog
          place={place}
          onClose={() => setPlace(undefined)}
          onPick={(kind) => {
            setPlace(undefined);
            open(editor.add(kind, place.after, place.at));
          }}
        />
      )}
      {saving.kind === 'conflict' && (
        <ConflictDialog flowId={flow._id} conflict={saving.conflict} editor={editor} saver={saver} />
      )}
    </BuilderContext>
  );
}
