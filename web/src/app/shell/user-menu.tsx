import { IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { logOut, meQuery } from '#web/lib/session/session.ts';
import { ContactAvatar } from '#web/ui/contact-avatar.tsx';
import navigation from './navigation.module.css';
import classes from './user-menu.module.css';

/** The address of the user's picture is valid for an hour. */
const REFRESH_PICTURE_MS = 50 * 60_000;

/** The user's picture in the navigation. It opens the menu with profile and log-out. */
export function UserMenu() {
  const { t } = useTranslation();
  const menu = useRef<HTMLDivElement>(null);
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
        <span className={navigation.label}>{t('go.profile')}</span>
      </button>
      <div ref={menu} id="user-menu" popover="auto" className={classes.menu}>
        <p className={classes.name}>{name}</p>
        <Link to="/profile" className={classes.item} onClick={() => menu.current?.hidePopover()}>
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
