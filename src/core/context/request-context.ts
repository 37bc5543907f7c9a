import { randomUUID } from 'node:crypto';
import { ClsServiceManager } from 'nestjs-cls';

/** Who and what the current unit of work belongs to; part of every log line. */
export interface ContextFields {
  requestId: string;
  companyId?: string;
  userId?: string;
}

const FIELD = 'context';
const NO_REQUEST = 'none';

/** The AsyncLocalStorage-backed context (nestjs-cls) of a request, socket event, webhook or job. */
export const RequestContext = {
  /** Runs `work` in a fresh context; jobs, socket events and raw handlers enter through here. */
  run<T>(fields: Partial<ContextFields>, work: () => T): T {
    const cls = ClsServiceManager.getClsService();
    return cls.run(() => {
      cls.set(FIELD, { ...fields, requestId: fields.requestId ?? randomUUID() });
      return work();
    });
  },

  /** Undefined outside any unit of work. */
  current(): Readonly<ContextFields> | undefined {
    const cls = ClsServiceManager.getClsService();
    return cls.isActive() ? cls.get<ContextFields | undefined>(FIELD) : undefined;
  },

  requestId(): string {
    return RequestContext.current()?.requestId ?? NO_REQUEST;
  },

  /** Adds what authentication found out. */
  identify(fields: Pick<ContextFields, 'companyId' | 'userId'>): void {
    const context = RequestContext.current();
    if (context) Object.assign(context, fields);
  },
};
