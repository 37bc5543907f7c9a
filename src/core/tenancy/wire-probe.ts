import type { CommandStartedEvent, MongoClient } from 'mongodb';
import { isSystemComment } from './company-scope.js';

const TENANT_KEY = 'company_id';

/** Commands that carry no documents of a collection. */
const HARMLESS = new Set([
  'hello',
  'ping',
  'endSessions',
  'killCursors',
  'getMore',
  'create',
  'createIndexes',
  'dropIndexes',
  'listIndexes',
  'listCollections',
  'drop',
  'dropDatabase',
  'buildInfo',
  'isMaster',
  'ismaster',
  'serverStatus',
  'explain',
]);

type Doc = Record<string, unknown>;

/** A tenant command that was not pinned to a company. It names the shape only, never values. */
export interface WireViolation {
  command: string;
  collection: string;
}

/**
 * Judges the commands that really go over the wire (the driver's command monitoring): whatever path built them, a
 * command on a tenant collection must be pinned to one company or carry a system reason.
 */
export class WireProbe {
  readonly violations: WireViolation[] = [];

  constructor(
    client: MongoClient,
    private readonly isTenantCollection: (name: string) => boolean,
  ) {
    client.on('commandStarted', (event) => this.inspect(event));
  }

  /** Public for its own tests. */
  inspect({ commandName, command }: Pick<CommandStartedEvent, 'commandName' | 'command'>): void {
    if (HARMLESS.has(commandName)) return;
    const collection: unknown = command[commandName];
    if (typeof collection !== 'string' || !this.isTenantCollection(collection)) return;
    if (isSystemComment(command['comment'])) return;
    if (!isPinned(commandName, command)) this.violations.push({ command: commandName, collection });
  }
}

function isPinned(name: string, command: Doc): boolean {
  switch (name) {
    case 'find':
      return pins(command['filter']);
    case 'distinct':
    case 'count':
    case 'findAndModify':
      return pins(command['query']);
    case 'aggregate':
      return pins(((command['pipeline'] as Doc[])[0] ?? {})['$match']);
    case 'insert':
      return everyOf(command['documents'], pins);
    case 'update':
      return everyOf(command['updates'], (update) => pins(update['q']));
    case 'delete':
      return everyOf(command['deletes'], (deletion) => pins(deletion['q']));
    default:
      // An unknown command on a tenant collection fails closed.
      return false;
  }
}

/** By structure, not by class: several bson versions may be loaded. */
function pins(filter: unknown): boolean {
  const id = (filter as Doc | undefined)?.[TENANT_KEY];
  return typeof id === 'object' && id !== null && (id as Doc)['_bsontype'] === 'ObjectId';
}

function everyOf(items: unknown, check: (item: Doc) => boolean): boolean {
  return Array.isArray(items) && items.length > 0 && (items as Doc[]).every(check);
}
