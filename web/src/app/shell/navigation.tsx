import {
  IconBell,
  IconCalendar,
  IconCoin,
  IconInbox,
  IconRoute,
  IconSettings,
  IconSparkles,
  IconSunHigh,
  IconUsers,
} from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { withMoreWords } from '#web/lib/i18n/i18n.ts';
import { useIsManager } from '#web/lib/session/roles.ts';
import { Mark } from '#web/ui/mark.tsx';
import { UserMenu } from './user-menu.tsx';
import classes from './navigation.module.css';

const Bell = lazy(
  withMoreWords(() =>
    import('#web/features/notifications/components/bell.tsx').then(({ Bell: component }) => ({ default: component })),
  ),
);

/** The rail at the left of a desk, the bar at the bottom of a phone. */
export function Navigation() {
  const { t } = useTranslation();
  const isManager = useIsManager();
  const isPets = useLocation({ select: ({ pathname }) => pathname.startsWith('/pets') });
  return (
    <nav className={classes.rail} aria-label={t('navigation')}>
      <span className={classes.mark}>
        <Mark size={32} />
      </span>
      <Link
        to="/inbox/$view"
        params={{ view: 'all' }}
        className={classes.item}
        activeOptions={{ includeSearch: false }}
      >
        <IconInbox size={20} stroke={1.75} aria-hidden />
        <span className={classes.label}>{t('go.inbox')}</span>
      </Link>
      <Link to="/calendar" className={classes.item} activeOptions={{ includeSearch: false }}>
        <IconCalendar size={20} stroke={1.75} aria-hidden />
        <span className={classes.label}>{t('go.calendar')}</span>
      </Link>
      <Link to="/today" className={classes.item}>
        <IconSunHigh size={20} stroke={1.75} aria-hidden />
        <span className={classes.label}>{t('go.today')}</span>
      </Link>
      <Link
        to="/contacts"
        className={classes.item}
        activeOptions={{ includeSearch: false }}
        {...(isPets ? { 'data-status': 'active' } : {})}
      >
        <IconUsers size={20} stroke={1.75} aria-hidden />
        <span className={classes.label}>{t('go.contacts')}</span>
      </Link>
      <Link to="/money" className={`${classes.item} ${classes.wide}`} activeOptions={{ includeSearch: false }}>
        <IconCoin size={20} stroke={1.75} aria-hidden />
        <span className={classes.label}>{t('go.money')}</span>
      </Link>
      <Link to="/flows" className={`${classes.item} ${classes.wide}`}>
        <IconRoute size={20} stroke={1.75} aria-hidden />
        <span className={classes.label}>{t('go.flows')}</span>
      </Link>
      <Link to="/assistant" className={`${classes.item} ${classes.wide}`} activeOptions={{ includeSearch: false }}>
        <IconSparkles size={20} stroke={1.75} aria-hidden />
        <span className={classes.label}>{t('go.assistant')}</span>
      </Link>
      {isManager && (
        <Link to="/settings" className={`${classes.item} ${classes.wide}`}>
          <IconSettings size={20} stroke={1.75} aria-hidden />
          <span className={classes.label}>{t('go.settings')}</span>
        </Link>
      )}
      <Suspense fallback={<WaitingBell />}>
        <Bell />
      </Suspense>
      <UserMenu />
    </nav>
  );
}

/** Keeps the bell's place until its chunk is loaded. */
function WaitingBell() {
  const { t } = useTranslation();
  return (
    <span className={classes.item}>
      <IconBell size={20} stroke={1.75} aria-hidden />
      <span className={classes.label}>{t('go.notifications')}</span>
    </span>
  );
}
