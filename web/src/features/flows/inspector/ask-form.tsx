import { NativeSelect, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useBuilder, useGraph } from '../builder-context.ts';
import { ANSWER_KINDS, type AnswerKind, LIMITS, type NodeOf } from '../flow-graph.ts';
import { variablesBefore } from '../flow-variables.ts';
import { removeChoice, withoutUndefined } from '../graph-edits.ts';
import { ChannelLimits } from './channel-limits.tsx';
import { DurationField } from './duration-field.tsx';
import { LabelsField } from './labels-field.tsx';
import { More } from './more.tsx';
import { useNodeForm } from './node-form.ts';
import { NumberField } from './number-field.tsx';
import { TemplateField } from './template-field.tsx';
import { VariableField } from './variable-field.tsx';

const USUAL_RETRIES = '2';

/** A question, the answers that it takes, and where the answer is kept. */
export function AskForm({ node }: { node: NodeOf<'ask'> }) {
  const { t } = useTranslation('flows');
  const { editor } = useBuilder();
  const before = variablesBefore(useGraph(), node.id);
  const { text, variable, answer, choices = [], choices_from, retries, retry_text, timeout_min } = node.data;
  const { set, replace } = useNodeForm(node);
  const chooseKind = (kind: AnswerKind) => {
    replace({ text, variable, answer: kind, ...withoutUndefined({ retries, retry_text, timeout_min }) });
  };
  return (
    <>
      <TemplateField
        label={t('fields.question')}
        nodeId={node.id}
        field="text"
        value={text}
        maxLength={LIMITS.text}
        onChange={(value) => set('text', value)}
      />
      <NativeSelect
        data-field="answer"
        label={t('fields.answer')}
        value={answer}
        data={ANSWER_KINDS.map((value) => ({ value, label: t(`answers.${value}`) }))}
        onChange={({ currentTarget }) => chooseKind(currentTarget.value as AnswerKind)}
      />
      {answer === 'choice' && (
        <>
          <LabelsField
            label={t('fields.choices')}
            field="choices"
            labels={choices}
            add={t('fields.addChoice')}
            onChange={(labels) => set('choices', labels)}
            onRemove={(index) => editor.edit((graph) => removeChoice(graph, node.id, index))}
          />
          <NativeSelect
            data-field="choices_from"
            label={t('fields.choicesFrom')}
            description={t('fields.choicesFromHint')}
            value={choices_from ?? ''}
            data={[{ value: '', label: t('fields.noList') }, ...namesWith(before, choices_from)]}
            onChange={({ currentTarget }) => set('choices_from', currentTarget.value || undefined)}
          />
          <ChannelLimits text={text} buttons={choices.length} />
        </>
      )}
      <VariableField
        label={t('fields.saveAnswerAs')}
        field="variable"
        value={variable}
        onChange={(name) => set('variable', name)}
      />
      <More label={t('fields.moreAsk')}>
        <DurationField
          label={t('fields.timeout')}
          field="timeout_min"
          minutes={timeout_min}
          placeholder={t('fields.oneDay')}
          onChange={(value) => set('timeout_min', value)}
        />
        <NumberField
          label={t('fields.retries')}
          description={t('fields.retriesHint')}
          field="retries"
          value={retries}
          min={0}
          max={LIMITS.retries}
          placeholder={USUAL_RETRIES}
          onChange={(value) => set('retries', value)}
        />
        <Textarea
          data-field="retry_text"
          label={t('fields.retryText')}
          description={t('fields.retryTextHint')}
          rows={2}
          value={retry_text ?? ''}
          maxLength={LIMITS.text}
          onChange={({ currentTarget }) => set('retry_text', currentTarget.value || undefined)}
        />
      </More>
    </>
  );
}

/** The names, and the one that is set already even if no node before sets it. */
const namesWith = (names: readonly string[], set: string | undefined): string[] =>
  set === undefined || names.includes(set) ? [...names] : [...names, set];
