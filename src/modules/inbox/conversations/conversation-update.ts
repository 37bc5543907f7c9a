import { toObjectId } from '../../../core/tenancy/index.js';
import type { UpdateConversationDto } from './dto/conversation.dto.js';

/** Filter for a conversation that has no assignee, or already the wanted one. With `force` every one matches. */
export function claimCondition({ assignee_id, force }: UpdateConversationDto): Record<string, unknown> {
  if (!assignee_id || force) return {};
  return { $or: [{ assignee_id: null }, { assignee_id: toObjectId(assignee_id) }] };
}

/** The expression of an update pipeline that gives the conversation a new version. */
export const NEXT_REVISION = { $add: [{ $ifNull: ['$revision', 0] }, 1] };

/** A pipeline, because the owner's epoch and the episode depend on the stored values. */
export function toUpdate(patch: UpdateConversationDto, actorId: string): Record<string, unknown>[] {
  const { status, snoozed_until, assignee_id, team_id, labels, priority, automation } = patch;
  const set: Record<string, unknown> = { updated_at: '$$NOW', revision: NEXT_REVISION };
  if (status) set['status'] = status;
  if (status) set['snoozed_until'] = status === 'snoozed' && snoozed_until ? new Date(snoozed_until) : null;
  if (status === 'resolved') {
    set['waiting_since'] = null;
    set['closed_epoch'] = { $add: ['$owner.epoch', 1] };
  }
  if (status === 'open') {
    set['episode'] = { $cond: [{ $eq: ['$status', 'resolved'] }, { $add: ['$episode', 1] }, '$episode'] };
  }
  if (assignee_id !== undefined) set['assignee_id'] = assignee_id === null ? null : toObjectId(assignee_id);
  // Assignment to a team removes the assignee. Assignment to a user keeps the team.
  if (team_id !== undefined) set['team_id'] = team_id === null ? null : toObjectId(team_id);
  if (team_id && assignee_id === undefined) set['assignee_id'] = null;
  if (labels) set['labels'] = { $literal: [...new Set(labels)] };
  if (priority) set['priority'] = priority;
  if (automation) set['automation'] = automation;
  // The next message begins a new topic, so flows may answer it.
  if (automation === 'on' || (status === 'resolved' && automation !== 'off')) set['owner'] = nextOwner('none', null);
  else if (assignee_id || automation === 'off') set['owner'] = nextOwner('human', assignee_id ?? actorId);
  return [{ $set: set }];
}

/** The expression of an update pipeline that counts as an act of a person. */
export function nextOwner(kind: string, id: string | null): Record<string, unknown> {
  return { kind, id, epoch: { $add: ['$owner.epoch', 1] }, since: '$$NOW' };
}
