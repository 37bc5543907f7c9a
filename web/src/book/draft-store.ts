import { createStore, type Store } from '#web/lib/store.ts';
import { type Draft, NEW_DRAFT } from './draft.ts';

/** The answers of this tab. They outlive a reload, since phones drop the page while the visitor reads the code in the mail app. */
export function draftStoreFor(slug: string): Store<Draft> {
  const key = `pb-booking:${slug}`;
  const store = createStore<Draft>(read(key));
  store.subscribe(() => {
    try {
      sessionStorage.setItem(key, JSON.stringify(store.get()));
    } catch {
      // Storage is switched off: a reload begins again.
    }
  });
  return store;
}

function read(key: string): Draft {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Draft>;
    return { ...NEW_DRAFT, ...kept };
  } catch {
    return NEW_DRAFT;
  }
}
