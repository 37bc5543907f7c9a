import { Controller, Header, HttpCode, Post, type Type, UseGuards, UseInterceptors, UsePipes } from '@nestjs/common';
import { SkipThrottle } from '@nestjs/throttler';
import { Allow, permissionOf, Public } from '../../auth-guards/index.js';
import { RateLimit } from '../rate-limit.guard.js';
import { assertOrdinaryRoute } from './ordinary-route.js';

interface Routes {
  create(): void;
}

class Anything {}
const ALLOWED = Allow('pets:write');
const OWN_LIMIT = RateLimit('own', { limit: 1, ttl: 1 });

/** A controller whose one POST handler, and which itself, is decorated. */
function routesWith(onHandler: readonly MethodDecorator[], onClass: readonly ClassDecorator[] = []): Type<Routes> {
  @Controller('routes')
  class Decorated implements Routes {
    create(): void {}
  }
  const descriptor = Object.getOwnPropertyDescriptor(Decorated.prototype, 'create') as PropertyDescriptor;
  for (const decorate of [Post(), ...onHandler]) decorate(Decorated.prototype, 'create', descriptor);
  for (const decorate of onClass) decorate(Decorated);
  return Decorated;
}

describe('a route that may be hot', () => {
  const check = (controller: Type<Routes>): string => {
    assertOrdinaryRoute(controller, 'create');
    return permissionOf(controller, 'create');
  };

  it('has nothing but a permission', () => {
    expect(check(routesWith([ALLOWED]))).toBe('pets:write');
  });

  it.each([
    ['no permission', routesWith([])],
    ['the permission of its class only', routesWith([], [ALLOWED])],
    ['nobody to keep out', routesWith([ALLOWED, Public()])],
    ['nobody to keep out by its class', routesWith([ALLOWED], [Public()])],
    ['a rate limit of its own', routesWith([ALLOWED, OWN_LIMIT])],
    ['a rate limit of its class', routesWith([ALLOWED], [OWN_LIMIT])],
    ['no rate limit', routesWith([ALLOWED], [SkipThrottle()])],
    ['another status', routesWith([ALLOWED, HttpCode(200)])],
    ['a header', routesWith([ALLOWED, Header('x-some', 'thing')])],
    ['a guard', routesWith([ALLOWED, UseGuards(Anything)])],
    ['an interceptor', routesWith([ALLOWED], [UseInterceptors(Anything)])],
    ['a pipe', routesWith([ALLOWED, UsePipes(Anything)])],
  ])('has not %s', (_what, controller) => {
    expect(() => check(controller)).toThrow('Decorated.create');
  });
});
