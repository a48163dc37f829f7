import cases from '@/tests/golden/wang-zhang-2017.json' with {type: 'json'};

export type Value = 'in-place' | 'under-way' | 'not-in-place' | 'not-applicable' | 'unknown';

/** One answer set with its whole diagnosis. */
export type GoldenCase = {
  name: string;
  threshold: [number, number];
  setAside: string[];
  answers: Record<string, {value: Value; evidenced?: boolean}>;
  expected: {
    stage: number;
    stages: {code: string; inPlace: number; applicable: number; needed: number; met: boolean}[];
    roadmap: {toStage: number; measures: string[]; missing: number} | null;
  };
};

export const GOLDEN = cases as unknown as readonly GoldenCase[];

/** A golden case by its name. */
export function goldenCase(name: string): GoldenCase {
  const found = GOLDEN.find((each) => each.name === name);
  if (!found) throw new Error(`There is no golden case ${name}.`);
  return found;
}

/** The ticks of a benchmark county in Table 1 as answers to all 45 measures. */
export function ticksOf(county: 'guangshan' | 'jinzhai' | 'qinghe'): Record<string, Value> {
  return Object.fromEntries(Object.entries(goldenCase(county).answers).map(([code, {value}]) => [code, value]));
}

/** Every measure code in table order. */
export const MEASURES = Object.keys(ticksOf('guangshan'));
