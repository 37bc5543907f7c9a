import { ActionIcon, Button } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast, toastError } from '#web/lib/toast.ts';
import { useBuilder } from '../builder-context.ts';
import { failuresOf } from './scenario-failures.ts';
import type { PlayedScenario, Scenario } from './simulation-types.ts';
import { type SimulatorState, stateOf } from './simulator-store.ts';
import { deleteScenario, runScenarios, scenariosQuery } from './simulator-queries.ts';
import { useFailureWords } from './use-failure-words.ts';
import classes from './scenarios.module.css';

/** The saved conversations, and whether the draft passes them. */
export function Scenarios({ onPlay }: { onPlay: (state: SimulatorState) => void }) {
  const { t } = useTranslation('flowRuns');
  const { flow } = useBuilder();
  const { data: scenarios = [] } = useQuery(scenariosQuery(flow._id));
  const run = useMutation({
    mutationFn: () => runScenarios(flow._id),
    onSuccess: (played) => {
      const failed = played.filter(({ passed }) => !passed).length;
      toast({
        message:
          failed === 0
            ? t('simulator.allPassed', { count: played.length })
            : t('simulator.someFailed', { count: failed }),
        tone: failed === 0 ? 'plain' : 'error',
        about: 'scenarios',
      });
    },
    onError: toastError,
  });
  return (
    <section className={classes.scenarios} aria-label={t('simulator.scenarios')}>
      <header className={classes.head}>
        <h3>{t('simulator.scenarios')}</h3>
        {scenarios.length > 0 && (
          <Button size="xs" variant="default" loading={run.isPending} onClick={() => run.mutate()}>
            {t('simulator.runAll')}
          </Button>
        )}
      </header>
      <p className={classes.hint}>{t(scenarios.length === 0 ? 'simulator.noScenarios' : 'simulator.scenariosHint')}</p>
      <ul className={classes.list}>
        {scenarios.map((scenario) => (
          <ScenarioRow
            key={scenario._id}
            scenario={scenario}
            played={run.data?.find(({ _id }) => _id === scenario._id)}
            onPlay={() => onPlay(stateOf(scenario))}
          />
        ))}
      </ul>
    </section>
  );
}

interface ScenarioRowProps {
  scenario: Scenario;
  played: PlayedScenario | undefined;
  onPlay: () => void;
}

function ScenarioRow({ scenario: { _id, name, expected }, played, onPlay }: ScenarioRowProps) {
  const { t } = useTranslation('flowRuns');
  const { flow, isEditable } = useBuilder();
  const failureWords = useFailureWords();
  const remove = useMutation({ mutationFn: () => deleteScenario(flow._id, _id), onError: toastError });
  const failures = played ? failuresOf(expected, played.simulation) : [];
  return (
    <li className={classes.row}>
      <span className={classes.name}>{name}</span>
      <span className={classes.result} data-passed={played?.passed}>
        {played && (played.passed ? <IconCircleCheck size={16} aria-hidden /> : <IconCircleX size={16} aria-hidden />)}
        {t(played ? (played.passed ? 'simulator.passed' : 'simulator.failed') : 'simulator.notRun')}
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        aria-label={t('simulator.loadOf', { name })}
        title={t('simulator.load')}
        onClick={onPlay}
      >
        <IconPlayerPlay size={16} aria-hidden />
      </ActionIcon>
      {isEditable && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={t('simulator.deleteOf', { name })}
          title={t('simulator.delete')}
          loading={remove.isPending}
          onClick={() => remove.mutate()}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      )}
      {failures.length > 0 && (
        <ul className={classes.failures}>
          {failures.map((failure, index) => (
            <li key={index}>{failureWords(failure)}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
