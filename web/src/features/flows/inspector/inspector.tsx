import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/Combobox.css';
import { Button } from '@mantine/core';
import { IconCopy, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Actions } from '#web/ui/actions.tsx';
import { useBuilder, useEditorState } from '../builder-context.ts';
import { ProblemSign } from '../components/problem-sign.tsx';
import type { FlowNode } from '../flow-graph.ts';
import { paletteKindOf } from '../new-node.ts';
import { NodeIcon } from '../node-icons.tsx';
import { useProblemWords } from '../use-problem-words.ts';
import { ActionForm } from './action-form.tsx';
import { AskForm } from './ask-form.tsx';
import { ConditionForm } from './condition-form.tsx';
import { DurationField } from './duration-field.tsx';
import { MessageForm } from './message-form.tsx';
import { useNodeForm } from './node-form.ts';
import { TriggerForm } from './trigger-form.tsx';
import classes from './inspector.module.css';

/** The form of the selected step. */
export function Inspector({ node }: { node: FlowNode }) {
  const { t } = useTranslation('flows');
  const { editor, words, problems, isEditable } = useBuilder();
  const wordsOf = useProblemWords();
  const { field } = useEditorState();
  const form = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (field === null) return;
    const input = form.current?.querySelector<HTMLElement>(`[data-field="${field}"]`);
    const closed = input?.closest('details');
    if (closed) closed.open = true;
    input?.focus();
  }, [field, node.id]);
  const faults = problems.filter(({ node_id }) => node_id === node.id);
  return (
    <fieldset ref={form} className={classes.form} disabled={!isEditable}>
      <div className={classes.head}>
        <span className={classes.icon}>
          <NodeIcon kind={paletteKindOf(node)} />
        </span>
        <h2 className={classes.title}>{words.titleOf(node)}</h2>
      </div>
      {faults.length > 0 && (
        <ul className={classes.faults}>
          {faults.map((problem, index) => (
            <li key={index} data-severity={problem.severity}>
              <ProblemSign severity={problem.severity} size={16} />
              <span>{wordsOf(problem)}</span>
            </li>
          ))}
        </ul>
      )}
      <NodeForm node={node} />
      {isEditable && (
        <Actions>
          <Button
            variant="default"
            size="sm"
            leftSection={<IconCopy size={16} aria-hidden />}
            onClick={() => editor.paste(editor.copySelected())}
          >
            {t('node.duplicate')}
          </Button>
          <Button
            variant="default"
            size="sm"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => editor.removeSelected()}
          >
            {t('node.delete')}
          </Button>
        </Actions>
      )}
    </fieldset>
  );
}

function NodeForm({ node }: { node: FlowNode }) {
  const { t } = useTranslation('flows');
  switch (node.type) {
    case 'trigger':
      return <TriggerForm node={node} />;
    case 'message':
      return <MessageForm node={node} />;
    case 'ask':
      return <AskForm node={node} />;
    case 'condition':
      return <ConditionForm node={node} />;
    case 'action':
      return <ActionForm key={node.data.action} node={node} />;
    case 'delay':
      return <DelayForm node={node} />;
    case 'end':
      return <p className={classes.hint}>{t('node.endHint')}</p>;
  }
}

function DelayForm({ node }: { node: Extract<FlowNode, { type: 'delay' }> }) {
  const { t } = useTranslation('flows');
  const { set } = useNodeForm(node);
  return (
    <>
      <DurationField
        label={t('fields.delay')}
        field="minutes"
        minutes={node.data.minutes}
        onChange={(minutes) => minutes !== undefined && set('minutes', minutes)}
      />
      <p className={classes.hint}>{t('node.delayHint')}</p>
    </>
  );
}
