import { defineJob } from '../../../core/jobs/index.js';

/** Takes a deleted team off conversations. */
export const RemoveDeletedTeam = defineJob<{ companyId: string; teamId: string }>('teams.remove-deleted');
/** Finds deletions whose job was lost. */
export const SweepDeletedTeams = defineJob('teams.sweep-deleted');
