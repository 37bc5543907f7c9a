import { MAX_CALLS_PER_COMPANY } from './provider-call-limits.js';

/** Conversations that one process sends the due messages of at a time. */
const MAX_CONVERSATIONS = 200;

/** Which conversations the sweep works on: no company has more of them at a time than it may have calls. */
export class SweepLimits {
  private readonly companyOf = new Map<string, string>();

  get conversations(): string[] {
    return [...this.companyOf.keys()];
  }

  /** Companies that have as many as they may have. */
  get fullCompanies(): string[] {
    const counts = Map.groupBy(this.companyOf.values(), (companyId) => companyId);
    return [...counts].filter(([, places]) => places.length >= MAX_CALLS_PER_COMPANY).map(([companyId]) => companyId);
  }

  /** False when the conversation is worked on, or there is no place for it. */
  take(conversationId: string, companyId: string): boolean {
    if (this.companyOf.has(conversationId) || this.companyOf.size >= MAX_CONVERSATIONS) return false;
    if (this.fullCompanies.includes(companyId)) return false;
    this.companyOf.set(conversationId, companyId);
    return true;
  }

  giveBack(conversationId: string): void {
    this.companyOf.delete(conversationId);
  }
}
