import { useTranslation } from 'react-i18next';
import { age, clockTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { type FlowGraph, nodeOf, type NodeType, outletKind } from '../flow-graph.ts';
import { paletteKindOf } from '../new-node.ts';
import { NodeIcon } from '../node-icons.tsx';
import { type NodeWords, useNodeWords } from '../use-node-words.ts';
import type { RunStep } from './run-steps.ts';
import { StepNotes } from './step-notes.tsx';
import { endOf, hasEnded, type Run } from './run-types.ts';
import classes from './run-step-list.module.css';

interface RunStepListProps {
  run: Run;
  steps: readonly RunStep[];
  graph: FlowGraph | undefined;
  /** Later steps are shown as not there yet. */
  shown: number;
  onShow: (count: number) => void;
}

/** The steps of a run in words. */
export function RunStepList({ run, steps, graph, shown, onShow }: RunStepListProps) {
  const { t } = useTranslation('flowRuns');
  const words = useNodeWords();
  const end = endOf(run);
  return (
    <section aria-label={t('replay.stepList')}>
      <h2 className={classes.heading}>{t('replay.stepList')}</h2>
      {steps.length === 0 && <p className={classes.dim}>{t('replay.noSteps')}</p>}
      <ol className={classes.list}>
        {steps.map((step) => (
          <li
            key={step.number}
            className={classes.step}
            data-shown={step.number <= shown}
            data-current={step.number === shown || undefined}
          >
            <Step step={step} graph={graph} words={words} onShow={() => onShow(step.number)} />
            {step.number === steps.length && (
              <p className={classes.end}>{hasEnded(run) && end ? t(`reasons.${end}`) : t('replay.waitsHere')}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Nobody asks why a run went on like this. */
const PLAIN_WAYS: ReadonlySet<string> = new Set(['next', 'ok']);
const MIN_SHOWN_MS = 1_000;

interface StepProps {
  step: RunStep;
  graph: FlowGraph | undefined;
  words: NodeWords;
  onShow: () => void;
}

function Step({ step, graph, words, onShow }: StepProps) {
  const { t } = useTranslation('flowRuns');
  const time = useTimeSettings();
  const node = graph && nodeOf(graph, step.nodeId);
  const outletWords = (outlet: string) =>
    node
      ? words.outletOf(node, outlet)
      : t(`outlets.${outletKind(outlet)}`, { number: outlet.slice('choice-'.length) });
  const taken = step.outlet !== null && !PLAIN_WAYS.has(step.outlet) ? step.outlet : null;
  // The button that the customer chose is the way.
  const way = taken !== null && outletWords(taken) !== step.notes.at(-1) ? taken : null;
  const tookMs = step.endedAt === null ? 0 : Date.parse(step.endedAt) - Date.parse(step.startedAt);
  return (
    <>
      <button type="button" className={classes.head} onClick={onShow}>
        <span className={classes.number}>{step.number}</span>
        {node && <NodeIcon kind={paletteKindOf(node)} size={16} />}
        <span className={classes.title}>{node ? words.titleOf(node) : t(`types.${step.type as NodeType}`)}</span>
        <span className={classes.time}>{clockTime(step.startedAt, time)}</span>
      </button>
      <StepNotes step={step} />
      {(way !== null || tookMs >= MIN_SHOWN_MS) && (
        <p className={classes.outlet} data-kind={way && outletKind(way)}>
          {way !== null && `${t('replay.wentBy')}: ${outletWords(way)}`}
          {way !== null && tookMs >= MIN_SHOWN_MS && ' · '}
          {tookMs >= MIN_SHOWN_MS && t('replay.took', { time: age(tookMs, time) })}
        </p>
      )}
    </>
  );
}
