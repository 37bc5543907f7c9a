import { useMediaQuery } from '@mantine/hooks';
import { useMatch, useNavigate, useRouter, useCanGoBack } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAction } from '#web/app/actions/actions.ts';
import { useInboxPlace } from '#web/features/conversations/inbox-place.ts';
import { createStore, useStore } from '#web/lib/store.ts';

/** From this width on the panel is a column that stays open. On narrower screens it lies over the thread. */
const COLUMN_WIDTH = '(min-width: 1200px)';
const PHONE_WIDTH = '(max-width: 767px)';
const STORAGE_KEY = 'pb-side-panel';

export interface SidePanelState {
  isShown: boolean;
  /** A column beside the thread, a layer over its right part, or a page instead of the thread. */
  place: 'column' | 'layer' | 'page';
  toggle: () => void;
}

const isColumnOpen = createStore(readStored());

/** Where and whether the side panel of a conversation is shown. */
export function useSidePanel(view: string, id: string): SidePanelState {
  const { t } = useTranslation('contacts');
  const navigate = useNavigate();
  const { history } = useRouter();
  const canGoBack = useCanGoBack();
  const isOnRoute = useMatch({ from: '/staff/inbox/$view/$id/contact', shouldThrow: false }) !== undefined;
  const isColumn = useMediaQuery(COLUMN_WIDTH, undefined, { getInitialValueInEffect: false });
  const isPhone = useMediaQuery(PHONE_WIDTH, undefined, { getInitialValueInEffect: false });
  const isWanted = useStore(isColumnOpen);
  const isShown = isOnRoute || (isColumn && isWanted);

  const leaveRoute = () => {
    if (canGoBack) return history.back();
    void navigate({ to: '/inbox/$view/$id', params: { view, id }, search: (filters) => filters, replace: true });
  };
  const toggle = () => {
    if (isColumn) keep(!isShown);
    if (isOnRoute) return leaveRoute();
    if (!isColumn) {
      void navigate({ to: '/inbox/$view/$id/contact', params: { view, id }, search: (filters) => filters });
    }
  };
  useAction({ id: 'conversation.contact', label: t('panel.toggle'), run: toggle });
  return { isShown, place: isColumn ? 'column' : isPhone ? 'page' : 'layer', toggle };
}

/** Returns a function that opens a conversation with the side panel. */
export function useOpenWithPanel(): (id: string) => Promise<void> {
  const place = useInboxPlace();
  const navigate = useNavigate();
  return async (id) => {
    const { view, filters } = place();
    await navigate({ to: '/inbox/$view/$id', params: { view, id }, search: filters });
    if (window.matchMedia(COLUMN_WIDTH).matches) return keep(true);
    await navigate({ to: '/inbox/$view/$id/contact', params: { view, id }, search: filters });
  };
}

function readStored(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) === 'open';
  } catch {
    return false;
  }
}

function keep(isOpen: boolean): void {
  isColumnOpen.set(isOpen);
  try {
    localStorage.setItem(STORAGE_KEY, isOpen ? 'open' : 'closed');
  } catch {
    // Storage is switched off: the choice lasts until the page is loaded again.
  }
}
