import { IconBell, IconBellRinging } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import navigation from '#web/app/shell/navigation.module.css';
import { fullTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { noticeWords, pageOf } from '../notice-words.ts';
import { followNotifications } from '../notifications-live.ts';
import { markRead, type Notice, notificationsQuery } from '../notifications-queries.ts';
import classes from './bell.module.css';

/** The bell in the navigation, with the last notifications. */
export function Bell() {
  const { t } = useTranslation(['notifications', 'common']);
  const panel = useRef<HTMLElement>(null);
  const router = useRouter();
  useEffect(() => followNotifications(router), [router]);
  const { data } = useQuery(notificationsQuery);
  const { unread = 0, items = [] } = data ?? {};
  const Icon = unread > 0 ? IconBellRinging : IconBell;
  const close = () => panel.current?.hidePopover();
  return (
    <>
      <button type="button" popoverTarget="notifications" className={navigation.item}>
        <span className={classes.icon}>
          <Icon size={20} stroke={1.75} aria-hidden />
          {unread > 0 && (
            <span className={classes.count}>
              {unread}
              <span className={classes.spoken}> {t('unread', { count: unread })}</span>
            </span>
          )}
        </span>
        <span className={navigation.label}>{t('common:go.notifications')}</span>
      </button>
      <section ref={panel} id="notifications" popover="auto" className={classes.panel} aria-label={t('title')}>
        <div className={classes.head}>
          <h2 className={classes.title}>{t('title')}</h2>
          {unread > 0 && (
            <button type="button" className={classes.action} onClick={() => void markRead()}>
              {t('readAll')}
            </button>
          )}
        </div>
        {items.length === 0 && <p className={classes.empty}>{t('none')}</p>}
        <ul className={classes.list}>
          {items.map((notice) => (
            <NoticeRow key={notice._id} notice={notice} onClose={close} />
          ))}
        </ul>
        <Link to="/settings/notifications" className={classes.action} onClick={close}>
          {t('settings')}
        </Link>
      </section>
    </>
  );
}

function NoticeRow({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const { t } = useTranslation('notifications');
  const time = useTimeSettings();
  const isUnread = notice.read_at === null;
  const navigate = useNavigate();
  const page = pageOf(notice);
  const open = () => {
    if (isUnread) void markRead([notice._id]);
    if (!page) return;
    onClose();
    void navigate(page);
  };
  return (
    <li>
      <button type="button" className={classes.notice} data-unread={isUnread || undefined} onClick={open}>
        <span>{noticeWords(notice)}</span>
        <small>
          {isUnread && <strong>{t('new')} · </strong>}
          {fullTime(notice.created_at, time)}
        </small>
      </button>
    </li>
  );
}
