import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import {
  Body,
  type CallHandler,
  Controller,
  type ExecutionContext,
  Global,
  Logger,
  Module,
  type NestInterceptor,
  Post,
} from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ThrottlerModule } from '@nestjs/throttler';
import { IsInt } from 'class-validator';
import type { Response } from 'express';
import { ClsModule } from 'nestjs-cls';
import request from 'supertest';
import {
  AccessTokenService,
  ApiKeyGate,
  Allow,
  AuthenticateGuard,
  AuthGuardsModule,
  AuthorizeGuard,
  CurrentCompany,
  CurrentUser,
  type Principal,
  type Role,
  SessionGate,
} from '../../auth-guards/index.js';
import { AppConfig, ConfigModule } from '../../config/index.js';
import { RequestContext } from '../../context/index.js';
import { AppError } from '../../errors/index.js';
import { MetricsModule } from '../../metrics/index.js';
import { CompanyScope } from '../../tenancy/index.js';
import { configureHttp } from '../configure-app.js';
import { rateLimitOptions } from '../ordinary-limit.js';
import { RateLimitGuard } from '../rate-limit.guard.js';
import { mountHotRoute } from './hot-route.js';

const LIMIT = 5;
const PATH = '/api/v1/numbers';
const COMPANY = '0123456789abcdef01234567';
const WAY = 'x-way';
const ended = new Set<string>();

class NumberDto {
  @IsInt()
  value!: number;
}

/** Marks what came through the pipeline. */
class WayInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): ReturnType<CallHandler['handle']> {
    context.switchToHttp().getResponse<Response>().setHeader(WAY, 'pipeline');
    return next.handle();
  }
}

@Controller('numbers')
class NumbersController {
  @Post()
  @Allow('channels:manage')
  create(@CurrentCompany() scope: CompanyScope, @CurrentUser() { userId }: Principal, @Body() { value }: NumberDto) {
    if (value < 0) throw AppError.conflict('NEGATIVE', 'Below zero');
    return Promise.resolve({
      value,
      company: scope.id,
      userId,
      context: { ...RequestContext.current(), requestId: '' },
    });
  }
}

@Global()
@Module({
  providers: [
    { provide: SessionGate, useValue: { isLive: (id: string) => Promise.resolve(!ended.has(id)) } },
    { provide: ApiKeyGate, useValue: {} },
  ],
  exports: [SessionGate, ApiKeyGate],
})
class SessionsModule {}

function rootModule(config: AppConfig): new () => object {
  @Module({
    imports: [
      ConfigModule.forRoot(config),
      ClsModule.forRoot({ global: true }),
      ThrottlerModule.forRoot(rateLimitOptions(config)),
      SessionsModule,
      AuthGuardsModule,
      MetricsModule,
    ],
    controllers: [NumbersController],
    providers: [
      { provide: APP_GUARD, useClass: AuthenticateGuard },
      { provide: APP_GUARD, useClass: RateLimitGuard },
      { provide: APP_GUARD, useClass: AuthorizeGuard },
      { provide: APP_INTERCEPTOR, useClass: WayInterceptor },
    ],
  })
  class Root {}
  return Root;
}

describe('a hot route', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'petbuddy-test-'));
  const config = AppConfig.load({
    NODE_ENV: 'test',
    DATA_DIR: dataDir,
    RATE_LIMIT_PER_MINUTE: String(LIMIT),
    ACCESS_LOG: 'off',
  });
  let app: NestExpressApplication;
  let users = 0;

  beforeAll(async () => {
    app = await NestFactory.create<NestExpressApplication>(rootModule(config), { bodyParser: false, logger: false });
    configureHttp(app);
    mountHotRoute(app, {
      path: PATH,
      controller: NumbersController,
      handler: 'create',
      body: NumberDto,
      call: (numbers, { scope, principal, body }) => numbers.create(scope, principal, body),
    });
    await app.listen(0, '127.0.0.1');
  });
  afterAll(async () => {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** Somebody who has not called yet. */
  const somebody = (role: Role = 'owner'): Principal => {
    users++;
    return { userId: `user-${users}`, companyId: COMPANY, role, sessionId: `session-${users}` };
  };
  const tokenOf = (principal: Principal): string => app.get(AccessTokenService).issue(principal).accessToken;
  const post = (body: object, headers: Record<string, string>): request.Test =>
    request(app.getHttpServer()).post(PATH).set(headers).send(body);
  const by = (principal: Principal, scheme = 'Bearer'): Record<string, string> => ({
    authorization: `${scheme} ${tokenOf(principal)}`,
  });
  /** The header makes the pipeline answer; nothing else in it knows keys here. */
  const viaPipeline = { 'idempotency-key': 'some-key' };

  it('answers an ordinary request as the pipeline does, without it', async () => {
    const [ana, bia] = [somebody(), somebody()];
    const hot = await post({ value: 1 }, by(ana)).expect(201);
    const nest = await post({ value: 1 }, { ...by(bia), ...viaPipeline }).expect(201);
    expect([hot.headers[WAY], nest.headers[WAY]]).toEqual([undefined, 'pipeline']);
    const expected = { value: 1, company: COMPANY, context: { companyId: COMPANY, requestId: '' } };
    expect(hot.body).toMatchObject({ ...expected, userId: ana.userId, context: { userId: ana.userId } });
    expect(hot.text.replaceAll(ana.userId, bia.userId)).toBe(nest.text);
    const comparable = ({ headers }: request.Response): object => {
      const { [WAY]: _way, date: _date, 'x-request-id': _id, ...rest } = headers as Record<string, string>;
      return rest;
    };
    expect(comparable(hot)).toEqual(comparable(nest));
    expect(hot.headers['x-ratelimit-remaining']).toBe(String(LIMIT - 1));
  });

  it('writes no access log where that is off', async () => {
    const log = jest.spyOn(Logger.prototype, 'log');
    await post({ value: 1 }, by(somebody())).expect(201);
    expect(log).not.toHaveBeenCalled();
    log.mockRestore();
  });

  it('tells of a refusal by the handler as the pipeline does', async () => {
    const hot = await post({ value: -1 }, by(somebody())).expect(409);
    const nest = await post({ value: -1 }, { ...by(somebody()), ...viaPipeline }).expect(409);
    expect(hot.headers[WAY]).toBeUndefined();
    expect({ ...hot.body, requestId: '' }).toEqual({ ...nest.body, requestId: '' });
    expect(hot.body.requestId).toBe(hot.headers['x-request-id']);
  });

  it.each([
    ['a body that is not right', { value: 'one' }, 400, 'VALIDATION_ERROR'],
    ['an unknown field', { value: 1, more: 1 }, 400, 'VALIDATION_ERROR'],
    ['a query operator', { value: { $gt: 0 } }, 400, 'VALIDATION_ERROR'],
  ])('leaves %s to the pipeline', async (_what, body, status, code) => {
    const { body: answer } = await post(body, by(somebody())).expect(status);
    expect(answer.code).toBe(code);
  });

  it('leaves a stranger, a forged and an ended log-in to the pipeline', async () => {
    await post({ value: 1 }, {}).expect(401);
    await post({ value: 1 }, { authorization: `${by(somebody()).authorization}x` }).expect(401);
    const lowerCase = await post({ value: 1 }, by(somebody(), 'bearer')).expect(201);
    expect(lowerCase.headers[WAY]).toBeUndefined();

    const ana = somebody();
    const headers = by(ana);
    await post({ value: 1 }, headers).expect(201);
    ended.add(ana.sessionId);
    const { body } = await post({ value: 1 }, headers).expect(401);
    expect(body.code).toBe('INVALID_TOKEN');
  });

  it('refuses a token that has run out although it was good before', async () => {
    const ana = somebody();
    const inTheFuture = Date.now() + config.accessTokenTtlSeconds * 1_000;
    const headers = by(ana);
    await post({ value: 1 }, headers).expect(201);
    const realNow = Date.now;
    try {
      Date.now = () => inTheFuture;
      const { body } = await post({ value: 1 }, headers).expect(401);
      expect(body.code).toBe('TOKEN_EXPIRED');
    } finally {
      Date.now = realNow;
    }
  });

  it('refuses a role that may not', async () => {
    const { body } = await post({ value: 1 }, by(somebody('staff'))).expect(403);
    expect(body.code).toBe('FORBIDDEN');
  });

  it('counts each request once, whichever way it takes, and refuses like the guard', async () => {
    const headers = by(somebody());
    const remaining: unknown[] = [];
    for (const more of [{}, viaPipeline, {}, viaPipeline, {}]) {
      const answer = await post({ value: 1 }, { ...headers, ...more }).expect(201);
      remaining.push(answer.headers['x-ratelimit-remaining']);
    }
    expect(remaining).toEqual(['4', '3', '2', '1', '0']);
    const answers = [await post({ value: 1 }, headers), await post({ value: 1 }, { ...headers, ...viaPipeline })];
    for (const { status, body, headers: told } of answers) {
      expect([status, body.code]).toEqual([429, 'RATE_LIMITED']);
      expect(Number(told['retry-after'])).toBeGreaterThan(0);
    }
  });
});
