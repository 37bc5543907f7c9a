import { ActionIcon } from '@mantine/core';
import { IconCopy, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useBuilder, useEditorState } from '../builder-context.ts';
import { copyOf, removeNodes } from '../graph-edits.ts';
import { paletteKindOf } from '../new-node.ts';
import { NodeIcon } from '../node-icons.tsx';
import { summaryOf } from '../problem-summary.ts';
import type { Line } from '../reading-order.ts';
import { ProblemSign } from './problem-sign.tsx';
import classes from './list-view.module.css';

interface ListStepProps {
  line: Extract<Line, { kind: 'node' }>;
  number: number;
  onOpen: (id: string) => void;
}

/** One step: what it is and says. It opens in the inspector. */
export function ListStep({ line: { node, isReachable }, number, onOpen }: ListStepProps) {
  const { t } = useTranslation('flows');
  const { editor, words, problems, isEditable } = useBuilder();
  const { nodes } = useEditorState();
  const faults = summaryOf(problems, node.id);
  const text = words.textOf(node);
  const name = `${number}. ${words.titleOf(node)}`;
  return (
    <div className={classes.step} data-selected={nodes.includes(node.id) || undefined} data-faulty={faults?.severity}>
      <button type="button" className={classes.open} onClick={() => onOpen(node.id)}>
        <span className={classes.icon} data-type={node.type}>
          <NodeIcon kind={paletteKindOf(node)} />
        </span>
        <span className={classes.words}>
          <span className={classes.name}>{name}</span>
          <span className={classes.text}>{text || t('empty')}</span>
          {!isReachable && <span className={classes.note}>{t('list.notReached')}</span>}
          {faults && (
            <span className={classes.fault} data-severity={faults.severity}>
              <ProblemSign severity={faults.severity} size={14} /> {t(faults.words, { count: faults.count })}
            </span>
          )}
        </span>
      </button>
      {isEditable && (
        <span className={classes.buttons}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('list.duplicate', { name })}
            onClick={() => editor.paste(copyOf(editor.graph, [node.id]))}
          >
            <IconCopy size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('list.delete', { name })}
            onClick={() => editor.edit((graph) => removeNodes(graph, [node.id]))}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </span>
      )}
    </div>
  );
}
