import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#web/ui/card.tsx';
import { Failure } from '#web/ui/failure.tsx';
import { Page } from '#web/ui/page.tsx';
import { CheckedImport } from './components/checked-import.tsx';
import { FinishedImport } from './components/finished-import.tsx';
import { ImportProgress } from './components/import-progress.tsx';
import { MappingForm } from './components/mapping-form.tsx';
import { type CustomerImport, importQuery, isWorking } from './imports-queries.ts';
import classes from './imports.module.css';

const route = getRouteApi('/staff/contacts/import/$importId');
const RESULT_PAGES = { customers: '/contacts', services: '/settings/services', appointments: '/calendar' } as const;
const STEPS = ['upload', 'map', 'check', 'import', 'result'] as const;

/** One import: its columns, the check, the progress and the result. */
export function ImportPage() {
  const { t } = useTranslation('imports');
  const { importId } = route.useParams();
  const { data: source, error, refetch } = useQuery(importQuery(importId));
  const [isMapping, setMapping] = useState(false);
  if (!source) return error ? <Failure error={error} onRetry={() => void refetch()} /> : null;
  const step = stepOf(source, isMapping);
  return (
    <Page title={source.file_name} text={t('rows', { count: source.row_count })}>
      <ol className={classes.steps} aria-label={t('steps.title')}>
        {STEPS.map((name) => (
          <li key={name} aria-current={name === step ? 'step' : undefined}>
            {t(`steps.${name}`)}
          </li>
        ))}
      </ol>
      {isWorking(source) ? (
        <ImportProgress source={source} />
      ) : step === 'map' ? (
        <MappingForm source={source} onChecked={() => setMapping(false)} />
      ) : step === 'check' ? (
        <CheckedImport source={source} onMapAgain={() => setMapping(true)} />
      ) : (
        <FinishedImport source={source} />
      )}
      {!isWorking(source) && (
        <Card title={t('more.title')}>
          <Link to="/contacts/import" search={{ kind: source.kind }}>
            {t('more.another')}
          </Link>{' '}
          · <Link to={RESULT_PAGES[source.kind]}>{t(`more.see.${source.kind}`)}</Link>
        </Card>
      )}
    </Page>
  );
}

function stepOf({ state }: CustomerImport, isMapping: boolean): (typeof STEPS)[number] {
  if (state === 'uploaded' || (state === 'checked' && isMapping)) return 'map';
  if (state === 'checking' || state === 'checked') return 'check';
  return state === 'importing' ? 'import' : 'result';
}
