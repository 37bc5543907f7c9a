import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import rows from '#web/features/flows/components/flow-table.module.css';
import { useIsManager } from '#web/lib/session/roles.ts';
import { listTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { toastError } from '#web/lib/toast.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Failure } from '#web/ui/failure.tsx';
import { TablePage } from '#web/ui/table-page.tsx';
import { AssistantTabs } from '../components/assistant-tabs.tsx';
import { KnowledgeTabs } from './components/knowledge-tabs.tsx';
import { dismissGap, type Gap, gapsQuery } from './knowledge-queries.ts';
import { languageName } from './language-names.ts';
import classes from './knowledge.module.css';

/** Questions of customers that no article answers. */
export function GapsPage() {
  const { t } = useTranslation(['knowledge', 'assistant']);
  const { data: gaps, error, refetch } = useQuery(gapsQuery);
  return (
    <TablePage title={t('assistant:title')} tabs={<AssistantTabs />}>
      <KnowledgeTabs />
      {error && !gaps && <Failure error={error} onRetry={() => void refetch()} />}
      {gaps?.length === 0 && <EmptyState title={t('gaps.none')} text={t('gaps.noneText')} />}
      {gaps && gaps.length > 0 && (
        <div className={rows.scroll} tabIndex={0} role="region" aria-label={t('tabs.gaps')}>
          <ul className={rows.list}>
            {gaps.map((gap) => (
              <GapRow key={gap._id} gap={gap} />
            ))}
          </ul>
        </div>
      )}
    </TablePage>
  );
}

function GapRow({ gap: { _id, question, count, language, last_asked_at, last_conversation_id } }: { gap: Gap }) {
  const { t, i18n } = useTranslation('knowledge');
  const navigate = useNavigate();
  const time = useTimeSettings();
  const isManager = useIsManager();
  const dismiss = useMutation({ mutationFn: () => dismissGap(_id), onError: toastError });
  return (
    <li className={rows.row}>
      <div className={rows.line}>
        <strong className={classes.question}>{question}</strong>
        <span className={rows.facts}>
          {t('gaps.asked', { count })} · {languageName(language, i18n.language)} · {listTime(last_asked_at, time)}
          {last_conversation_id && (
            <>
              {' · '}
              <Link to="/inbox/$view/$id" params={{ view: 'all', id: last_conversation_id }}>
                {t('gaps.conversation')}
              </Link>
            </>
          )}
        </span>
      </div>
      {isManager && (
        <div className={rows.buttons}>
          <Button
            size="sm"
            variant="default"
            onClick={() => void navigate({ to: '/assistant/knowledge/new', search: { gap: _id } })}
          >
            {t('gaps.answer')}
          </Button>
          <Button size="sm" variant="subtle" loading={dismiss.isPending} onClick={() => dismiss.mutate()}>
            {t('gaps.dismiss')}
          </Button>
        </div>
      )}
    </li>
  );
}
