import { IconCoin, IconLogout, IconRoute, IconSettings, IconSparkles, IconUserCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsManager } from '#web/lib/session/roles.ts';
import { logOut, meQuery } from '#web/lib/session/session.ts';
import { ContactAvatar } from '#web/ui/contact-avatar.tsx';
import navigation from './navigation.module.css';
import classes from './user-menu.module.css';

/** The address of the user's picture is valid for an hour. */
const REFRESH_PICTURE_MS = 50 * 60_000;

/** The user's picture in the navigation. It opens the menu with profile and log-out, and on a phone with what the bar has no place for. */
export function UserMenu() {
  const { t } = useTranslation();
  const menu = useRef<HTMLDivElement>(null);
  const isManager = useIsManager();
  const close = (): void => menu.current?.hidePopover();
  const isProfile = useLocation({ select: ({ pathname }) => pathname === '/profile' });
  const { data: me } = useQuery({ ...meQuery, refetchInterval: REFRESH_PICTURE_MS });
  const name = me?.full_name || me?.email || '';
  return (
    <>
      <button
        type="button"
        popoverTarget="user-menu"
        className={`${navigation.item} ${navigation.last}`}
        data-status={isProfile ? 'active' : undefined}
      >
        {me && <ContactAvatar id={me._id} name={name} url={me.avatar_url} size="small" />}
        <span className={`${navigation.label} ${navigation.wide}`}>{t('go.profile')}</span>
        <span className={`${navigation.label} ${navigation.narrow}`}>{t('go.more')}</span>
      </button>
      <div ref={menu} id="user-menu" popover="auto" className={classes.menu}>
        <p className={classes.name}>{name}</p>
        <div className={`${classes.pages} ${navigation.narrow}`}>
          <Link to="/money" className={classes.item} onClick={close}>
            <IconCoin size={20} stroke={1.75} aria-hidden />
            {t('go.money')}
          </Link>
          <Link to="/flows" className={classes.item} onClick={close}>
            <IconRoute size={20} stroke={1.75} aria-hidden />
            {t('go.flows')}
          </Link>
          <Link to="/assistant" className={classes.item} onClick={close}>
            <IconSparkles size={20} stroke={1.75} aria-hidden />
            {t('go.assistant')}
          </Link>
          {isManager && (
            <Link to="/settings" className={classes.item} onClick={close}>
              <IconSettings size={20} stroke={1.75} aria-hidden />
              {t('go.settings')}
            </Link>
          )}
        </div>
        <Link to="/profile" className={classes.item} onClick={close}>
          <IconUserCircle size={20} stroke={1.75} aria-hidden />
          {t('go.profile')}
        </Link>
        <button type="button" className={classes.item} onClick={() => void logOut()}>
          <IconLogout size={20} stroke={1.75} aria-hidden />
          {t('logOut')}
        </button>
      </div>
    </>
  );
}
