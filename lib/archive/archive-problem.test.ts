import {describe, expect, it} from 'vitest';
import {writePath} from './archive-problem';

describe('writePath', () => {
  it.each([
    [[], ''],
    [['profile', 'county'], 'profile.county'],
    [['assessments', 0, 'answers', 12, 'evidence', 3, 'title'], 'assessments[0].answers[12].evidence[3].title'],
    [['assessments', 0, 'final', 'values', 'a b"c'], 'assessments[0].final.values["a b\\"c"]'],
    [['__proto__'], '__proto__'],
  ])('%j', (path, written) => {
    expect(writePath(path)).toBe(written);
  });
});
