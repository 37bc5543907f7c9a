import type { LabelDto } from './dto/label.dto.js';

declare module '../../../core/realtime/server-event-map.js' {
  interface ServerEventMap {
    /** Conversations that carry `formerName` carry the new name, or none if it was deleted. */
    'label:changed': { seq: number; label: LabelDto; formerName: string | null; deleted: boolean };
  }
}
