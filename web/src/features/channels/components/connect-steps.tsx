import { IconCheck, IconCircle, IconClock, IconLoader2, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../connect-queries.ts';
import classes from './connect-steps.module.css';

type Step = Connection['steps'][number];

const ICONS = { pending: IconCircle, running: IconLoader2, waiting: IconClock, done: IconCheck, failed: IconX };

/** The steps of a log-in, then those of each account. */
export function ConnectSteps({ connection: { steps, accounts } }: { connection: Connection }) {
  const ids = [...new Set(steps.map(({ external_id: id }) => id))];
  return (
    <div aria-live="polite">
      {ids.map((id) => (
        <div key={id ?? ''}>
          {id && (
            <h3 className={classes.account}>{accounts.find((account) => account.external_id === id)?.name ?? id}</h3>
          )}
          <ol className={classes.steps}>
            {steps
              .filter((step) => step.external_id === id)
              .map((step) => (
                <StepLine key={step.name} step={step} />
              ))}
          </ol>
        </div>
      ))}
    </div>
  );
}

function StepLine({ step: { name, status, message } }: { step: Step }) {
  const { t } = useTranslation('channels');
  const Icon = ICONS[status];
  return (
    <li data-status={status}>
      <Icon size={18} aria-hidden />
      <span>
        {t(`logIn.steps.${name}` as 'logIn.steps.login')}
        <span className={classes.hidden}>, {t(`logIn.statuses.${status}`)}</span>
        {status === 'waiting' && <small>{t('logIn.waiting')}</small>}
        {status === 'failed' && <small>{message}</small>}
      </span>
    </li>
  );
}
