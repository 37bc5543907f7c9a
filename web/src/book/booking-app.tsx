import { lazy, Suspense, useEffect, useState } from 'react';
import { BookPage } from './book-page.tsx';
import { routeOf } from './first-answer.ts';
import { ManagePage } from './manage/manage-page.tsx';
import { Page } from './parts/page.tsx';
import { Loading } from './parts/parts.tsx';

// Few visitors see it.
const WaitPage = lazy(() => import('./waitlist/wait-page.tsx'));

/**
 * A company's page, one appointment, or one waitlist entry. After a booking the page of the appointment takes the place of the
 * company's.
 */
export function BookingApp() {
  const [path, setPath] = useState(window.location.pathname);
  const [newToken, setNewToken] = useState<string>();
  useEffect(() => {
    const follow = () => setPath(window.location.pathname);
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const show = (page: 'manage' | 'waitlist', token: string) => {
    // A reload shows the appointment or the entry, and the form cannot be sent again.
    window.history.replaceState(null, '', `/booking/${page}/${encodeURIComponent(token)}`);
    setNewToken(token);
    setPath(window.location.pathname);
    window.scrollTo(0, 0);
  };
  const showBooked = (token: string) => show('manage', token);
  const route = routeOf(path);
  if ('slug' in route)
    return <BookPage slug={route.slug} onBooked={showBooked} onJoined={(token) => show('waitlist', token)} />;
  if ('waitToken' in route) {
    const { waitToken } = route;
    return (
      <Suspense
        fallback={
          <Page>
            <Loading />
          </Page>
        }
      >
        <WaitPage key={waitToken} token={waitToken} isNew={waitToken === newToken} onBooked={showBooked} />
      </Suspense>
    );
  }
  return <ManagePage token={route.token} isNew={route.token === newToken} />;
}
