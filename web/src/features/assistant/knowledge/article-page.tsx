import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsManager } from '#web/lib/session/roles.ts';
import { toast, toastError } from '#web/lib/toast.ts';
import { Card } from '#web/ui/card.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Failure } from '#web/ui/failure.tsx';
import { Page } from '#web/ui/page.tsx';
import { ArticleForm } from './components/article-form.tsx';
import { BackToKnowledge } from './components/back-to-knowledge.tsx';
import { TryQuestion } from './components/try-question.tsx';
import { type Article, articleQuery, changeArticle, deleteArticle } from './knowledge-queries.ts';
import classes from './knowledge.module.css';

const route = getRouteApi('/staff/assistant/knowledge/$id');

/** The editor of one article; staff without the right to change it read it. */
export function ArticlePage() {
  const { id } = route.useParams();
  const { data: article, error, refetch } = useQuery(articleQuery(id));
  const isManager = useIsManager();
  if (!article) return error ? <Failure error={error} onRetry={() => void refetch()} /> : null;
  return isManager ? <Editor key={article._id} article={article} /> : <Reader article={article} />;
}

function Reader({ article: { title, content } }: { article: Article }) {
  return (
    <Page title={title}>
      <BackToKnowledge />
      <p className={classes.text}>{content}</p>
    </Page>
  );
}

function Editor({ article }: { article: Article }) {
  const { t } = useTranslation('knowledge');
  const navigate = useNavigate();
  const [current, setCurrent] = useState(article);
  const [isDeleting, setDeleting] = useState(false);
  const remove = useMutation({
    mutationFn: () => deleteArticle(article._id),
    onSuccess: () => navigate({ to: '/assistant/knowledge' }),
    onError: toastError,
  });
  const { kind, title, content, synonyms, language, active } = article;
  return (
    <Page title={current.title}>
      <BackToKnowledge />
      <ArticleForm
        initial={{ kind, title, content, synonyms, language, active }}
        save={async (fields) => {
          setCurrent(await changeArticle(current, fields));
          toast({ message: t('saved') });
        }}
      />
      <Card title={t('try.open')} text={t('try.saved')}>
        <TryQuestion />
      </Card>
      <Button variant="subtle" color="red" onClick={() => setDeleting(true)}>
        {t('delete.open')}
      </Button>
      {isDeleting && (
        <ConfirmDialog
          title={t('delete.title', { title: current.title })}
          text={t('delete.text')}
          confirm={t('delete.confirm')}
          isPending={remove.isPending}
          onConfirm={() => remove.mutate()}
          onClose={() => setDeleting(false)}
        />
      )}
    </Page>
  );
}
