import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useBuilder } from '../builder-context.ts';
import { ACTIVE_HOURS, LIMITS, type NodeOf, TRIGGER_KINDS, type TriggerKind } from '../flow-graph.ts';
import { useFlowChannels } from '../use-flow-names.ts';
import { DurationField } from './duration-field.tsx';
import { More } from './more.tsx';
import { useNodeForm } from './node-form.ts';
import { NumberField } from './number-field.tsx';
import { WordsField } from './words-field.tsx';
import { WordsTest } from './words-test.tsx';

const WITH_WORDS: readonly TriggerKind[] = ['keyword', 'comment', 'story_reply'];

/** What starts the flow. */
export function TriggerForm({ node }: { node: NodeOf<'trigger'> }) {
  const { t } = useTranslation('flows');
  const { data } = node;
  const { set, replace } = useNodeForm(node);
  const { flow, isEditable } = useBuilder();
  const channels = useFlowChannels(flow.channel_ids);
  const chosen = data.channel_ids ?? [];
  const { channel_ids, priority, once_per_hours, active_hours } = data;
  const more = { channel_ids, priority, once_per_hours, active_hours };
  return (
    <>
      <NativeSelect
        data-field="kind"
        label={t('fields.startsWhen')}
        value={data.kind}
        data={TRIGGER_KINDS.map((value) => ({ value, label: t(`triggers.${value}`) }))}
        onChange={({ currentTarget }) => replace({ kind: currentTarget.value as TriggerKind, ...more })}
      />
      {WITH_WORDS.includes(data.kind) && (
        <WordsField label={t('fields.words')} words={data.words ?? []} onChange={(words) => set('words', words)} />
      )}
      {data.kind === 'keyword' && isEditable && (
        // Results of other words would be wrong, so they go when the words change.
        <WordsTest key={JSON.stringify([data.words, data.pattern])} words={data.words ?? []} pattern={data.pattern} />
      )}
      {data.kind === 'tag_added' && (
        <TextInput
          data-field="tag"
          label={t('fields.tag')}
          value={data.tag ?? ''}
          maxLength={LIMITS.label}
          onChange={({ currentTarget }) => set('tag', currentTarget.value)}
        />
      )}
      {data.kind === 'appointment_due' && (
        <DurationField
          label={t('fields.before')}
          field="minutes_before"
          minutes={data.minutes_before}
          min={0}
          onChange={(value) => set('minutes_before', value)}
        />
      )}
      <More label={t('fields.moreTrigger')}>
        <NativeSelect
          data-field="active_hours"
          label={t('fields.activeHours')}
          value={data.active_hours ?? 'always'}
          data={ACTIVE_HOURS.map((value) => ({ value, label: t(`activeHours.${value}`) }))}
          onChange={({ currentTarget }) => set('active_hours', currentTarget.value)}
        />
        <NumberField
          label={t('fields.oncePerHours')}
          description={t('fields.oncePerHoursHint')}
          field="once_per_hours"
          value={data.once_per_hours}
          min={1}
          max={LIMITS.hours}
          onChange={(value) => set('once_per_hours', value)}
        />
        <NumberField
          label={t('fields.priority')}
          description={t('fields.priorityHint')}
          field="priority"
          value={data.priority}
          min={-LIMITS.priority}
          max={LIMITS.priority}
          placeholder="0"
          onChange={(value) => set('priority', value)}
        />
        {data.kind === 'keyword' && (
          <TextInput
            data-field="pattern"
            label={t('fields.pattern')}
            description={t('fields.patternHint')}
            value={data.pattern ?? ''}
            maxLength={LIMITS.short}
            onChange={({ currentTarget }) => set('pattern', currentTarget.value || undefined)}
          />
        )}
        {channels.length > 1 && (
          <Checkbox.Group
            label={t('fields.channels')}
            description={t('fields.channelsHint')}
            value={chosen}
            onChange={(ids) => set('channel_ids', ids.length > 0 ? ids : undefined)}
          >
            {channels.map(({ _id, name }) => (
              <Checkbox key={_id} value={_id} label={name} mt="xs" />
            ))}
          </Checkbox.Group>
        )}
      </More>
    </>
  );
}
