import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { useBuilder, useEditorState } from '../builder-context.ts';
import { readingOrder } from '../reading-order.ts';
import { ListOutlet } from './list-outlet.tsx';
import { ListStep } from './list-step.tsx';
import classes from './list-view.module.css';

/** No deeper, so that the words have room on a phone. */
const MAX_DEPTH = 6;

/** The same graph as steps below each other, in the order of a run: for the keyboard, screen readers and phones. */
export function ListView({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation('flows');
  const { isEditable, askToAdd } = useBuilder();
  const { history } = useEditorState();
  const graph = history.present;
  const lines = readingOrder(graph);
  const numbers = new Map(lines.filter(({ kind }) => kind === 'node').map(({ node }, index) => [node.id, index + 1]));
  const add = isEditable && (
    <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => askToAdd({})}>
      {t('list.add')}
    </Button>
  );
  if (lines.length === 0) return <EmptyState title={t('list.none')}>{add}</EmptyState>;
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('list.title')}>
      <ol className={classes.list}>
        {lines.map((line) => (
          <li
            key={line.kind === 'node' ? line.node.id : `${line.node.id}/${line.outlet}`}
            className={classes.row}
            data-kind={line.kind}
            style={{ '--depth': Math.min(line.depth, MAX_DEPTH) }}
          >
            {line.kind === 'node' ? (
              <ListStep line={line} number={numbers.get(line.node.id) ?? 0} onOpen={onOpen} />
            ) : (
              <ListOutlet line={line} numbers={numbers} graph={graph} />
            )}
          </li>
        ))}
      </ol>
      {add}
    </div>
  );
}

declare module 'react' {
  interface CSSProperties {
    '--depth'?: number;
  }
}
