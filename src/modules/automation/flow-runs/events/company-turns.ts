type Work = () => Promise<void>;

interface TurnLimits {
  readonly all: number;
  readonly perCompany: number;
}

/** Does work up to a limit at once, the companies in turn. So a company with much work delays another one by one turn only. */
export class CompanyTurns {
  /** The company whose turn is next comes first. */
  private readonly waiting = new Map<string, Work[]>();
  private readonly running = new Map<string, number>();
  private total = 0;

  constructor(private readonly limits: TurnLimits) {}

  /** @returns a promise of the end of the work */
  run(companyId: string, work: Work): Promise<void> {
    return new Promise((resolve, reject) => {
      const queue = this.waiting.get(companyId) ?? [];
      queue.push(() => work().then(resolve, reject));
      this.waiting.set(companyId, queue);
      this.startMore();
    });
  }

  private startMore(): void {
    while (this.total < this.limits.all) {
      const next = [...this.waiting].find(([id]) => this.runningOf(id) < this.limits.perCompany);
      if (!next) return;
      this.start(...next);
    }
  }

  private start(companyId: string, queue: Work[]): void {
    const [work, ...rest] = queue;
    this.waiting.delete(companyId);
    // Behind the other companies.
    if (rest.length > 0) this.waiting.set(companyId, rest);
    this.count(companyId, 1);
    void work?.().finally(() => {
      this.count(companyId, -1);
      this.startMore();
    });
  }

  private count(companyId: string, change: 1 | -1): void {
    this.total += change;
    const now = this.runningOf(companyId) + change;
    if (now > 0) this.running.set(companyId, now);
    else this.running.delete(companyId);
  }

  private runningOf(companyId: string): number {
    return this.running.get(companyId) ?? 0;
  }
}
