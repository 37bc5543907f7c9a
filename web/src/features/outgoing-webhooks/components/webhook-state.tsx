import { useTranslation } from 'react-i18next';
import type { Webhook } from '../outgoing-webhooks-queries.ts';
import classes from './webhook-state.module.css';

/** Whether a webhook works, in a word. */
export function WebhookState({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('settings');
  const state = stateOf(webhook);
  return (
    <span className={classes.state} data-state={state}>
      {t(`webhooks.states.${state}`)}
    </span>
  );
}

type State = 'unused' | 'live' | 'failing' | 'disabled' | 'off';

function stateOf({ active, disabled_at, failing_since, last_success_at }: Webhook): State {
  if (disabled_at) return 'disabled';
  if (!active) return 'off';
  if (failing_since) return 'failing';
  return last_success_at ? 'live' : 'unused';
}
