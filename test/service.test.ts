import { describe, expect, test } from '@jest/globals';
import { type Service, together } from '../src/service.ts';

function recorder() {
  const done: string[] = [];
  const service = (name: string, failsToStart = false): Service => ({
    name,
    async start() {
      done.push(`start ${name}`);
      if (failsToStart) throw new Error(`${name} does not start`);
    },
    async stop() {
      done.push(`stop ${name}`);
    },
  });
  return { done, service };
}

describe('services together', () => {
  test('start in order and stop in reverse', async () => {
    const { done, service } = recorder();
    const both = together('both', [service('a'), service('b')]);
    await both.start();
    await both.stop();
    expect(done).toEqual(['start a', 'start b', 'stop b', 'stop a']);
  });

  test('stop once, however often they are told to, and not at all before they were started', async () => {
    const { done, service } = recorder();
    const one = together('one', [service('a')]);
    await one.stop();
    expect(done).toEqual([]);
    await one.start();
    await Promise.all([one.stop(), one.stop()]);
    await one.stop();
    expect(done).toEqual(['start a', 'stop a']);
  });

  test('stop again what had started, and the one that failed, when one does not start', async () => {
    const { done, service } = recorder();
    const three = together('three', [service('a'), service('b', true), service('c')]);
    await expect(three.start()).rejects.toThrow('b does not start');
    expect(done).toEqual(['start a', 'start b', 'stop b', 'stop a']);
  });

  test('nest', async () => {
    const { done, service } = recorder();
    const nested = together('outer', [service('a'), together('inner', [service('b'), service('c')])]);
    await nested.start();
    await nested.stop();
    expect(done).toEqual(['start a', 'start b', 'start c', 'stop c', 'stop b', 'stop a']);
  });
});
