import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { FlowRunsRepository } from '../flow-runs.repository.js';
import { FlowThreadsRepository } from '../flow-threads.repository.js';
import { DUE_PAGE, fairly } from './fair-pages.js';

export interface DueConversation {
  readonly company_id: Types.ObjectId;
  readonly conversation_id: Types.ObjectId;
}

/** Finds the conversations with work that is due, with a limit for each company. */
@Injectable()
export class DueWork {
  constructor(
    private readonly runs: FlowRunsRepository,
    private readonly threads: FlowThreadsRepository,
  ) {}

  async find(now: Date): Promise<DueConversation[]> {
    const [runs, threads] = await Promise.all([
      fairly((except) => this.runs.due(now, except, DUE_PAGE)),
      fairly((except) => this.threads.due(now, except, DUE_PAGE)),
    ]);
    return [...runs, ...threads.map(({ company_id, _id }) => ({ company_id, conversation_id: _id }))];
  }
}
