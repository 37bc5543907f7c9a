import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toastError } from '#web/lib/toast.ts';
import { Card } from '#web/ui/card.tsx';
import { brokenRowsQuery, type CustomerImport, downloadBrokenRows } from '../imports-queries.ts';
import { problemWords } from '../problem-words.ts';
import classes from '../imports.module.css';

/** The first rows that cannot be imported, with the reasons, and all of them as a file. */
export function BrokenRows({ source }: { source: CustomerImport }) {
  const { t } = useTranslation('imports');
  const { broken } = source.counts;
  const { data: rows = [] } = useQuery({ ...brokenRowsQuery(source._id, source.state), enabled: broken > 0 });
  if (broken === 0) return null;
  return (
    <Card title={t('broken.title', { count: broken })} text={t('broken.explained')}>
      <Button variant="default" onClick={() => void downloadBrokenRows(source).catch(toastError)}>
        {t('broken.download')}
      </Button>
      <table className={classes.broken}>
        <thead>
          <tr>
            <th scope="col">{t('broken.row')}</th>
            <th scope="col">{t('broken.column')}</th>
            <th scope="col">{t('broken.problem')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.flatMap(({ row, problems }) =>
            problems.map((problem, index) => (
              <tr key={`${row} ${index}`}>
                <td>{row}</td>
                <td>{problem.column ?? '–'}</td>
                <td>{problemWords(problem)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
      {broken > rows.length && rows.length > 0 && <p>{t('broken.more', { count: broken - rows.length })}</p>}
    </Card>
  );
}
