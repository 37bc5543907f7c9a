import { setImmediate } from 'node:timers/promises';

/** Chance that can be repeated. */
export function seeded(seed: number): () => number {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

interface Turn {
  process: number;
  /** A sleeping process gets no turn before. */
  from: number;
  go: () => void;
}

const CHANCE_OF_TIME = 0.3;
const LONGEST_STEP_MS = 600;
const LONGEST_SLEEP_MS = 30_000;
const START_MS = Date.UTC(2026, 0, 1);

/**
 * Lets coroutines run one step at a time in an order by chance, under a clock of its own. Some processes sleep for a
 * while between two steps, and one that is killed never gets another turn, as if its machine had lost power.
 */
export class Interleaver {
  now = START_MS;
  private waiting: Turn[] = [];
  private readonly killed = new Set<number>();

  constructor(
    readonly random: () => number,
    private readonly chanceOfDeath = 0,
    private readonly chanceOfSleep = 0,
  ) {}

  /** Resolves when it is this process's turn. */
  turn(process: number): Promise<void> {
    return new Promise((go) => {
      if (!this.killed.has(process)) this.waiting.push({ process, from: this.now, go });
    });
  }

  /** Runs until nobody waits for a turn; `check` is called after every step and ends the run by answering something. */
  async run(check: () => string | null): Promise<string | null> {
    await setImmediate();
    while (this.waiting.length > 0) {
      const next = this.next();
      if (this.random() < this.chanceOfDeath) this.kill(next.process);
      else if (this.random() < this.chanceOfSleep) {
        this.waiting.push({ ...next, from: this.now + this.random() * LONGEST_SLEEP_MS });
      } else next.go();
      if (this.random() < CHANCE_OF_TIME) this.now += this.random() * LONGEST_STEP_MS;
      await setImmediate();
      const found = check();
      if (found) return found;
    }
    return null;
  }

  private next(): Turn {
    this.now = Math.max(this.now, Math.min(...this.waiting.map(({ from }) => from)));
    const awake = this.waiting.filter(({ from }) => from <= this.now);
    const next = awake[Math.floor(this.random() * awake.length)] as Turn;
    this.waiting.splice(this.waiting.indexOf(next), 1);
    return next;
  }

  private kill(process: number): void {
    this.killed.add(process);
    this.waiting = this.waiting.filter((turn) => turn.process !== process);
  }
}
