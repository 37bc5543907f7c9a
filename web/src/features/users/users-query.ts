import { useQuery } from '@tanstack/react-query';
import { api, call, type Schemas } from '#web/lib/api/client.ts';

export type Colleague = Schemas['UserDto'];

const MOST_PEOPLE = 100;

/** The people of the company who can log in; empty until they are loaded. */
export function useColleagues(): Colleague[] {
  const { data } = useQuery({ queryKey: ['users', 'all'], queryFn: readPeople });
  return data ?? [];
}

async function readPeople(): Promise<Colleague[]> {
  const { items } = await call(api.GET('/api/v1/users', { params: { query: { limit: MOST_PEOPLE } } }));
  return items.filter(({ state }) => state === 'active');
}
