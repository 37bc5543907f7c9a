import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { useBuilder } from '../builder-context.ts';
import { type FlowEdge, type FlowGraph, type FlowNode, nodeOf } from '../flow-graph.ts';
import marks from '../marks/marks.module.css';
import type { ChangedNode, FieldChange, GraphDiff } from './graph-diff.ts';
import classes from './compare-dialog.module.css';

const TONES = ['added', 'removed', 'changed'] as const;

interface DiffListProps {
  before: FlowGraph;
  after: FlowGraph;
  diff: GraphDiff;
}

/** The differences in sentences, with the colours of the canvas. */
export function DiffList({ before, after, diff }: DiffListProps) {
  const { t } = useTranslation('flowRuns');
  const nameOf = useStepName();
  const { words } = useBuilder();
  const edgeWords = (graph: FlowGraph, { source, source_handle, target }: FlowEdge) => {
    const [start, end] = [nodeOf(graph, source), nodeOf(graph, target)];
    return {
      from: nameOf(start),
      outlet: start ? words.outletOf(start, source_handle) : source_handle,
      to: nameOf(end),
    };
  };
  const line = (tone: (typeof TONES)[number], key: string, text: string) => (
    <li key={key} className={classes.change} data-tone={tone}>
      {text}
    </li>
  );
  return (
    <div className={classes.list} tabIndex={0} role="region" aria-label={t('diff.list')}>
      <ul className={`${marks.legend} ${classes.legend}`} aria-label={t('diff.legend')}>
        {TONES.map((tone) => (
          <li key={tone}>
            <span className={marks.swatch} data-tone={tone} />
            {t(`diff.${tone}`)}
          </li>
        ))}
      </ul>
      <ul>
        {diff.added.map((node) => line('added', node.id, t('diff.nodeAdded', { step: nameOf(node) })))}
        {diff.removed.map((node) => line('removed', node.id, t('diff.nodeRemoved', { step: nameOf(node) })))}
        {diff.changed.map((change) => (
          <Changed key={change.after.id} change={change} name={nameOf(change.after)} />
        ))}
        {diff.addedEdges.map((edge) => line('added', edge.id, t('diff.edgeAdded', edgeWords(after, edge))))}
        {diff.removedEdges.map((edge) => line('removed', edge.id, t('diff.edgeRemoved', edgeWords(before, edge))))}
      </ul>
    </div>
  );
}

function Changed({ change, name }: { change: ChangedNode; name: string }) {
  const { t } = useTranslation('flowRuns');
  return (
    <li className={classes.change} data-tone="changed">
      {t('diff.nodeChanged', { step: name })}
      <dl>
        {change.fields.map((field) => (
          <Field key={field.field} change={field} />
        ))}
      </dl>
    </li>
  );
}

function Field({ change: { field, before, after } }: { change: FieldChange }) {
  const { t } = useTranslation('flowRuns');
  const name = i18next.exists(`flowRuns:diff.fields.${field}`) ? t(`diff.fields.${field as 'text'}`) : field;
  const side = (label: string, value: string, className: string | undefined) => (
    <dd>
      <span className={classes.side}>{label}: </span>
      <span className={className}>{value || t('diff.empty')}</span>
    </dd>
  );
  return (
    <>
      <dt>{name}</dt>
      {side(t('diff.was'), before, classes.was)}
      {side(t('diff.is'), after, classes.is)}
    </>
  );
}

const MAX_NAME = 60;

/** A step by its kind and its first words. */
function useStepName(): (node: FlowNode | undefined) => string {
  const { words } = useBuilder();
  return (node) => {
    if (!node) return '';
    const text = words.textOf(node);
    const short = text.length > MAX_NAME ? `${text.slice(0, MAX_NAME)}…` : text;
    return short === '' ? words.titleOf(node) : `${words.titleOf(node)} “${short}”`;
  };
}
