import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconArrowRight, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useBuilder } from '../builder-context.ts';
import { type FlowGraph, outletKind } from '../flow-graph.ts';
import { connect, disconnect, refusalOf } from '../graph-edits.ts';
import type { Line } from '../reading-order.ts';
import classes from './list-view.module.css';

interface ListOutletProps {
  line: Extract<Line, { kind: 'outlet' }>;
  /** The numbers of the steps by id. */
  numbers: ReadonlyMap<string, number>;
  graph: FlowGraph;
}

/** One way out of a step: where it goes, and a button that adds a step into it. */
export function ListOutlet({ line: { node, outlet, target, isFirst }, numbers, graph }: ListOutletProps) {
  const { t } = useTranslation('flows');
  const { editor, words, isEditable, askToAdd } = useBuilder();
  const from = { source: node.id, outlet };
  const label = words.outletOf(node, outlet);
  const names = { outlet: label, number: numbers.get(node.id) ?? 0 };
  const targets = graph.nodes
    .filter(({ id }) => refusalOf(graph, from, id) === null)
    .sort((one, other) => (numbers.get(one.id) ?? 0) - (numbers.get(other.id) ?? 0));
  const nameOf = (id: string) => {
    const to = graph.nodes.find((one) => one.id === id);
    return to ? `${numbers.get(id)}. ${words.titleOf(to)}` : '';
  };
  return (
    <div className={classes.outlet} data-kind={outletKind(outlet)}>
      <span className={classes.outletLabel}>{label}</span>
      <IconArrowRight size={16} aria-hidden className={classes.arrow} />
      {isEditable ? (
        <NativeSelect
          size="sm"
          className={classes.target ?? ''}
          aria-label={t('list.target', names)}
          value={target?.id ?? ''}
          data={[
            { value: '', label: t('list.nothing') },
            ...targets.map(({ id }) => ({ value: id, label: nameOf(id) })),
          ]}
          onChange={({ currentTarget }) =>
            editor.edit((now) =>
              currentTarget.value === '' ? disconnect(now, from) : connect(now, from, currentTarget.value),
            )
          }
        />
      ) : (
        <span>{target ? nameOf(target.id) : t('list.nothing')}</span>
      )}
      {target && !isFirst && <span className={classes.note}>{t('list.goesBack')}</span>}
      {isEditable && (
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('list.addAfter', names)}
          title={t('list.addAfter', names)}
          onClick={() => askToAdd({ after: from })}
        >
          <IconPlus size={18} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}
