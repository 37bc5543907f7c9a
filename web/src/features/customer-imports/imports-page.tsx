import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fullTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { IMPORT_KINDS, type ImportKind } from './import-kinds.ts';
import { type CustomerImport, importsQuery, uploadImport } from './imports-queries.ts';
import classes from './imports.module.css';

const route = getRouteApi('/staff/contacts/import');
const PRESETS = ['generic', 'moego', 'gingr'] as const;
const MAX_MB = 5;

/** The first step of an import: choose a file. Below it are the imports of the last 30 days. */
export function ImportsPage() {
  const { t } = useTranslation('imports');
  const { data: imports } = useQuery(importsQuery);
  return (
    <Page title={t('title')} text={t('explained')}>
      <Card title={t('upload.title')} text={t('upload.explained', { megabytes: MAX_MB })}>
        <UploadForm />
      </Card>
      {imports && imports.length > 0 && (
        <Card title={t('earlier')}>
          <RowList empty="">
            {imports.map((one) => (
              <ImportRow key={one._id} one={one} />
            ))}
          </RowList>
        </Card>
      )}
    </Page>
  );
}

function UploadForm() {
  const { t } = useTranslation('imports');
  const navigate = useNavigate();
  const { kind = 'customers' } = route.useSearch();
  const [preset, setPreset] = useState<CustomerImport['preset']>('generic');
  const upload = useMutation({
    mutationFn: (file: File) => uploadImport(file, kind, preset),
    onSuccess: ({ _id }) => void navigate({ to: '/contacts/import/$importId', params: { importId: _id } }),
  });
  return (
    <div className={classes.form}>
      <FormError error={upload.error} />
      <KindField kind={kind} />
      <label className={classes.field}>
        {t('preset')}
        <select
          className={classes.select}
          value={preset}
          onChange={({ currentTarget }) => setPreset(currentTarget.value as CustomerImport['preset'])}
        >
          {PRESETS.map((name) => (
            <option key={name} value={name}>
              {t(`presets.${name}`)}
            </option>
          ))}
        </select>
      </label>
      <label className={classes.file} aria-busy={upload.isPending}>
        {upload.isPending ? t('upload.busy') : t('upload.choose')}
        <input
          type="file"
          accept=".csv,text/csv,text/plain"
          disabled={upload.isPending}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            currentTarget.value = '';
            if (file) upload.mutate(file);
          }}
        />
      </label>
    </div>
  );
}

function KindField({ kind }: { kind: ImportKind }) {
  const { t } = useTranslation('imports');
  const navigate = useNavigate();
  return (
    <label className={classes.field}>
      {t('kind')}
      <select
        className={classes.select}
        value={kind}
        onChange={({ currentTarget: { value } }) =>
          void navigate({ to: '/contacts/import', search: { kind: value as ImportKind }, replace: true })
        }
      >
        {IMPORT_KINDS.map((name) => (
          <option key={name} value={name}>
            {t(`kinds.${name}`)}
          </option>
        ))}
      </select>
      <small className={classes.hint}>{t(`upload.rows.${kind}`)}</small>
    </label>
  );
}

function ImportRow({ one }: { one: CustomerImport }) {
  const { t } = useTranslation('imports');
  const time = useTimeSettings();
  return (
    <li>
      <span>
        <strong>{one.file_name}</strong>
        <small>
          {t(`kinds.${one.kind}`)} · {fullTime(one.created_at, time)} · {t('rows', { count: one.row_count })} ·{' '}
          {t(`states.${one.state}`)}
        </small>
      </span>
      <Button
        variant="default"
        renderRoot={(props) => <Link {...props} to="/contacts/import/$importId" params={{ importId: one._id }} />}
      >
        {t('open')}
      </Button>
    </li>
  );
}
