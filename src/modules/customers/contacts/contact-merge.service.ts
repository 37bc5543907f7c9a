import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Types } from 'mongoose';
import { crashPoint } from '../../../core/crash-points/index.js';
import { AppError } from '../../../core/errors/index.js';
import { EventBus } from '../../../core/events/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { ContactParticipantRegistry } from './contact-participant-registry.js';
import { ContactMergesRepository } from './contact-merges.repository.js';
import { contactMerged, mergeInProgress, mergeNotUndoable } from './contacts.errors.js';
import { ContactsRepository } from './contacts.repository.js';
import { IdentitiesRepository } from './identities.repository.js';
import { applyMerge, planMerge, undoMerge } from './merge-fields.js';
import { isPictureOf } from './picture-key.js';
import type { Contact } from './schemas/contact.schema.js';
import type { ContactMerge, MergeState } from './schemas/contact-merge.schema.js';

const UNDO_DAYS = 30;
const DAY_MS = 86_400_000;
const SWEEP_INTERVAL_MS = 30_000;
/** The sweep continues a merge that has not moved on for this long. */
const STALLED_AFTER_MS = 60_000;
/** By then, no request that read the merged contact before the merge still writes to it. */
const SETTLE_AFTER_MS = 60_000;

/**
 * Merge and undo without transactions. The merge document is the intent and reserves the contacts; every later step
 * can be repeated by a request or the sweep.
 */
@Injectable()
export class ContactMergeService {
  private readonly logger = new Logger(ContactMergeService.name);

  constructor(
    private readonly merges: ContactMergesRepository,
    private readonly contacts: ContactsRepository,
    private readonly identities: IdentitiesRepository,
    private readonly participants: ContactParticipantRegistry,
    private readonly events: EventBus,
  ) {}

  /**
   * Moves everything of `mergedId` to `survivorId`. A repeated call returns the same answer.
   * @throws AppError NOT_FOUND | VALIDATION_ERROR | CONTACT_MERGED | MERGE_IN_PROGRESS
   */
  async merge(
    scope: CompanyScope,
    survivorId: Types.ObjectId,
    mergedId: Types.ObjectId,
  ): Promise<{ contact: Contact; merge: ContactMerge }> {
    if (survivorId.equals(mergedId)) {
      throw AppError.validation([
        { field: 'contact_id', message: 'contact_id must be a contact other than the one in the path' },
      ]);
    }
    const [survivor, merged] = await Promise.all([
      this.contacts.getById(scope, survivorId),
      this.contacts.getById(scope, mergedId),
    ]);
    if (survivor.merged_into) throw contactMerged(survivor.merged_into);
    if (merged.merged_into && !merged.merged_into.equals(survivorId)) throw contactMerged(merged.merged_into);
    const earlier = merged.merged_into ? await this.merges.findDone(scope, survivorId, mergedId) : null;
    const merge = earlier ?? (await this.run(scope, await this.intend(scope, survivorId, mergedId)));
    if (merge.state === 'refused') throw mergeInProgress();
    return { contact: await this.contacts.getById(scope, survivorId), merge };
  }

  /** Later changes of the survivor stay with it. @throws AppError NOT_FOUND | MERGE_NOT_UNDOABLE | MERGE_IN_PROGRESS */
  async undo(scope: CompanyScope, mergeId: Types.ObjectId): Promise<{ contact: Contact; merge: ContactMerge }> {
    const merge = await this.merges.getById(scope, mergeId);
    if (merge.state === 'done' && merge.undo_until < new Date())
      throw mergeNotUndoable(`a merge can be undone for ${UNDO_DAYS} days; change the contacts by hand`);
    const undoing = await this.merges.advance(scope, merge, 'done', { state: 'undoing', due_at: stalledAt() });
    if (!undoing && merge.state !== 'undone')
      throw mergeNotUndoable('it is still running or is being undone; try again in a minute');
    const result = undoing ? await this.run(scope, undoing) : merge;
    if (result.state !== 'undone') throw await this.whyNotUndone(scope, merge);
    return { contact: await this.contacts.getById(scope, merge.merged_id), merge: result };
  }

  /**
   * Continues merges after a crash and moves documents that were written during the move. Any number of processes
   * may run it.
   */
  @Interval(SWEEP_INTERVAL_MS)
  async sweep(): Promise<void> {
    for (const merge of await this.merges.findDue()) {
      try {
        await this.run(CompanyScope.of(merge.company_id), merge);
      } catch (error) {
        this.logger.error(`merge ${merge._id.toHexString()} could not be finished`, error);
      }
    }
  }

  private intend(scope: CompanyScope, survivor_id: Types.ObjectId, merged_id: Types.ObjectId): Promise<ContactMerge> {
    const undo_until = new Date(Date.now() + UNDO_DAYS * DAY_MS);
    return this.merges.insert(scope, { survivor_id, merged_id, undo_until, due_at: stalledAt() });
  }

  /** Runs the merge to its next resting state. */
  private async run(scope: CompanyScope, merge: ContactMerge): Promise<ContactMerge> {
    const step = this.steps[merge.state];
    if (!step) return merge;
    if (merge.state === 'claiming') crashPoint('merge.intended');
    const next = await step(scope, merge);
    // Null: another runner was faster, and its state counts.
    const current = next ?? (await this.merges.getById(scope, merge._id));
    return current.state === merge.state ? current : this.run(scope, current);
  }

  private readonly steps: Partial<
    Record<MergeState, (scope: CompanyScope, merge: ContactMerge) => Promise<ContactMerge | null>>
  > = {
    claiming: (scope, merge) => this.claim(scope, merge),
    moving: (scope, merge) => this.move(scope, merge),
    done: (scope, merge) => this.beginSettling(scope, merge),
    settling: (scope, merge) => this.settle(scope, merge),
    undoing: (scope, merge) => this.moveBack(scope, merge),
  };

  private async claim(scope: CompanyScope, merge: ContactMerge): Promise<ContactMerge | null> {
    const ids = [merge.survivor_id, merge.merged_id];
    // In the order of the ids, so that one of two competing merges gets both contacts.
    ids.sort((a, b) => a.toHexString().localeCompare(b.toHexString()));
    for (const id of ids) {
      if (await this.contacts.claim(scope, id, merge._id)) continue;
      await this.contacts.release(scope, ids, merge._id);
      return this.merges.advance(scope, merge, 'claiming', { state: 'refused', due_at: null });
    }
    const [survivor, merged] = await Promise.all([
      this.contacts.getById(scope, merge.survivor_id),
      this.contacts.getById(scope, merge.merged_id),
    ]);
    const changes = planMerge(survivor, merged);
    crashPoint('merge.claimed');
    return this.merges.advance(scope, merge, 'claiming', { ...changes, state: 'moving', due_at: stalledAt() });
  }

  private async move(scope: CompanyScope, merge: ContactMerge): Promise<ContactMerge | null> {
    const { _id, survivor_id, merged_id } = merge;
    // From here on, new messages go to the survivor.
    await this.contacts.markMerged(scope, merged_id, survivor_id, _id);
    crashPoint('merge.marked');
    await this.moveAll(scope, merge);
    crashPoint('merge.moved');
    await this.contacts.change(scope, survivor_id, (survivor) =>
      _id.equals(survivor.merging) ? { ...applyMerge(survivor, merge), merging: null } : {},
    );
    crashPoint('merge.applied');
    await this.contacts.release(scope, [merged_id], _id);
    const done = await this.merges.advance(scope, merge, 'moving', { state: 'done', due_at: settleAt() });
    if (done) this.events.emit('contact.merged', eventOf(scope, merge));
    return done;
  }

  private async beginSettling(scope: CompanyScope, merge: ContactMerge): Promise<ContactMerge | null> {
    if (!merge.due_at || merge.due_at > new Date()) return merge;
    return this.merges.advance(scope, merge, 'done', { state: 'settling', due_at: stalledAt() });
  }

  private async settle(scope: CompanyScope, merge: ContactMerge): Promise<ContactMerge | null> {
    await this.moveAll(scope, merge);
    return this.merges.advance(scope, merge, 'settling', { state: 'done', due_at: null });
  }

  private async moveBack(scope: CompanyScope, merge: ContactMerge): Promise<ContactMerge | null> {
    const { _id, survivor_id, merged_id } = merge;
    if (!(await this.contacts.claim(scope, survivor_id, _id))) {
      return this.merges.advance(scope, merge, 'undoing', { state: 'done', due_at: settleAt() });
    }
    // First, so that nothing follows the old mark back to the survivor.
    await this.contacts.unmarkMerged(scope, merged_id, survivor_id);
    await this.identities.ofContacts.undo(scope, merged_id, survivor_id, _id);
    await this.participants.undo(scope, merged_id, survivor_id, _id);
    const returned = await this.identities.ofContact(scope, merged_id);
    await this.contacts.change(scope, survivor_id, (survivor) => {
      if (!_id.equals(survivor.merging)) return {};
      const isForeign = returned.some((identity) => isPictureOf(scope, identity._id, survivor.avatar_key));
      return { ...undoMerge(survivor, merge), ...(isForeign ? { avatar_key: null } : {}), merging: null };
    });
    const undone = await this.merges.advance(scope, merge, 'undoing', { state: 'undone', due_at: null });
    if (undone) this.events.emit('contact.unmerged', eventOf(scope, merge));
    return undone;
  }

  private async moveAll(scope: CompanyScope, { _id, survivor_id, merged_id }: ContactMerge): Promise<void> {
    await this.identities.ofContacts.move(scope, merged_id, survivor_id, _id);
    await this.participants.move(scope, merged_id, survivor_id, _id);
  }

  private async whyNotUndone(scope: CompanyScope, merge: ContactMerge): Promise<AppError> {
    const survivor = await this.contacts.findById(scope, merge.survivor_id);
    if (!survivor) return mergeNotUndoable('the contact was deleted; create a new one');
    return survivor.merged_into
      ? mergeNotUndoable('the contact was merged again later; undo that merge first')
      : mergeInProgress();
  }
}

function stalledAt(): Date {
  return new Date(Date.now() + STALLED_AFTER_MS);
}

function settleAt(): Date {
  return new Date(Date.now() + SETTLE_AFTER_MS);
}

function eventOf(
  scope: CompanyScope,
  { survivor_id, merged_id }: ContactMerge,
): { companyId: string; survivorId: string; mergedId: string } {
  return { companyId: scope.id, survivorId: survivor_id.toHexString(), mergedId: merged_id.toHexString() };
}
