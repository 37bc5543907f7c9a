import { queryOptions } from '@tanstack/react-query';
import { allPages } from '#web/lib/api/all-pages.ts';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';

export type Closure = Schemas['ClosureDto'];
export type ClosureFields = Schemas['CreateClosureDto'];
export type HolidayPack = Schemas['HolidayPackDto'];

const closuresKey = ['closures'] as const;

/** Closures that end on this date or later, by their end. */
export const closuresQuery = (from: string) =>
  queryOptions({
    queryKey: [...closuresKey, from] as const,
    queryFn: () => allPages((page) => call(api.GET('/api/v1/closures', { params: { query: { ...page, from } } }))),
  });

export async function addClosure(body: ClosureFields): Promise<void> {
  await call(api.POST('/api/v1/closures', { body }));
  await readAgain();
}

/** Changes a closure; refused if a colleague has changed it since it was read. */
export async function changeClosure({ _id, version }: Closure, body: ClosureFields): Promise<void> {
  const params = { path: { id: _id }, header: { 'If-Match': `"${version}"` } };
  await call(api.PATCH('/api/v1/closures/{id}', { params, body })).finally(readAgain);
}

export async function deleteClosure(id: string): Promise<void> {
  await call(api.DELETE('/api/v1/closures/{id}', { params: { path: { id } } }));
  await readAgain();
}

/** Closes on the public holidays of a country in a year. @returns how many days that are */
export async function addHolidays(body: HolidayPack): Promise<number> {
  const { items } = await call(api.POST('/api/v1/closures/holiday-packs', { body }));
  await readAgain();
  return items.length;
}

const readAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: closuresKey });
