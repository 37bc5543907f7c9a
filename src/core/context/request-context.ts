import { randomUUID } from 'node:crypto';
import { ClsServiceManager } from 'nestjs-cls';

export interface ContextFields {
  requestId: string;
  companyId?: string;
  userId?: string;
}

const FIELD = 'context';
const STARTED_AT = 'startedAt';
const NO_REQUEST = 'none';

export const RequestContext = {
  run<T>(fields: Partial<ContextFields>, work: () => T): T {
    const cls = ClsServiceManager.getClsService();
    return cls.run(() => {
      cls.set(FIELD, { ...fields, requestId: fields.requestId ?? randomUUID() });
      cls.set(STARTED_AT, performance.now());
      return work();
    });
  },

  current(): Readonly<ContextFields> | undefined {
    const cls = ClsServiceManager.getClsService();
    return cls.isActive() ? cls.get<ContextFields | undefined>(FIELD) : undefined;
  },

  requestId(): string {
    return RequestContext.current()?.requestId ?? NO_REQUEST;
  },

  elapsedMs(): number | undefined {
    const cls = ClsServiceManager.getClsService();
    const startedAt = cls.isActive() ? cls.get<number | undefined>(STARTED_AT) : undefined;
    return startedAt === undefined ? undefined : performance.now() - startedAt;
  },

  identify(fields: Pick<ContextFields, 'companyId' | 'userId'>): void {
    const context = RequestContext.current();
    if (context) Object.assign(context, fields);
  },
};
