import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useGraph } from '../builder-context.ts';
import { CONDITION_KINDS, type ConditionKind, LIMITS, type NodeOf, type Operator, OPERATORS } from '../flow-graph.ts';
import { FIXED_PATHS, type PathGroup, variablesBefore } from '../flow-variables.ts';
import { useNodeForm } from './node-form.ts';
import { WordsField } from './words-field.tsx';
import classes from './inspector.module.css';

/** A question to what is known, with a way for yes and one for no. */
export function ConditionForm({ node }: { node: NodeOf<'condition'> }) {
  const { t } = useTranslation('flows');
  const { data } = node;
  const { set, replace } = useNodeForm(node);
  const paths = [
    ...variablesBefore(useGraph(), node.id).map((name) => `vars.${name}`),
    ...(Object.keys(FIXED_PATHS) as PathGroup[]).flatMap((group) => [...FIXED_PATHS[group]]),
  ];
  const known = data.variable && !paths.includes(data.variable) ? [data.variable, ...paths] : paths;
  return (
    <>
      <NativeSelect
        data-field="kind"
        label={t('fields.condition')}
        value={data.kind}
        data={CONDITION_KINDS.map((value) => ({ value, label: t(`conditions.${value}`) }))}
        onChange={({ currentTarget }) => replace(emptyOf(currentTarget.value as ConditionKind))}
      />
      {data.kind === 'keyword' && (
        <WordsField label={t('fields.words')} words={data.words ?? []} onChange={(words) => set('words', words)} />
      )}
      {data.kind === 'variable' && (
        <>
          <NativeSelect
            data-field="variable"
            label={t('fields.variable')}
            value={data.variable ?? ''}
            data={[{ value: '', label: t('fields.choose') }, ...known]}
            onChange={({ currentTarget }) => set('variable', currentTarget.value)}
          />
          <NativeSelect
            data-field="operator"
            label={t('fields.comparison')}
            value={data.operator ?? 'equals'}
            data={OPERATORS.map((value) => ({ value, label: t(`operators.${value}`) }))}
            onChange={({ currentTarget }) => set('operator', currentTarget.value as Operator)}
          />
          {data.operator !== 'exists' && (
            <TextInput
              data-field="value"
              label={t('fields.value')}
              value={data.value ?? ''}
              maxLength={LIMITS.short}
              onChange={({ currentTarget }) => set('value', currentTarget.value)}
            />
          )}
        </>
      )}
      {data.kind === 'tag' && (
        <TextInput
          data-field="tag"
          label={t('fields.tag')}
          value={data.tag ?? ''}
          maxLength={LIMITS.label}
          onChange={({ currentTarget }) => set('tag', currentTarget.value)}
        />
      )}
      {data.kind === 'vaccination_valid' && (
        <TextInput
          data-field="value"
          label={t('fields.vaccination')}
          description={t('fields.vaccinationHint')}
          value={data.value ?? ''}
          maxLength={LIMITS.short}
          onChange={({ currentTarget }) => set('value', currentTarget.value || undefined)}
        />
      )}
      <p className={classes.hint}>{t(`conditionHints.${data.kind}`)}</p>
    </>
  );
}

function emptyOf(kind: ConditionKind): NodeOf<'condition'>['data'] {
  if (kind === 'keyword') return { kind, words: [] };
  if (kind === 'variable') return { kind, variable: '', operator: 'equals', value: '' };
  return kind === 'tag' ? { kind, tag: '' } : { kind };
}
