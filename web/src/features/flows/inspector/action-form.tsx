import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useBuilder, useGraph } from '../builder-context.ts';
import { type ActionData, LIMITS, type NodeOf } from '../flow-graph.ts';
import { variablesBefore } from '../flow-variables.ts';
import { type Named, useFlowNames } from '../use-flow-names.ts';
import { ApiCallForm } from './api-call-form.tsx';
import { useNodeForm } from './node-form.ts';
import { NumberField } from './number-field.tsx';
import { TemplateField } from './template-field.tsx';
import { VariableField } from './variable-field.tsx';
import classes from './inspector.module.css';

const USUAL_SLOTS = '3';

/** What a step does besides writing. */
export function ActionForm({ node }: { node: NodeOf<'action'> }) {
  const { t } = useTranslation('flows');
  return (
    <>
      <ActionFields node={node} />
      <p className={classes.hint}>{t(`actionHints.${node.data.action}`)}</p>
    </>
  );
}

function ActionFields({ node }: { node: NodeOf<'action'> }) {
  const { t } = useTranslation('flows');
  const { data } = node;
  const { set } = useNodeForm<ActionData>(node);
  const names = useFlowNames();
  const { flow } = useBuilder();
  switch (data.action) {
    case 'tag_customer':
    case 'untag_customer':
      return (
        <TextInput
          data-field="tag"
          label={t('fields.tag')}
          value={data.tag}
          maxLength={LIMITS.label}
          onChange={({ currentTarget }) => set('tag', currentTarget.value)}
        />
      );
    case 'set_variable':
      return (
        <>
          <VariableField
            label={t('fields.variable')}
            field="variable"
            value={data.variable}
            onChange={(name) => set('variable', name)}
          />
          <TemplateField
            label={t('fields.value')}
            nodeId={node.id}
            field="value"
            value={data.value}
            maxLength={LIMITS.text}
            isShort
            onChange={(value) => set('value', value)}
          />
        </>
      );
    case 'api_call':
      return <ApiCallForm node={node} data={data} />;
    case 'assign':
      return <PickField field="user_id" label={t('fields.person')} all={names.users} id={data.user_id} set={set} />;
    case 'hand_off':
      return (
        <TextInput
          data-field="reason"
          label={t('fields.reason')}
          description={t('fields.reasonHint')}
          value={data.reason ?? ''}
          maxLength={LIMITS.short}
          onChange={({ currentTarget }) => set('reason', currentTarget.value || undefined)}
        />
      );
    case 'start_flow': {
      const others = names.flows.filter(({ _id }) => _id !== flow._id);
      return <PickField field="flow_id" label={t('fields.flow')} all={others} id={data.flow_id} set={set} />;
    }
    case 'find_slots':
    case 'hold_slot':
    case 'confirm_booking':
      return <BookingFields node={node} />;
  }
}

function BookingFields({ node }: { node: NodeOf<'action'> }) {
  const { t } = useTranslation('flows');
  const { data } = node;
  const { set } = useNodeForm<ActionData>(node);
  const { services } = useFlowNames();
  const before = variablesBefore(useGraph(), node.id);
  if (data.action !== 'find_slots' && data.action !== 'hold_slot' && data.action !== 'confirm_booking') return null;
  const saveAs = (
    <VariableField
      label={t(`fields.saveAs.${data.action}`)}
      field="save_as"
      value={data.save_as ?? ''}
      onChange={(name) => set('save_as', name || (data.action === 'find_slots' ? '' : undefined))}
    />
  );
  return (
    <>
      {'service_id' in data && (
        <PickField field="service_id" label={t('fields.service')} all={services} id={data.service_id} set={set} />
      )}
      {data.action === 'find_slots' && (
        <>
          <NumberField
            label={t('fields.limit')}
            field="limit"
            value={data.limit}
            min={1}
            max={LIMITS.choices}
            placeholder={USUAL_SLOTS}
            onChange={(value) => set('limit', value)}
          />
          <FromVariable
            field="from"
            label={t('fields.from')}
            none={t('fields.today')}
            names={before}
            value={data.from}
            set={set}
          />
        </>
      )}
      {data.action === 'hold_slot' && (
        <FromVariable
          field="slot"
          label={t('fields.slot')}
          none={t('fields.choose')}
          names={before}
          value={data.slot}
          set={set}
          isNeeded
        />
      )}
      {data.action === 'confirm_booking' && (
        <FromVariable
          field="hold"
          label={t('fields.hold')}
          none={t('fields.lastHold')}
          names={before}
          value={data.hold}
          set={set}
        />
      )}
      {saveAs}
    </>
  );
}

type Set = ReturnType<typeof useNodeForm<ActionData>>['set'];

interface PickFieldProps {
  field: 'service_id' | 'user_id' | 'flow_id';
  label: string;
  all: readonly Named[];
  id: string;
  set: Set;
}

function PickField({ field, label, all, id, set }: PickFieldProps) {
  const { t } = useTranslation('flows');
  const isGone = id !== '' && !all.some(({ _id }) => _id === id);
  return (
    <NativeSelect
      data-field={field}
      label={label}
      value={id}
      data={[
        { value: '', label: t('fields.choose') },
        ...all.map(({ _id, name }) => ({ value: _id, label: name })),
        ...(isGone ? [{ value: id, label: t('texts.unknown') }] : []),
      ]}
      onChange={({ currentTarget }) => set(field, currentTarget.value)}
    />
  );
}

interface FromVariableProps {
  field: 'from' | 'slot' | 'hold';
  label: string;
  /** The words for no variable. */
  none: string;
  names: readonly string[];
  value: string | undefined;
  set: Set;
  isNeeded?: boolean;
}

function FromVariable({ field, label, none, names, value = '', set, isNeeded = false }: FromVariableProps) {
  const all = value === '' || names.includes(value) ? names : [...names, value];
  return (
    <NativeSelect
      data-field={field}
      label={label}
      value={value}
      data={[{ value: '', label: none }, ...all]}
      onChange={({ currentTarget }) => set(field, currentTarget.value || (isNeeded ? '' : undefined))}
    />
  );
}
