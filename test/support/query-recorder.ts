import type { INestApplication } from '@nestjs/common';
import { getConnectionToken } from '@nestjs/mongoose';
import type { CommandStartedEvent, Db, Document } from 'mongodb';
import type { Connection } from 'mongoose';

const EXPLAINABLE = ['find', 'aggregate', 'count', 'distinct', 'update', 'delete', 'findAndModify'];
/** What a session or the transport adds; an explained command may not have it. */
const NOT_EXPLAINED = [
  'lsid',
  '$db',
  '$clusterTime',
  'txnNumber',
  'writeConcern',
  'ordered',
  'comment',
  'maxTimeMS',
  'apiVersion',
];

export interface RecordedCommand {
  readonly name: string;
  readonly collection: string;
  readonly command: Document;
  /** The command without its values: commands of one shape get one plan. */
  readonly shape: string;
}

/** Keeps every command of a running product that reads or changes by a filter. */
export class QueryRecorder {
  readonly commands: RecordedCommand[] = [];

  constructor(app: INestApplication) {
    const client = app.get<Connection>(getConnectionToken()).getClient();
    client.on('commandStarted', (event: CommandStartedEvent) => this.record(event));
  }

  /** The last command of each shape; the last, since by then there is something to find. */
  shapes(): RecordedCommand[] {
    return [...new Map(this.commands.map((one) => [one.shape, one])).values()];
  }

  private record({ commandName: name, command }: CommandStartedEvent): void {
    if (!EXPLAINABLE.includes(name)) return;
    const collection = String(command[name]);
    for (const single of singleCommands(name, command)) {
      const shape = `${name} ${collection} ${JSON.stringify(shapeOf(single))}`;
      this.commands.push({ name, collection, command: single, shape });
    }
  }
}

export interface QueryPlan {
  readonly stages: readonly string[];
  /** Index entries and documents that were looked at, and what came of them. */
  readonly examined: number;
  readonly returned: number;
}

/** How the server runs a command; nothing is changed by asking. */
export async function planOf(db: Db, { command }: RecordedCommand): Promise<QueryPlan> {
  const explained = await db.command({ explain: command, verbosity: 'executionStats' });
  const [stats] = valuesAt(explained, 'executionStats') as Record<string, number>[];
  return {
    stages: valuesAt(explained, 'winningPlan').flatMap(stagesIn),
    examined: Math.max(stats?.totalKeysExamined ?? 0, stats?.totalDocsExamined ?? 0),
    returned: stats?.nReturned ?? 0,
  };
}

/** Batches can be explained one by one only. */
function singleCommands(name: string, command: Document): Document[] {
  const rest = Object.fromEntries(Object.entries(command).filter(([key]) => !NOT_EXPLAINED.includes(key)));
  const list = name === 'update' ? 'updates' : name === 'delete' ? 'deletes' : undefined;
  if (list) return (command[list] as Document[]).map((one) => ({ ...rest, [list]: [one] }));
  return [name === 'aggregate' ? { ...rest, cursor: {} } : rest];
}

/** Everything but the values; sort, hint and limits belong to the shape. */
function shapeOf(value: unknown, key = ''): unknown {
  if (['sort', 'hint', 'projection', 'multi', 'upsert'].includes(key)) return value;
  if (['u', 'update'].includes(key)) return '…';
  if (Array.isArray(value)) {
    const shapes = value.map((item) => JSON.stringify(shapeOf(item)));
    return [...new Set(shapes)].map((shape) => JSON.parse(shape) as unknown);
  }
  if (typeof value !== 'object' || value === null) return value === null ? null : typeof value;
  if ('_bsontype' in value || value instanceof Date || value instanceof RegExp) return value.constructor.name;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, shapeOf(item, name)]));
}

/** The values of a key at any depth; rejected plans lie beside the winning one and are left out. */
function valuesAt(explained: unknown, name: string): unknown[] {
  if (typeof explained !== 'object' || explained === null) return [];
  return Object.entries(explained).flatMap(([key, value]): unknown[] => {
    if (key === name) return [value];
    return key === 'command' || key === 'rejectedPlans' ? [] : valuesAt(value, name);
  });
}

function stagesIn(plan: unknown): string[] {
  if (typeof plan !== 'object' || plan === null) return [];
  return Object.entries(plan).flatMap(([key, value]) =>
    key === 'stage' && typeof value === 'string' ? [value] : stagesIn(value),
  );
}
