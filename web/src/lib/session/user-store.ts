import { createStore, type Store } from '#web/lib/store.ts';
import { onNewToken, onSessionEnd, userId } from './access-token.ts';
import { ownedText, ownedValue } from './owned-value.ts';

const WRITE_AFTER_MS = 300;

/**
 * A store of the logged-in user that survives a reload of the page. It is emptied when the user logs out, and when
 * another user logs in.
 *
 * @param key the name in the storage of the browser
 */
export function createUserStore<T>(key: string, empty: T): Store<T> {
  const store = createStore(empty);
  let owner: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const read = () => {
    if (owner === userId()) return;
    owner = userId();
    store.set(stored() ?? empty);
    // Overwrites the entry of another user at once.
    write();
  };
  const stored = (): T | undefined => {
    try {
      return owner === null ? undefined : (ownedValue(localStorage.getItem(key), owner) as T | undefined);
    } catch {
      return undefined;
    }
  };
  const write = () => {
    clearTimeout(timer);
    if (owner === null) return;
    try {
      localStorage.setItem(key, ownedText(owner, store.get()));
    } catch {
      // Storage is switched off or full: the value lasts until the page is closed.
    }
  };

  read();
  store.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(write, WRITE_AFTER_MS);
  });
  onNewToken(read);
  onSessionEnd(() => {
    store.set(empty);
    write();
    owner = null;
  });
  window.addEventListener('pagehide', write);
  return store;
}
