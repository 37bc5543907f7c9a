import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTurnWords } from '#web/features/assistant/turns/use-turn-words.ts';
import type { ReplayRow, TurnAction } from '#web/features/assistant/assistant-types.ts';
import classes from '../prompts.module.css';

/** The answers of the published version and of this one, side by side. */
export function ReplayRows({ rows }: { rows: readonly ReplayRow[] }) {
  const { t } = useTranslation('assistant');
  const words = useTurnWords();
  return (
    <ul className={classes.replays}>
      {rows.map(({ turn_id, conversation_id: id, contact_name, messages, before, after, is_same }) => (
        <li key={turn_id} className={classes.replay}>
          <p className={classes.asked}>
            <Link to="/inbox/$view/$id" params={{ view: 'all', id }} className={classes.customer}>
              {contact_name}
            </Link>
            <span className={classes.mark} data-same={is_same || undefined}>
              {t(is_same ? 'replay.same' : 'replay.different')}
            </span>
          </p>
          <blockquote className={classes.messages}>{messages.join('\n')}</blockquote>
          <div className={classes.answers}>
            <Answer title={t('replay.before')} action={before.action} text={before.text} />
            <Answer
              title={t('replay.after')}
              action={after.action}
              text={after.failure === null ? after.text : words.code(after.failure)}
              hasFailed={after.failure !== null}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}

interface AnswerProps {
  title: string;
  action: TurnAction;
  text: string;
  hasFailed?: boolean;
}

function Answer({ title, action, text, hasFailed = false }: AnswerProps) {
  const { t } = useTranslation('turns');
  return (
    <div className={classes.answer} data-failed={hasFailed || undefined}>
      <p className={classes.side}>
        {title} · {t(hasFailed ? 'states.failed' : `actions.${action}`)}
      </p>
      <p className={classes.words}>{text === '' ? '–' : text}</p>
    </div>
  );
}
