import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { FlowRunsRepository } from '../flow-runs.repository.js';
import { FlowThreadsRepository } from '../flow-threads.repository.js';

const PAGE = 200;
/** A company with more work gets the rest of it in the next sweeps. */
export const DUE_OF_COMPANY = 50;
/** How many companies with much work one sweep passes over, to reach the others. */
const MAX_PAGES = 20;

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
      fairly((except) => this.runs.due(now, except, PAGE)),
      fairly((except) => this.threads.due(now, except, PAGE)),
    ]);
    return [...runs, ...threads.map(({ company_id, _id }) => ({ company_id, conversation_id: _id }))];
  }
}

/** Reads pages, without the companies that had too much in the pages before. */
async function fairly<T extends { readonly company_id: Types.ObjectId }>(
  read: (except: readonly Types.ObjectId[]) => Promise<T[]>,
): Promise<T[]> {
  const fair: T[] = [];
  const full: Types.ObjectId[] = [];
  for (let page = 0; page < MAX_PAGES; page++) {
    const found = await read(full);
    const groups = [...Map.groupBy(found, ({ company_id }) => company_id.toHexString()).values()];
    const isLast = found.length < PAGE;
    const large = groups.filter(({ length }) => length > DUE_OF_COMPANY);
    for (const group of isLast || large.length === 0 ? groups : large) fair.push(...group.slice(0, DUE_OF_COMPANY));
    if (isLast || large.length === 0) return fair;
    full.push(...large.flatMap(([one]) => one?.company_id ?? []));
  }
  return fair;
}
