import { useQuery } from '@tanstack/react-query';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '#web/app/actions/actions.ts';
import { useKeyboard } from '#web/app/actions/use-keyboard.ts';
import { searchDialog, useOpenSearch } from '#web/features/search/open-search.ts';
import { useAppliedSettings } from '#web/features/users/use-applied-settings.ts';
import { useIsManager } from '#web/lib/session/roles.ts';
import { withMoreWords } from '#web/lib/i18n/i18n.ts';
import { companyQuery, meQuery } from '#web/lib/session/session.ts';
import { useStore } from '#web/lib/store.ts';
import { Toaster } from '#web/ui/toaster.tsx';
import { ConnectionLine } from './connection-line.tsx';
import { Navigation } from './navigation.tsx';
import classes from './shell.module.css';

const CommandBar = lazy(() =>
  import('./command-bar.tsx').then(({ CommandBar: component }) => ({ default: component })),
);

const ShortcutsDialog = lazy(
  withMoreWords(() =>
    import('./shortcuts-dialog.tsx').then(({ ShortcutsDialog: component }) => ({ default: component })),
  ),
);

const SearchDialog = lazy(
  withMoreWords(() =>
    import('#web/features/search/components/search-dialog.tsx').then(({ SearchDialog: component }) => ({
      default: component,
    })),
  ),
);

const BookingHost = lazy(
  withMoreWords(() =>
    import('#web/features/booking-panel/booking-host.tsx').then(({ BookingHost: component }) => ({
      default: component,
    })),
  ),
);

const ConfirmEmailBanner = lazy(
  withMoreWords(() =>
    import('#web/features/users/components/confirm-email-banner.tsx').then(({ ConfirmEmailBanner: component }) => ({
      default: component,
    })),
  ),
);

const ReconnectBanner = lazy(
  withMoreWords(() =>
    import('#web/features/channels/components/reconnect-banner.tsx').then(({ ReconnectBanner: component }) => ({
      default: component,
    })),
  ),
);

/** The frame of all pages of staff: navigation, the connection line, keys and the command bar. */
export function Shell() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: me } = useQuery(meQuery);
  const isManager = useIsManager();
  const { data: company } = useQuery(companyQuery);
  const [commandBar, setCommandBar] = useState<'closed' | 'commands' | 'shortcuts'>('closed');

  const close = () => setCommandBar('closed');
  const searchedWords = useStore(searchDialog);
  const openSearch = useOpenSearch();

  useAppliedSettings();
  useKeyboard(me?.preferences.keys_off !== true);
  useAction({ id: 'app.commands', label: t('commands.title'), run: () => setCommandBar('commands') });
  useAction({ id: 'app.shortcuts', label: t('commands.shortcuts'), run: () => setCommandBar('shortcuts') });
  useAction({
    id: 'go.inbox',
    label: t('go.inbox'),
    run: () => void navigate({ to: '/inbox/$view', params: { view: 'all' } }),
  });
  useAction({ id: 'go.today', label: t('go.today'), run: () => void navigate({ to: '/today' }) });
  useAction({ id: 'go.contacts', label: t('go.contacts'), run: () => void navigate({ to: '/contacts' }) });
  useAction({ id: 'go.calendar', label: t('go.calendar'), run: () => void navigate({ to: '/calendar' }) });
  useAction({ id: 'go.flows', label: t('go.flows'), run: () => void navigate({ to: '/flows' }) });
  useAction({ id: 'go.assistant', label: t('go.assistant'), run: () => void navigate({ to: '/assistant' }) });
  useAction({ id: 'go.money', label: t('go.money'), run: () => void navigate({ to: '/money' }) });
  useAction({ id: 'go.profile', label: t('go.profile'), run: () => void navigate({ to: '/profile' }) });

  useAction({
    id: 'go.cannedReplies',
    label: t('go.cannedReplies'),
    run: () => void navigate({ to: '/settings/canned-replies' }),
  });
  useAction({ id: 'search.everything', label: t('searchEverything'), run: () => openSearch('') });
  useAction({
    id: 'go.settings',
    label: t('go.settings'),
    run: () => void navigate({ to: '/settings' }),
    when: isManager,
  });
  useAction({
    id: 'go.team',
    label: t('go.team'),
    run: () => void navigate({ to: '/settings/team' }),
    when: isManager,
  });
  useAction({
    id: 'go.channels',
    label: t('go.channels'),
    run: () => void navigate({ to: '/settings/channels' }),
    when: isManager,
  });

  const userId = me?._id;
  useEffect(() => {
    if (userId) void import('#web/features/messages/at-log-in.ts').then(({ resumePending }) => resumePending(userId));
  }, [userId]);

  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        {t('skip')}
      </a>
      <Navigation />
      <div className={classes.main}>
        <ConnectionLine />
        {isManager && (
          <Suspense>
            <ReconnectBanner />
          </Suspense>
        )}
        {/* One Suspense, so that a late banner does not move the page. */}
        <Suspense>
          {me?.email_verified === false && <ConfirmEmailBanner />}
          <main id="content" className={classes.content} tabIndex={-1}>
            {me && company ? <Outlet /> : null}
          </main>
        </Suspense>
      </div>
      <Toaster />
      <Suspense>
        <BookingHost />
      </Suspense>
      {commandBar !== 'closed' && (
        <Suspense>
          {commandBar === 'commands' ? <CommandBar onClose={close} /> : <ShortcutsDialog onClose={close} />}
        </Suspense>
      )}
      {searchedWords !== null && (
        <Suspense>
          <SearchDialog words={searchedWords} />
        </Suspense>
      )}
    </div>
  );
}
