import type { CommandStartedEvent, MongoClient } from 'mongodb';
import { isSystemComment } from './company-scope.js';
import {
  companyChange,
  isId,
  isReplacement,
  isSameCompany,
  reachedCollections,
  reachingStage,
  TENANT_KEY,
} from './tenant-rules.js';

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
]);

type Doc = Record<string, unknown>;

export interface WireViolation {
  command: string;
  collection: string;
}

/**
 * Checks the commands on the wire (the driver's command monitoring): a command on a tenant collection must name one
 * company or a system reason.
 */
export class WireProbe {
  readonly violations: WireViolation[] = [];

  constructor(
    client: MongoClient,
    private readonly isTenantCollection: (name: string) => boolean,
  ) {
    client.on('commandStarted', (event) => this.inspect(event));
  }

  inspect({ commandName, command }: Pick<CommandStartedEvent, 'commandName' | 'command'>): void {
    // The counts of an explained command tell as much as the command itself.
    const [name, doc] = commandName === 'explain' ? unwrapped(command) : [commandName, command];
    if (HARMLESS.has(name) || isSystemComment(doc['comment'] ?? command['comment'])) return;
    const collection: unknown = doc[name];
    if (typeof collection === 'string' && this.isTenantCollection(collection)) {
      if (!isPinned(name, doc)) this.violations.push({ command: name, collection });
      return;
    }
    for (const reached of [...reachedCollections(doc['pipeline']), ...bulkCollections(name, doc)]) {
      if (this.isTenantCollection(reached)) this.violations.push({ command: name, collection: reached });
    }
  }
}

function isPinned(name: string, command: Doc): boolean {
  switch (name) {
    case 'find':
      return pins(command['filter']);
    case 'distinct':
    case 'count':
      return pins(command['query']);
    case 'findAndModify':
      return pins(command['query']) && keepsCompany(command['query'] as Doc, command['update']);
    case 'aggregate':
      return isPinnedPipeline(command['pipeline'] as Doc[]);
    case 'insert':
      return everyOf(command['documents'], pins);
    case 'update':
      return everyOf(
        command['updates'],
        (update) => pins(update['q']) && keepsCompany(update['q'] as Doc, update['u']),
      );
    case 'delete':
      return everyOf(command['deletes'], (deletion) => pins(deletion['q']));
    default:
      // An unknown command on a tenant collection is refused.
      return false;
  }
}

function isPinnedPipeline(pipeline: readonly Doc[]): boolean {
  return pins((pipeline[0] ?? {})['$match']) && reachingStage(pipeline) === undefined;
}

function keepsCompany(filter: Doc, update: unknown): boolean {
  if (update === undefined) return true;
  return isReplacement(update) ? isSameCompany(filter, update) : companyChange(update) === undefined;
}

function unwrapped(command: Doc): [string, Doc] {
  const inner = (command['explain'] ?? {}) as Doc;
  return [Object.keys(inner)[0] ?? 'explain', inner];
}

function bulkCollections(name: string, command: Doc): string[] {
  if (name !== 'bulkWrite' || !Array.isArray(command['nsInfo'])) return [];
  return (command['nsInfo'] as { ns: string }[]).map(({ ns }) => ns.slice(ns.indexOf('.') + 1));
}

function pins(filter: unknown): boolean {
  return isId((filter as Doc | undefined)?.[TENANT_KEY]);
}

function everyOf(items: unknown, check: (item: Doc) => boolean): boolean {
  return Array.isArray(items) && items.length > 0 && (items as Doc[]).every(check);
}
