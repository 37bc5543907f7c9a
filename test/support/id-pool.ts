import type { Answer } from './http-client.js';
import type { Harvest } from './two-companies.js';
import { resourceOf } from './field-resources.js';

const KEPT_OF_A_KIND = 40;
const NOBODY = 'ffffffffffffffffffffffff';

/** Ids of documents that exist, or did until lately: what a run makes, it may use in later requests. */
export class IdPool {
  private readonly ids = new Map<string, string[]>();

  constructor(harvest: Harvest) {
    for (const [kind, id] of Object.entries(harvest)) this.ids.set(kind, [id]);
  }

  /** @param name a resource, a parameter or a field */
  pick(name: string, index: number): string {
    const known = this.ids.get(resourceOf(name)) ?? [...this.ids.values()].flat();
    return known[index % (known.length + 1)] ?? NOBODY;
  }

  /** Learns what an answer says was made. */
  learn(path: string, { status, text }: Answer): void {
    if (status !== 201) return;
    const body = JSON.parse(text) as { _id?: string; messageData?: { _id: string; conversation_id: string } };
    const kind = path.split('?')[0]?.split('/').at(-1) ?? '';
    if (body._id) this.add(kind, body._id);
    if (body.messageData) {
      this.add('messages', body.messageData._id);
      this.add('conversations', body.messageData.conversation_id);
    }
  }

  private add(kind: string, id: string): void {
    const known = this.ids.get(kind) ?? [];
    this.ids.set(kind, [...known.filter((one) => one !== id), id].slice(-KEPT_OF_A_KIND));
  }
}
