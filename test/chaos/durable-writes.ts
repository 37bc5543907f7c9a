/**
 * Do acknowledged writes survive the death of the database? Many writers insert documents while the database is killed
 * again and again; afterwards every document whose insert was acknowledged must be there.
 */
import { MongoClient, MongoNetworkError, MongoServerSelectionError, type Collection, type WriteConcern } from 'mongodb';

export interface DurabilityPlan {
  uri: string;
  writeConcern: WriteConcern;
  /** Acknowledged writes to reach, at least. */
  writes: number;
  /** How often the database is killed, spread evenly over the writes; the last time right after the last write. */
  kills: number;
  /** Inserts under way at any time. */
  writers: number;
  /** Kills the database; resolves when it serves again. */
  kill: () => Promise<void>;
  /** Milliseconds after which the run is given up. */
  timeoutMs: number;
}

export interface DurabilityResult {
  acknowledged: number;
  /** Inserts that ended with an error; such a document may be there or not. */
  unacknowledged: number;
  kills: number;
  /** Ids of acknowledged documents that are not there. */
  lost: string[];
  /** From the first write to the last kill. */
  seconds: number;
}

/** The result as one row of a table in Markdown. */
export function durabilityRow({ acknowledged, kills, lost, seconds }: DurabilityResult): string {
  const rate = Math.round(acknowledged / seconds);
  return `| acknowledged writes over SIGKILLs | ${acknowledged} writes | ${kills} kills | ${lost.length} lost | ${rate}/s |`;
}

/** Runs the plan in a collection of its own, which it drops at the end. */
export async function runDurability(plan: DurabilityPlan): Promise<DurabilityResult> {
  const client = new MongoClient(plan.uri, { maxPoolSize: plan.writers, writeConcern: plan.writeConcern });
  try {
    const collection = client.db('durability').collection<{ _id: string }>('writes');
    const started = performance.now();
    const written = await writeWhileKilling(collection, plan);
    const seconds = (performance.now() - started) / 1000;
    const found = new Set<string>();
    for await (const { _id } of collection.find({}, { projection: { _id: 1 } })) found.add(_id);
    await collection.drop();
    const lost = written.acknowledged.filter((id) => !found.has(id));
    return { ...written, acknowledged: written.acknowledged.length, lost, seconds };
  } finally {
    await client.close();
  }
}

interface Written {
  acknowledged: string[];
  unacknowledged: number;
  kills: number;
}

async function writeWhileKilling(collection: Collection<{ _id: string }>, plan: DurabilityPlan): Promise<Written> {
  const written: Written = { acknowledged: [], unacknowledged: 0, kills: 0 };
  const deadline = Date.now() + plan.timeoutMs;
  let killing: Promise<void> | undefined;

  const killWhenDue = (): void => {
    const due = Math.floor((written.acknowledged.length * plan.kills) / plan.writes);
    if (killing || written.kills >= Math.min(due, plan.kills)) return;
    written.kills += 1;
    killing = plan.kill().finally(() => (killing = undefined));
    // A failure is thrown to the writers below; this only keeps it from counting as unhandled until then.
    killing.catch(() => undefined);
  };
  const isDone = (): boolean => written.acknowledged.length >= plan.writes && written.kills >= plan.kills;
  const write = async (writer: number): Promise<void> => {
    for (let turn = 0; !isDone(); turn += 1) {
      if (Date.now() > deadline)
        throw new Error(`not done in ${plan.timeoutMs} ms: ${JSON.stringify(counts(written))}`);
      const id = `${writer}-${turn}`;
      try {
        await collection.insertOne({ _id: id });
        written.acknowledged.push(id);
        killWhenDue();
      } catch (error) {
        if (!isLostConnection(error)) throw error;
        written.unacknowledged += 1;
        await killing;
      }
    }
    await killing;
  };
  await Promise.all(Array.from({ length: plan.writers }, (_, writer) => write(writer)));
  return written;
}

function counts(written: Written): object {
  return { ...written, acknowledged: written.acknowledged.length };
}

function isLostConnection(error: unknown): boolean {
  if (error instanceof MongoNetworkError || error instanceof MongoServerSelectionError) return true;
  // A write into a socket that has just died comes out of the driver as the system's own error.
  return ['EPIPE', 'ECONNRESET'].includes((error as NodeJS.ErrnoException).code ?? '');
}
