import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimeSettings, weekdayTime } from '#web/lib/time/company-time.ts';
import { Card } from '#web/ui/card.tsx';
import { Fields } from '#web/ui/fields.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { type LogFilter, type Reminder, reminderLogQuery, rulesQuery } from '../reminders-queries.ts';
import { useReminderWords } from '../reminder-words.ts';
import { useRuleWords } from '../rule-words.ts';

const STATES = ['sent', 'skipped', 'failed', 'unknown', 'claimed'] as const;

/** What went out, and why something did not. */
export function ReminderLog() {
  const { t } = useTranslation('reminders');
  const words = useRuleWords();
  const [filter, setFilter] = useState<LogFilter>({});
  const { data: rules = [] } = useQuery(rulesQuery);
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(reminderLogQuery(filter));
  const rows = data?.pages.flatMap(({ items }) => items);
  const { state, rule_id, contact_id } = filter;
  const set = (more: { [K in keyof LogFilter]: LogFilter[K] | undefined }) => {
    const all = { state, rule_id, contact_id, ...more };
    setFilter(Object.fromEntries(Object.entries(all).filter(([, value]) => value)));
  };
  const filteredName = rows?.find((row) => row.contact_id === contact_id)?.contact_name;
  return (
    <Card title={t('log.title')} text={t('log.text')}>
      <Fields>
        <NativeSelect
          label={t('log.state')}
          value={state ?? ''}
          onChange={({ currentTarget }) => set({ state: currentTarget.value as Reminder['state'] })}
          data={[
            { value: '', label: t('log.all') },
            ...STATES.map((value) => ({ value, label: t(`states.${value}`) })),
          ]}
        />
        <NativeSelect
          label={t('log.rule')}
          value={rule_id ?? ''}
          onChange={({ currentTarget }) => set({ rule_id: currentTarget.value })}
          data={[
            { value: '', label: t('log.all') },
            ...rules.map((rule) => ({ value: rule._id, label: words.title(rule) })),
          ]}
        />
      </Fields>
      {contact_id && (
        <Button variant="light" size="sm" mb="sm" onClick={() => set({ contact_id: undefined })}>
          {t('log.everybody', { name: filteredName ?? '' })}
        </Button>
      )}
      <FormError error={error} />
      {rows && (
        <RowList empty={t('log.none')}>
          {rows.map((row) => (
            <LogRow key={row._id} row={row} onFilter={() => set({ contact_id: row.contact_id })} />
          ))}
        </RowList>
      )}
      {hasNextPage && (
        <Button variant="default" size="sm" mt="sm" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('log.more')}
        </Button>
      )}
    </Card>
  );
}

function LogRow({ row, onFilter }: { row: Reminder; onFilter: () => void }) {
  const { t } = useTranslation('reminders');
  const time = useTimeSettings();
  const words = useReminderWords();
  const name = row.contact_name ?? t('log.gone');
  return (
    <li>
      <span>
        <strong>
          <Link to="/contacts/$id" params={{ id: row.contact_id }}>
            {name}
          </Link>
        </strong>
        <small>
          {t(`kinds.${row.kind}`)}, {weekdayTime(row.starts_at, time)}
        </small>
        {words.outcome(row).map((line) => (
          <small key={line}>{line}</small>
        ))}
        <small>{weekdayTime(row.settled_at ?? row.created_at, time)}</small>
      </span>
      <Button variant="default" size="sm" onClick={onFilter} aria-label={t('log.onlyOne', { name })}>
        {t('log.only')}
      </Button>
    </li>
  );
}
