import { IconPencil, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabelCounts } from '../counts-query.ts';
import { labelViewOf, type ListQuery } from '../inbox-views.ts';
import { type Label, useLabels } from '../labels-query.ts';
import { ViewCount } from './view-count.tsx';
import pane from './views-pane.module.css';
import classes from './label-views.module.css';

const LabelDialog = lazy(() =>
  import('./label-dialog.tsx').then(({ LabelDialog: component }) => ({ default: component })),
);

/** A view for each label of the company, below the ready-made ones. */
export function LabelViews({ current }: { current: ListQuery }) {
  const { t } = useTranslation('labels');
  const labels = useLabels();
  const counts = useLabelCounts(labels.map(({ _id }) => labelViewOf(_id)));
  const [edited, setEdited] = useState<Label | 'new' | null>(null);
  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.title}>{t('title')}</h2>
        <button
          type="button"
          className={classes.button}
          aria-label={t('add')}
          title={t('add')}
          onClick={() => setEdited('new')}
        >
          <IconPlus size={16} aria-hidden />
        </button>
      </div>
      {labels.map((label) => {
        const view = labelViewOf(label._id);
        const isActive = view === current.view;
        return (
          <div key={label._id} className={classes.row}>
            <Link
              to="/inbox/$view"
              params={{ view }}
              search={{}}
              className={pane.view}
              aria-current={isActive ? 'page' : undefined}
              data-active={isActive || undefined}
            >
              <svg className={classes.dot} viewBox="0 0 8 8" aria-hidden>
                <circle cx="4" cy="4" r="4" fill={label.color} />
              </svg>
              <span className={classes.name}>{label.name}</span>
              <ViewCount count={counts?.[view]} />
            </Link>
            <button
              type="button"
              className={classes.edit}
              aria-label={t('edit', { name: label.name })}
              title={t('edit', { name: label.name })}
              onClick={() => setEdited(label)}
            >
              <IconPencil size={16} aria-hidden />
            </button>
          </div>
        );
      })}
      {edited && (
        <Suspense>
          <LabelDialog
            label={edited === 'new' ? undefined : edited}
            isShown={edited !== 'new' && labelViewOf(edited._id) === current.view}
            onClose={() => setEdited(null)}
          />
        </Suspense>
      )}
    </>
  );
}
