import { useQuery } from '@tanstack/react-query';
import { meQuery } from './session.ts';

const MANAGERS: readonly string[] = ['super_admin', 'owner', 'manager'];

/** Whether the user may change the company: its channels, its people, its settings. Staff may not. */
export function useIsManager(): boolean {
  const { data: me } = useQuery(meQuery);
  return me !== undefined && MANAGERS.includes(me.role);
}
