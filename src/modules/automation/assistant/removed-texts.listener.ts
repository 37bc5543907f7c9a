import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../../../core/jobs/index.js';
import { RealtimeService } from '../../../core/realtime/index.js';
import { AssistantTurnsRepository } from './assistant-turns.repository.js';
import { ForgetMessage } from './removed-texts.service.js';

/** Hears of removed messages and deleted contacts. */
@Injectable()
export class RemovedTextsListener implements OnModuleInit {
  constructor(
    private readonly realtime: RealtimeService,
    private readonly jobs: Jobs,
    private readonly turns: AssistantTurnsRepository,
  ) {}

  onModuleInit(): void {
    this.realtime.addCopies({
      // In a job, because the caller may hold locks that the turn waits for.
      forgetMessage: (scope, id) =>
        this.jobs.enqueue(ForgetMessage, { companyId: scope.id, messageId: id.toHexString() }),
      forgetContact: (scope, id) => this.turns.ofContacts.remove(scope, id),
    });
  }
}
