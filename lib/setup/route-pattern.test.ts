import {describe, expect, it} from 'vitest';
import {routePattern} from './route-pattern';

const WORDS = new Set(['assessments', 'categories', 'plan', 'api', 'v1', 'favicon.ico']);

describe('routePattern', () => {
  it.each([
    ['/', '/'],
    ['/favicon.ico', '/favicon.ico'],
    ['/assessments/01J/categories/A1?next=2&name=王', '/assessments/*/categories/*'],
    ['/assessments/01J/plan/A11', '/assessments/*/plan/*'],
    ['/api/v1/assessments/x?q=1', '/api/v1/assessments/*'],
    ['/_next/static/chunks/a/b.js', '/_next/static/*'],
    ['/王小明/plan', '/*/plan'],
    ['/%E7%8E%8B?', '/*'],
    ['/plan?a=/secret', '/plan'],
    ['http://elsewhere/plan', '*//*/plan'],
    ['*', '*'],
  ])('%s is %s', (url, expected) => {
    expect(routePattern(url, WORDS)).toBe(expected);
  });

  it('is short, however long the address', () => {
    expect(routePattern('/plan'.repeat(5000), WORDS).length).toBeLessThanOrEqual(200);
  });
});
