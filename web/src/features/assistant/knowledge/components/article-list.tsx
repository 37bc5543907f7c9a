import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import rows from '#web/features/flows/components/flow-table.module.css';
import { listTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import type { ArticleRow } from '../knowledge-queries.ts';
import { languageName } from '../language-names.ts';
import classes from '../knowledge.module.css';

/** One card for each article: its title, its beginning and who changed it last. */
export function ArticleList({ articles }: { articles: readonly ArticleRow[] }) {
  const { t } = useTranslation('knowledge');
  return (
    <div className={rows.scroll} tabIndex={0} role="region" aria-label={t('title')}>
      <ul className={rows.list}>
        {articles.map((article) => (
          <li key={article._id} className={rows.row}>
            <ArticleLine article={article} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function ArticleLine({ article }: { article: ArticleRow }) {
  const { t, i18n } = useTranslation('knowledge');
  const time = useTimeSettings();
  const { _id, title, kind, active, language, excerpt, updated_by, updated_at } = article;
  const changed = { who: updated_by.full_name, when: listTime(updated_at, time) };
  return (
    <div className={rows.line}>
      <Link to="/assistant/knowledge/$id" params={{ id: _id }} className={rows.name}>
        {title}
      </Link>
      {!active && <span className={classes.draft}>{t('draft')}</span>}
      <span className={classes.excerpt}>{excerpt}</span>
      <span className={rows.facts}>
        {t(`kinds.${kind}`)} · {languageName(language, i18n.language)} ·{' '}
        {t(changed.who ? 'changedBy' : 'changedAt', changed)}
      </span>
    </div>
  );
}
