import '@fontsource-variable/figtree/wght.css';
import '#web/app/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BookingApp } from './booking-app.tsx';
import { followFrame } from './frame.ts';
import { LanguageContext, loadLanguage } from './words.ts';

// A chunk of an older build is gone after an update: the page is loaded afresh.
window.addEventListener('vite:preloadError', () => window.location.reload());

followFrame();
const language = await loadLanguage();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <LanguageContext value={language}>
      <BookingApp />
    </LanguageContext>
  </StrictMode>,
);
