import { ActionIcon } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { getRouteApi, useCanGoBack, useNavigate, useRouter } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchBox } from './components/search-box.tsx';
import classes from './search-page.module.css';

const route = getRouteApi('/staff/search');

/** The search over everything as a page of its own. Its words are in the address, so that one can come back to it. */
export function SearchPage() {
  const { t } = useTranslation('search');
  const { q = '' } = route.useSearch();
  const [initial] = useState(q);
  const navigate = useNavigate();
  const canGoBack = useCanGoBack();
  const { history } = useRouter();
  const keepInAddress = useCallback(
    (words: string) => void navigate({ to: '/search', search: words === '' ? {} : { q: words }, replace: true }),
    [navigate],
  );
  const leave = () => {
    if (canGoBack) history.back();
    else void navigate({ to: '/inbox/$view', params: { view: 'all' } });
  };

  return (
    <section className={classes.page} aria-label={t('title')} onKeyDown={({ key }) => key === 'Escape' && leave()}>
      <ActionIcon
        className={classes.back}
        variant="subtle"
        color="gray"
        size={44}
        aria-label={t('back')}
        onClick={leave}
      >
        <IconArrowLeft size={20} aria-hidden />
      </ActionIcon>
      <div className={classes.box}>
        <SearchBox initial={initial} onSearch={keepInAddress} />
      </div>
    </section>
  );
}
