import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { allPages } from '#web/lib/api/all-pages.ts';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';

export type ReminderRule = Schemas['ReminderRuleDto'];
export type RuleFields = Schemas['CreateReminderRuleDto'];
export type ReminderKind = ReminderRule['kind'];
export type ReminderChannel = ReminderRule['channels'][number];
export type Reminder = Schemas['ReminderDto'];
export type PreviewInput = Schemas['PreviewReminderDto'];

/** Reminders are sent in the background, and no event tells of them. */
const READ_AGAIN_MS = 30_000;
const LOG_PAGE = 25;
/** The next appointment stays the same for a while. */
const PREVIEW_FRESH_MS = 60_000;

export const rulesQuery = queryOptions({
  queryKey: ['reminder-rules'] as const,
  queryFn: () => allPages((query) => call(api.GET('/api/v1/reminder-rules', { params: { query } }))),
});

/** Proposals with texts in every language. */
export const readyRulesQuery = queryOptions({
  queryKey: ['reminder-rules-ready'] as const,
  staleTime: Infinity,
  queryFn: async (): Promise<RuleFields[]> => (await call(api.GET('/api/v1/reminder-rules/ready'))).items,
});

/** What a customer would get of a rule that is being written. */
export const previewQuery = (body: PreviewInput) =>
  queryOptions({
    queryKey: ['reminder-preview', body] as const,
    staleTime: PREVIEW_FRESH_MS,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: () => call(api.POST('/api/v1/reminder-rules/preview', { body })),
  });

export interface LogFilter {
  state?: Reminder['state'];
  rule_id?: string;
  contact_id?: string;
}

/** What rules have sent and skipped, the newest first. */
export const reminderLogQuery = (filter: LogFilter) =>
  infiniteQueryOptions({
    queryKey: ['reminders', filter] as const,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => {
      const page = pageParam === null ? {} : { cursor: pageParam };
      return call(api.GET('/api/v1/reminders', { params: { query: { limit: LOG_PAGE, ...filter, ...page } } }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: READ_AGAIN_MS,
  });

/** What rules have sent about an appointment, the newest first. */
export const remindersOfQuery = (appointmentId: string) =>
  queryOptions({
    queryKey: ['reminders', 'of', appointmentId] as const,
    staleTime: 0,
    refetchInterval: READ_AGAIN_MS,
    queryFn: async (): Promise<Reminder[]> =>
      (await call(api.GET('/api/v1/reminders', { params: { query: { appointment_id: appointmentId } } }))).items,
  });

export async function addRule(body: RuleFields): Promise<void> {
  await call(api.POST('/api/v1/reminder-rules', { body })).finally(readAgain);
}

/** Changes a rule; refused if a colleague has changed it since it was read. */
export async function changeRule(
  { _id, version }: ReminderRule,
  body: Schemas['UpdateReminderRuleDto'],
): Promise<void> {
  const params = { path: { id: _id }, header: { 'If-Match': `"${version}"` } };
  await call(api.PATCH('/api/v1/reminder-rules/{id}', { params, body })).finally(readAgain);
}

export async function deleteRule(id: string): Promise<void> {
  await call(api.DELETE('/api/v1/reminder-rules/{id}', { params: { path: { id } } })).finally(readAgain);
}

const readAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: rulesQuery.queryKey });
