import { useEffect, useState } from 'react';
import { BookPage } from './book-page.tsx';
import { routeOf } from './first-answer.ts';
import { ManagePage } from './manage/manage-page.tsx';

/** A company's page, or one appointment. After a booking the page of the appointment takes the place of the company's. */
export function BookingApp() {
  const [path, setPath] = useState(window.location.pathname);
  const [newToken, setNewToken] = useState<string>();
  useEffect(() => {
    const follow = () => setPath(window.location.pathname);
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const showBooked = (token: string) => {
    // A reload shows the appointment, and the form cannot be sent again.
    window.history.replaceState(null, '', `/booking/manage/${encodeURIComponent(token)}`);
    setNewToken(token);
    setPath(window.location.pathname);
  };
  const route = routeOf(path);
  if ('slug' in route) return <BookPage slug={route.slug} onBooked={showBooked} />;
  return <ManagePage token={route.token} isNew={route.token === newToken} />;
}
