import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { servicesQuery } from '#web/features/services/services-queries.ts';
import { toastError } from '#web/lib/toast.ts';
import { CardDialog } from '#web/ui/card-dialog.tsx';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { QuietHoursCard } from './components/quiet-hours-card.tsx';
import { ReminderLog } from './components/reminder-log.tsx';
import { RuleForm } from './components/rule-form.tsx';
import { RuleRow } from './components/rule-row.tsx';
import { useRuleWords } from './rule-words.ts';
import { addRule, readyRulesQuery, type RuleFields, rulesQuery } from './reminders-queries.ts';
import classes from './reminders-page.module.css';

/** When PetBuddy writes to customers by itself, and what it has sent. */
export function RemindersPage() {
  const { t } = useTranslation('reminders');
  return (
    <Page title={t('title')} text={t('text')}>
      <RulesCard />
      <QuietHoursCard />
      <ReminderLog />
    </Page>
  );
}

function RulesCard() {
  const { t } = useTranslation('reminders');
  const { data: rules, error } = useQuery(rulesQuery);
  const { data: services = [] } = useQuery(servicesQuery);
  const [added, setAdded] = useState<Pick<RuleFields, 'kind'>>();
  const close = () => setAdded(undefined);
  return (
    <Card title={t('rules')} text={t('rulesText')}>
      <FormError error={error} />
      {rules && (
        <RowList empty={t('none')}>
          {rules.map((rule) => (
            <RuleRow key={rule._id} rule={rule} services={services} />
          ))}
        </RowList>
      )}
      <Button mt="md" variant="default" size="sm" onClick={() => setAdded({ kind: 'reminder' })}>
        {t('add')}
      </Button>
      <ReadyRules />
      {added && (
        <CardDialog title={t('add')} isWide onClose={close}>
          <RuleForm rule={added} services={services} save={(fields) => addRule(fields).then(close)} />
        </CardDialog>
      )}
    </Card>
  );
}

/** One click adds a rule with its texts. */
function ReadyRules() {
  const { t } = useTranslation('reminders');
  const words = useRuleWords();
  const { data: ready = [] } = useQuery(readyRulesQuery);
  const adding = useMutation({ mutationFn: addRule, onError: toastError });
  if (ready.length === 0) return null;
  return (
    <section className={classes.ready} aria-label={t('ready')}>
      <h3 className={classes.heading}>{t('ready')}</h3>
      <p className={classes.hint}>{t('readyHint')}</p>
      <div className={classes.chips}>
        {ready.map((rule) => (
          <Button
            key={words.title(rule)}
            variant="light"
            size="sm"
            disabled={adding.isPending}
            onClick={() => adding.mutate(rule)}
          >
            {words.title(rule)}
          </Button>
        ))}
      </div>
    </section>
  );
}
