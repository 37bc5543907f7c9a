import '#web/app/styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '#web/app/app.tsx';
import { startI18n } from '#web/lib/i18n/i18n.ts';
import { bootSession } from '#web/lib/session/session.ts';

// A chunk of an older build is gone after an update: the page is loaded afresh.
window.addEventListener('vite:preloadError', () => window.location.reload());

await Promise.all([startI18n(), bootSession()]);
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
