import { Types } from 'mongoose';
import { CompanyScope } from '../../src/core/tenancy/index.js';
import { ReplaysRepository } from '../../src/modules/automation/assistant/replay/replays.repository.js';
import type { Inbox } from './inbox.js';

/** A replay without turns, so that it needs no model. */
export async function endedReplay({ app }: Inbox, companyId: string, promptId: string): Promise<string> {
  const replays = app.app.get(ReplaysRepository, { strict: false });
  const replay = { prompt_id: new Types.ObjectId(promptId), prompt_text: 'Be kind.', turn_ids: [] };
  return String((await replays.begin(CompanyScope.of(companyId), replay))?._id);
}
