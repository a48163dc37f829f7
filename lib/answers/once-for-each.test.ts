import {describe, expect, it, vi} from 'vitest';
import {onceForEach} from './once-for-each';

describe('onceForEach', () => {
  it('makes one for each object, at first use', () => {
    const make = vi.fn(({name}: {name: string}) => [name]);
    const ofEach = onceForEach(make);
    const [first, second] = [{name: '甲'}, {name: '甲'}];
    expect(make).not.toHaveBeenCalled();
    expect(ofEach(first)).toBe(ofEach(first));
    expect(ofEach(second)).not.toBe(ofEach(first));
    expect(ofEach(second)).toEqual(['甲']);
    expect(make).toHaveBeenCalledTimes(2);
  });

  it('makes anew what could not be made', () => {
    let sound = false;
    const ofEach = onceForEach((key: {name: string}) => {
      if (!sound) throw new Error('not yet');
      return [key.name];
    });
    const key = {name: '乙'};
    expect(() => ofEach(key)).toThrow('not yet');
    sound = true;
    expect(ofEach(key)).toEqual(['乙']);
  });
});
