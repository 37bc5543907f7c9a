import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fullTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { customerName } from './customer-name.ts';
import { endOf, type Run } from './run-types.ts';
import { savedAnswers, savedWords } from './saved-value.ts';
import classes from './run-page.module.css';

/** Who, which version, when, and why it ended. */
export function RunDetails({ run }: { run: Run }) {
  const { t } = useTranslation('flowRuns');
  const time = useTimeSettings();
  const customer = customerName(run, t);
  const facts: [string, ReactNode][] = [
    [
      t('replay.customer'),
      <Link key="" to="/inbox/$view/$id" params={{ view: 'all', id: run.conversation_id }}>
        {customer}
      </Link>,
    ],
    [t('replay.trigger'), t(`triggers.${run.trigger.kind}`)],
    [
      t('replay.version'),
      <Link key="" to="/flows/$id" params={{ id: run.flow_id }} title={t('replay.openFlow')}>
        {t('list.version', { number: run.version })}
      </Link>,
    ],
    [t('replay.started'), fullTime(run.started_at, time)],
  ];
  if (run.waits_until) facts.push([t('replay.waitsUntil'), fullTime(run.waits_until, time)]);
  if (run.ended_at) facts.push([t('replay.ended'), fullTime(run.ended_at, time)]);
  const end = endOf(run);
  if (end) facts.push([t('replay.reason'), t(`reasons.${end}`)]);
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <Fact key={name} name={name}>
          {value}
        </Fact>
      ))}
    </dl>
  );
}

/** What the run has saved for later steps. */
export function SavedAnswers({ run }: { run: Run }) {
  const { t } = useTranslation('flowRuns');
  const saved = savedAnswers(run.vars);
  return (
    <>
      <h2 className={classes.heading}>{t('replay.vars')}</h2>
      {saved.length === 0 && <p className={classes.none}>{t('replay.noVars')}</p>}
      {saved.length > 0 && (
        <dl className={classes.facts}>
          {saved.map(([name, value]) => (
            <Fact key={name} name={name}>
              {savedWords(value) ?? <span className={classes.value}>{JSON.stringify(value)}</span>}
            </Fact>
          ))}
        </dl>
      )}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
