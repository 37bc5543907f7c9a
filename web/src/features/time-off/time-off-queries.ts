import { queryOptions } from '@tanstack/react-query';
import { allPages } from '#web/lib/api/all-pages.ts';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';

export type TimeOff = Schemas['TimeOffDto'];
export type TimeOffFields = Schemas['CreateTimeOffDto'];
/** An appointment that somebody else must do, or that must move. */
export type HitAppointment = Schemas['HitAppointmentDto'];

const timeOffKey = ['time-off'] as const;

/** Time off that can end on this date or later, by its end. */
export const timeOffQuery = (from: string) =>
  queryOptions({
    queryKey: [...timeOffKey, from] as const,
    queryFn: () => allPages((page) => call(api.GET('/api/v1/time-off', { params: { query: { ...page, from } } }))),
  });

/** Adds approved time off. @returns the appointments in this time, which stay where they are */
export async function addTimeOff(body: TimeOffFields): Promise<HitAppointment[]> {
  const { appointments } = await call(api.POST('/api/v1/time-off', { body }));
  await readAgain();
  return appointments;
}

/** Approves a request. @returns the appointments in this time, which stay where they are */
export async function approveTimeOff({ _id, version }: TimeOff): Promise<HitAppointment[]> {
  const params = { path: { id: _id }, header: { 'If-Match': `"${version}"` } };
  const body = { status: 'approved' } as const;
  const { appointments } = await call(api.PATCH('/api/v1/time-off/{id}', { params, body }));
  await readAgain();
  return appointments;
}

export async function deleteTimeOff(id: string): Promise<void> {
  await call(api.DELETE('/api/v1/time-off/{id}', { params: { path: { id } } }));
  await readAgain();
}

const readAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: timeOffKey });
