import type { Icon } from '@tabler/icons-react';
import { useEffect, useEffectEvent } from 'react';
import { createStore, useStore } from '#web/lib/store.ts';
import type { ActionId } from './action-keys.ts';

/** Something that the user can do now: it is in the command bar, in the list of shortcuts, and has a key. */
export interface Action {
  id: ActionId;
  label: string;
  icon?: Icon;
  run: () => void;
}

const available = createStore<ReadonlyMap<ActionId, Action>>(new Map());

/** The actions of the screens that are shown now. */
export const useAvailableActions = (): ReadonlyMap<ActionId, Action> => useStore(available);

/** The action of this id, where it can be done now. */
export const actionOf = (id: ActionId): Action | undefined => available.get().get(id);

/** Offers an action while the component is shown and `when` holds. */
export function useAction({ id, label, icon, run, when = true }: Action & { when?: boolean }): void {
  const runLatest = useEffectEvent(run);
  useEffect(() => {
    if (!when) return;
    const action: Action = { id, label, run: () => runLatest(), ...(icon ? { icon } : {}) };
    available.set(new Map(available.get()).set(id, action));
    return () => {
      if (available.get().get(id) !== action) return;
      const rest = new Map(available.get());
      rest.delete(id);
      available.set(rest);
    };
  }, [id, label, icon, when]);
}
