import type { ImportKindName } from './import-fields.js';
import type { ImportState } from './schemas/customer-import.schema.js';

declare module '../../../core/realtime/server-event-map.js' {
  interface ServerEventMap {
    /** How far an import is; only the newest one counts. */
    'import:progress': { importId: string; state: ImportState; rows: number };
    /** An import has ended: it is `done`, `undone` or `failed`. */
    'import:completed': { seq: number; importId: string; kind: ImportKindName; state: ImportState };
  }
}

export {};
