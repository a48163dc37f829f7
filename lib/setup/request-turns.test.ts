import {describe, expect, it, vi} from 'vitest';
import {RequestTurns} from './request-turns';

/** Work that ends when it is told to. */
function held() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  return {work: vi.fn(() => ended), end};
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('RequestTurns', () => {
  it('runs as many as are allowed, and the others in the order of arrival', async () => {
    const turns = new RequestTurns(2, 60_000);
    const all = [held(), held(), held(), held()] as const;
    const runs = all.map(({work}) => turns.run(work));
    await settle();
    expect(all.map(({work}) => work.mock.calls.length)).toEqual([1, 1, 0, 0]);
    all[1].end();
    await settle();
    expect(all.map(({work}) => work.mock.calls.length)).toEqual([1, 1, 1, 0]);
    for (const {end} of all) end();
    await Promise.all(runs);
    expect(all.map(({work}) => work.mock.calls.length)).toEqual([1, 1, 1, 1]);
  });

  it('gives the turn on after a failure', async () => {
    const turns = new RequestTurns(1, 60_000);
    const failing = turns.run(() => Promise.reject(new Error('broken')));
    const next = turns.run(() => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('done');
  });

  it('lets others in when one takes long, and counts that one once only', async () => {
    const turns = new RequestTurns(1, 200);
    const [slow, second, third] = [held(), held(), held()];
    const runs = [slow, second].map(({work}) => turns.run(work));
    await vi.waitFor(() => expect(second.work).toHaveBeenCalled(), 20_000);
    slow.end();
    await settle();
    runs.push(turns.run(third.work));
    await settle();
    expect(third.work).not.toHaveBeenCalled();
    second.end();
    third.end();
    await Promise.all(runs);
    expect(third.work).toHaveBeenCalled();
  });
});
