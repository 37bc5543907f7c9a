import { Button } from '@mantine/core';
import { IconPlus, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsManager } from '#web/lib/session/roles.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Failure } from '#web/ui/failure.tsx';
import bar from '#web/ui/filter-bar.module.css';
import { SearchField } from '#web/ui/search-field.tsx';
import { TablePage } from '#web/ui/table-page.tsx';
import { ArticleList } from './components/article-list.tsx';
import { ExamplesDialog } from './components/examples-dialog.tsx';
import { ImportDialog } from './components/import-dialog.tsx';
import { AssistantTabs } from '../components/assistant-tabs.tsx';
import { KnowledgeTabs } from './components/knowledge-tabs.tsx';
import { TryDialog } from './components/try-dialog.tsx';
import { type ArticleFilter, articlesQuery } from './knowledge-queries.ts';
import { ARTICLE_LANGUAGES, languageName } from './language-names.ts';

type Dialog = 'import' | 'examples' | 'try';

/** The texts that answer customers. Owners and managers write them; all staff may try a question. */
export function KnowledgePage() {
  const { t } = useTranslation(['knowledge', 'assistant']);
  const navigate = useNavigate();
  const isManager = useIsManager();
  const [filter, setFilter] = useState<ArticleFilter>({});
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { data: articles, error, refetch } = useQuery(articlesQuery(filter));
  const isFiltered = Object.keys(filter).length > 0;
  const add = () => void navigate({ to: '/assistant/knowledge/new' });
  const close = () => setDialog(null);
  const actions = (
    <>
      <Button variant="default" size="sm" onClick={() => setDialog('try')}>
        {t('try.open')}
      </Button>
      {isManager && (
        <Button
          variant="default"
          size="sm"
          leftSection={<IconUpload size={18} aria-hidden />}
          onClick={() => setDialog('import')}
        >
          {t('import.open')}
        </Button>
      )}
      {isManager && (
        <Button size="sm" leftSection={<IconPlus size={18} aria-hidden />} onClick={add}>
          {t('add')}
        </Button>
      )}
    </>
  );
  const isEmpty = articles?.length === 0 && !isFiltered;
  return (
    <TablePage title={t('assistant:title')} tabs={<AssistantTabs />} actions={actions}>
      <KnowledgeTabs />
      {error && !articles && <Failure error={error} onRetry={() => void refetch()} />}
      {isEmpty && (
        <EmptyState title={t('none.title')} text={t(isManager ? 'none.text' : 'none.staff')}>
          {isManager && <Button onClick={() => setDialog('examples')}>{t('none.examples')}</Button>}
        </EmptyState>
      )}
      {articles && !isEmpty && (
        <>
          <Filters filter={filter} onChange={setFilter} />
          {articles.length > 0 ? <ArticleList articles={articles} /> : <EmptyState title={t('noneFound')} />}
        </>
      )}
      {dialog === 'import' && <ImportDialog onClose={close} />}
      {dialog === 'examples' && <ExamplesDialog onClose={close} />}
      {dialog === 'try' && <TryDialog onClose={close} />}
    </TablePage>
  );
}

function Filters({ filter, onChange }: { filter: ArticleFilter; onChange: (filter: ArticleFilter) => void }) {
  const { t, i18n } = useTranslation('knowledge');
  const set = (fields: Record<string, string>) => {
    const next = Object.entries({ ...filter, ...fields }).filter(([, value]) => value !== '');
    onChange(Object.fromEntries(next));
  };
  return (
    <div className={bar.bar}>
      <SearchField label={t('search')} value={filter.search ?? ''} onSearch={(search) => set({ search })} />
      <select
        className={bar.select}
        aria-label={t('language')}
        data-chosen={filter.language}
        value={filter.language ?? ''}
        onChange={({ currentTarget }) => set({ language: currentTarget.value })}
      >
        <option value="">{t('allLanguages')}</option>
        {ARTICLE_LANGUAGES.map((tag) => (
          <option key={tag} value={tag}>
            {languageName(tag, i18n.language)}
          </option>
        ))}
      </select>
      <select
        className={bar.select}
        aria-label={t('kind')}
        data-chosen={filter.kind}
        value={filter.kind ?? ''}
        onChange={({ currentTarget }) => set({ kind: currentTarget.value })}
      >
        <option value="">{t('allKinds')}</option>
        <option value="faq">{t('kinds.faq')}</option>
        <option value="article">{t('kinds.article')}</option>
      </select>
    </div>
  );
}
