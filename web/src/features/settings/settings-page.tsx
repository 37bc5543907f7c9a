import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsManager } from '#web/lib/session/roles.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import classes from './settings-page.module.css';

const GROUPS = [
  {
    words: 'groups.company',
    pages: [
      { to: '/settings/company', words: 'pages.company' },
      { to: '/settings/team', words: 'pages.team' },
      { to: '/settings/notifications', words: 'pages.notifications' },
    ],
  },
  {
    words: 'groups.booking',
    pages: [
      { to: '/settings/services', words: 'pages.services' },
      { to: '/settings/hours', words: 'pages.hours' },
      { to: '/settings/time-off', words: 'pages.timeOff' },
      { to: '/settings/resources', words: 'pages.resources' },
      { to: '/settings/booking', words: 'pages.booking' },
      { to: '/settings/reminders', words: 'pages.reminders' },
      { to: '/settings/calendar-feeds', words: 'pages.calendarFeeds' },
      { to: '/settings/google-calendar', words: 'pages.googleCalendar' },
    ],
  },
  {
    words: 'groups.messages',
    pages: [
      { to: '/settings/channels', words: 'pages.channels' },
      { to: '/settings/templates', words: 'pages.templates' },
      { to: '/settings/canned-replies', words: 'pages.cannedReplies' },
    ],
  },
  {
    words: 'groups.programs',
    pages: [
      { to: '/settings/webhooks', words: 'pages.webhooks' },
      { to: '/settings/api-keys', words: 'pages.apiKeys' },
      { to: '/settings/secrets', words: 'pages.secrets' },
      { to: '/settings/payments', words: 'pages.payments' },
    ],
  },
] as const;

/** The settings that staff may change. */
const PAGES_OF_STAFF: readonly string[] = [
  '/settings/notifications',
  '/settings/time-off',
  '/settings/calendar-feeds',
  '/settings/canned-replies',
];

/** The settings of the company: the list of pages at the left, the page beside it; one of them on a phone. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const isManager = useIsManager();
  const path = useLocation({ select: ({ pathname }) => pathname.replace(/\/$/, '') });
  const isOpen = path !== '/settings';
  const isShown = ({ to }: { to: string }): boolean => isManager || PAGES_OF_STAFF.includes(to);
  const groups = GROUPS.map(({ words, pages }) => ({ words, pages: pages.filter(isShown) }));
  if (!isManager && !PAGES_OF_STAFF.includes(path))
    return <EmptyState title={t('onlyManagers.title')} text={t('onlyManagers.text')} />;
  return (
    <div className={classes.panes} data-open={isOpen || undefined}>
      <nav className={classes.pages} aria-label={t('title')}>
        <p className={classes.title}>{t('title')}</p>
        {groups.map(
          ({ words: group, pages }) =>
            pages.length > 0 && (
              <Fragment key={group}>
                <p className={classes.group}>{t(group)}</p>
                {pages.map(({ to, words }) => (
                  <Link key={to} to={to} className={classes.page}>
                    {t(words)}
                  </Link>
                ))}
              </Fragment>
            ),
        )}
      </nav>
      <div className={classes.content}>
        <Link to="/settings" className={classes.back}>
          {t('back')}
        </Link>
        <Outlet />
      </div>
    </div>
  );
}

/** The settings before a page is chosen. */
export function NoSetting() {
  const { t } = useTranslation('settings');
  return <EmptyState title={t('choose')} />;
}
