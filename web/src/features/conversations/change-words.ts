import i18next from 'i18next';
import { usersQuery } from '#web/features/users/users-queries.ts';
import type { Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { timeSettings, weekdayTime } from '#web/lib/time/company-time.ts';

type Change = Schemas['UpdateConversationDto'];
type BulkAction = Schemas['BulkActionDto'];

/** Says what was changed in a customer's conversation, as "Ana Souza assigned to Bruno Reis". */
export async function changeWords(change: Change, name: string): Promise<string> {
  const { assignee_id, automation, labels, priority } = change;
  const subject = { who: i18next.t('changes:conversation', { name }), count: 1 };
  if (labels) return i18next.t('changes:labels', { name });
  if (automation) return i18next.t(`changes:automation.${automation}`, { name });
  if (priority) return i18next.t('changes:priority', { name, priority: i18next.t(`inbox:priority.${priority}`) });
  return assignee_id === undefined ? statusWords(change, subject) : assignWords(assignee_id, subject);
}

/** Says what was changed in several conversations, as "3 conversations resolved". */
export async function bulkWords(action: BulkAction, count: number): Promise<string> {
  const { assigned_to, add_label, remove_label, read } = action;
  const subject = { who: i18next.t('changes:conversations', { count }), count };
  if (add_label !== undefined) return i18next.t('changes:labelled', { ...subject, label: add_label });
  if (remove_label !== undefined) return i18next.t('changes:unlabelled', { ...subject, label: remove_label });
  if (read !== undefined) return i18next.t(read ? 'changes:read' : 'changes:unread', subject);
  return assigned_to === undefined ? statusWords(action, subject) : assignWords(assigned_to, subject);
}

/** The customer, or how many conversations; Portuguese has a plural of "resolved". */
interface Subject {
  who: string;
  count: number;
}

function statusWords({ status, snoozed_until: until }: Change, subject: Subject): string {
  if (status === 'snoozed' && until) {
    return i18next.t('changes:snoozed', { ...subject, time: weekdayTime(until, timeSettings.get()) });
  }
  return i18next.t(status === 'resolved' ? 'changes:resolved' : 'changes:reopened', { ...subject });
}

/** Names the colleague, also where the list of colleagues is still on its way; a list that cannot be read names nobody. */
async function assignWords(id: string | null, subject: Subject): Promise<string> {
  const users = id === null ? [] : await queryClient.ensureQueryData(usersQuery).catch(() => []);
  const user = users.find(({ _id }) => _id === id);
  if (!user) return i18next.t(id === null ? 'changes:freed' : 'changes:assignedElse', { ...subject });
  return i18next.t('changes:assigned', { ...subject, assignee: user.full_name });
}
