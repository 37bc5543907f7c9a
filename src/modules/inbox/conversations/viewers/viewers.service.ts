import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { type AuthenticatedSocket, conversationRoom, RealtimeService } from '../../../../core/realtime/index.js';
import { CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { AccountsRepository } from '../../../accounts/users/index.js';
import { ConversationsService } from '../conversations.service.js';

/** Clients repeat `conversation:viewing` within this time; else they count as gone. */
export const VIEWING_LEASE_MS = 30_000;

export interface Viewer {
  userId: string;
  name: string;
  typing: boolean;
}

/** Kept with the socket, so that other processes can read it. */
interface Viewing extends Viewer {
  conversationId: string;
  /** Milliseconds since 1970. */
  until: number;
}

const viewersRoom = (conversationId: string): string => `viewers:${conversationId}`;

/** The people who look at a conversation now. Nothing is stored. */
@Injectable()
export class ViewersService {
  private readonly timers = new WeakMap<AuthenticatedSocket, NodeJS.Timeout>();

  constructor(
    private readonly conversations: ConversationsService,
    private readonly accounts: AccountsRepository,
    private readonly realtime: RealtimeService,
  ) {}

  /** A socket looks at one conversation at a time. @throws AppError NOT_FOUND */
  async show(socket: AuthenticatedSocket, id: Types.ObjectId): Promise<void> {
    const { companyId, userId } = socket.data.principal;
    const scope = CompanyScope.of(companyId);
    await this.conversations.find(scope, id);
    const conversationId = id.toHexString();
    const before = viewingOf(socket.data);
    if (before && before.conversationId !== conversationId) await this.hide(socket, before.conversationId);
    const name = before?.name ?? (await this.accounts.getById(scope, toObjectId(userId))).full_name;
    if (!socket.connected) return;
    const typing = before?.conversationId === conversationId && before.typing;
    this.put(socket, { conversationId, userId, name, typing, until: Date.now() + VIEWING_LEASE_MS });
    await socket.join(viewersRoom(conversationId));
    await this.publish(conversationId);
  }

  async hide(socket: AuthenticatedSocket, conversationId: string): Promise<void> {
    if (viewingOf(socket.data)?.conversationId !== conversationId) return;
    this.clear(socket);
    await socket.leave(viewersRoom(conversationId));
    await this.publish(conversationId);
  }

  async setTyping(socket: AuthenticatedSocket, conversationId: string, typing: boolean): Promise<void> {
    const viewing = viewingOf(socket.data);
    if (viewing?.conversationId !== conversationId || viewing.typing === typing) return;
    viewing.typing = typing;
    await this.publish(conversationId);
  }

  private put(socket: AuthenticatedSocket, viewing: Viewing): void {
    const { conversationId } = viewing;
    const isFirst = !this.timers.has(socket);
    this.clear(socket);
    socket.data.notes['viewing'] = viewing;
    this.timers.set(
      socket,
      setTimeout(() => void this.hide(socket, conversationId), VIEWING_LEASE_MS),
    );
    if (isFirst) socket.once('disconnect', () => void this.leave(socket));
  }

  private clear(socket: AuthenticatedSocket): void {
    clearTimeout(this.timers.get(socket));
    delete socket.data.notes['viewing'];
  }

  private async leave(socket: AuthenticatedSocket): Promise<void> {
    const viewing = viewingOf(socket.data);
    this.clear(socket);
    if (viewing) await this.publish(viewing.conversationId);
  }

  /** The people who look at the conversation, in all processes. */
  async viewersOf(conversationId: string): Promise<Viewer[]> {
    const viewers = new Map<string, Viewer>();
    for (const data of await this.realtime.socketsIn(viewersRoom(conversationId))) {
      const viewing = viewingOf(data);
      if (viewing?.conversationId !== conversationId || viewing.until <= Date.now()) continue;
      const { userId, name } = viewing;
      // A user may have several tabs.
      const typing = viewing.typing || (viewers.get(userId)?.typing ?? false);
      viewers.set(userId, { userId, name, typing });
    }
    return [...viewers.values()];
  }

  private async publish(conversationId: string): Promise<void> {
    const payload = { conversationId, viewers: await this.viewersOf(conversationId) };
    this.realtime.show(conversationRoom(conversationId), 'presence:update', payload);
  }
}

function viewingOf({ notes }: { notes: Record<string, unknown> }): Viewing | undefined {
  return notes['viewing'] as Viewing | undefined;
}
