import { useQuery } from '@tanstack/react-query';
import { meQuery } from './session.ts';

const MANAGERS: readonly string[] = ['super_admin', 'owner', 'manager'];

/** Whether the user may change channels, people and settings of the company: owners and managers. */
export function useIsManager(): boolean {
  const { data: me } = useQuery(meQuery);
  return me !== undefined && MANAGERS.includes(me.role);
}
