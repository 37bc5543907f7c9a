import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { toast } from '#web/lib/toast.ts';
import { Page } from '#web/ui/page.tsx';
import { ArticleForm } from './components/article-form.tsx';
import { BackToKnowledge } from './components/back-to-knowledge.tsx';
import { addArticle, gapsQuery } from './knowledge-queries.ts';
import { ARTICLE_LANGUAGES } from './language-names.ts';

const route = getRouteApi('/staff/assistant/knowledge/new');

/** A new article; after "Answer" at an open question its title is that question. */
export function NewArticlePage() {
  const { t, i18n } = useTranslation('knowledge');
  const navigate = useNavigate();
  const { gap: gapId } = route.useSearch();
  const { data: gaps } = useQuery({ ...gapsQuery, enabled: gapId !== undefined });
  if (gapId !== undefined && !gaps) return null;
  const gap = gaps?.find(({ _id }) => _id === gapId);
  const asked = ARTICLE_LANGUAGES.find((tag) => gap && tag.startsWith(gap.language));
  const title = gap?.question ?? '';
  const language = asked ?? gap?.language ?? i18n.language;
  return (
    <Page title={t('add')} {...(gap ? { text: t('gaps.closes', { count: gap.count }) } : {})}>
      <BackToKnowledge />
      <ArticleForm
        initial={{ kind: 'faq', title, content: '', synonyms: [], language, active: true }}
        save={async (fields) => {
          const { _id } = await addArticle({ ...fields, ...(gap ? { gap_id: gap._id } : {}) });
          toast({ message: t('saved') });
          await navigate({ to: '/assistant/knowledge/$id', params: { id: _id } });
        }}
      />
    </Page>
  );
}
