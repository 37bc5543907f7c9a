/** @own-modules defines jobs that no other application handles */
import { Controller, Injectable, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test, type TestingModule } from '@nestjs/testing';
import { defineJob } from './job-definition.js';
import { JobHandler } from './job-handler.decorator.js';
import { JobRegistry } from './job-registry.js';

const Greet = defineJob<{ id: string }>('spec.greet');
defineJob('spec.orphan');

@Injectable()
class Greeter {
  readonly greeted: string[] = [];

  @JobHandler(Greet, { concurrency: 2, timeoutMs: 500 })
  greet({ id }: { id: string }): Promise<void> {
    this.greeted.push(id);
    return Promise.resolve();
  }
}

@Injectable()
class SecondGreeter {
  @JobHandler(Greet)
  greetToo(): Promise<void> {
    return Promise.resolve();
  }
}

@Controller()
class GreetingController extends Greeter {}

const run = { id: '1', key: undefined, attempt: 1, maxAttempts: 5, signal: new AbortController().signal };

function moduleWith(...providers: Type[]): Promise<TestingModule> {
  return Test.createTestingModule({
    imports: [DiscoveryModule],
    providers: [JobRegistry, ...providers],
  }).compile();
}

describe('JobRegistry', () => {
  it('finds the handler with its options and calls it on its provider', async () => {
    const module = await moduleWith(Greeter);
    const registry = module.get(JobRegistry);
    registry.discover(false);
    const handler = registry.get('spec.greet');
    expect(handler).toMatchObject({ concurrency: 2, timeoutMs: 500, owner: 'Greeter.greet' });
    await handler?.handle({ id: 'rex' }, run);
    expect(module.get(Greeter).greeted).toEqual(['rex']);
  });

  it('refuses to boot when a job has no handler', async () => {
    const registry = (await moduleWith(Greeter)).get(JobRegistry);
    expect(() => registry.discover(true)).toThrow('"spec.orphan" has no handler');
  });

  it('refuses to boot when a job has two handlers', async () => {
    const registry = (await moduleWith(Greeter, SecondGreeter)).get(JobRegistry);
    expect(() => registry.discover(false)).toThrow(
      '"spec.greet" has two handlers: Greeter.greet and SecondGreeter.greetToo',
    );
  });

  it('counts an inherited handler as one of its own', async () => {
    const registry = (await moduleWith(Greeter, GreetingController)).get(JobRegistry);
    expect(() => registry.discover(false)).toThrow('has two handlers');
  });
});

describe('defineJob', () => {
  it.each(['spec.greet', 'Upper.case', 'with:colon', 'with/slash', '', '.'])('refuses the name "%s"', (name) => {
    expect(() => defineJob(name)).toThrow(name === 'spec.greet' ? 'defined twice' : 'dotted kebab-case');
  });
});
