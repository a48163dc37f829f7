import {describe, expect, it} from 'vitest';
import {benchmarkKey, parseCompareKeys, profileKey} from './selection';

describe('parseCompareKeys', () => {
  it('reads back what the keys were made of, in their order', () => {
    const id = '01a1ffa7-0425-76ba-b90e-870090eb4350';
    expect(parseCompareKeys([benchmarkKey('qinghe'), profileKey(id), benchmarkKey('guangshan')])).toEqual({
      keys: [{kind: 'benchmark', id: 'qinghe'}, {kind: 'profile', id}, {kind: 'benchmark', id: 'guangshan'}],
      malformed: [],
    });
  });

  it('counts repeated keys once, at their first place', () => {
    expect(parseCompareKeys(['b:a', 'p:1', 'b:a', 'x', 'x'])).toEqual({
      keys: [{kind: 'benchmark', id: 'a'}, {kind: 'profile', id: '1'}],
      malformed: ['x'],
    });
  });

  it.each(['', 'p:', 'b', 'P:1', 'q:1', 'p:1 ', ' p:1', 'p:1\n', 'p:a/b', 'p:../x', 'b:光山', `p:${'x'.repeat(65)}`, 'p:<script>', 'p:1,b:2'])(
    'tells the malformed key %j apart',
    (key) => {
      expect(parseCompareKeys(['b:jinzhai', key])).toEqual({keys: [{kind: 'benchmark', id: 'jinzhai'}], malformed: [key]});
    },
  );

  it('reads nothing from nothing', () => {
    expect(parseCompareKeys([])).toEqual({keys: [], malformed: []});
  });
});
