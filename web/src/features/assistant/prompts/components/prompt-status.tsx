import { useTranslation } from 'react-i18next';
import type { Prompt } from '#web/features/assistant/assistant-types.ts';
import classes from '../prompts.module.css';

export function PromptStatus({ status }: { status: Prompt['status'] }) {
  const { t } = useTranslation('assistant');
  return (
    <span className={classes.status} data-status={status}>
      {t(`prompts.status.${status}`)}
    </span>
  );
}
