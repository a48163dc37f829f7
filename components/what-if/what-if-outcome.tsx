'use client';
import {writeFraction} from '@/lib/report/sureness/subject';
import type {Trial, TrialOutcome} from '@/lib/report/what-if/try-out';
import type {WhatIf} from '@/lib/report/what-if/what-if';
import {CoverageTable} from '../diagnosis/coverage-table';

/** What a trial comes to: the stage beside the real one (kept in sight), then counts, missing measures and changes. */
export function WhatIfOutcome({whatIf, outcome, threshold}: {whatIf: WhatIf; outcome: TrialOutcome; threshold: Trial['threshold']}) {
  const {words, coverage, stages, values} = whatIf;
  const labelOf = (value: string) => values.find((each) => each.value === value)?.label ?? '';
  const numeralOf = (stage: number) => stages[stage - 1]?.numeral ?? '';
  return (
    <>
      <div role="status" className="sticky top-0 z-10 -mx-1 my-2 border-y-2 border-ink bg-shade px-3 py-2">
        <p>
          {words.now}
          <strong>{outcome.placement}</strong>
          <span className="ml-2 text-sm">{outcome.moved ? `≠ ${words.moved}` : `= ${words.same}`}</span>
        </p>
        <p className="text-sm">
          {words.real}
          {outcome.real}
        </p>
      </div>
      <CoverageTable
        rows={outcome.stages.map((counts) => ({
          stage: counts.stage,
          code: counts.code,
          name: stages[counts.stage - 1]?.name ?? '',
          counts,
          met: counts.met,
          metLabel: counts.met ? coverage.yes : coverage.no,
        }))}
        words={coverage}
      />
      <dl className="grid gap-x-4 sm:grid-cols-[12rem_1fr]">
        <dt className="text-quiet">{words['needed-up']}</dt>
        <dd>
          {outcome.up.length === 0 ? words['nothing-up'] : outcome.up.map(({stage, measures}) => `${measures} → ${numeralOf(stage)}`).join(' · ')}
        </dd>
        <dt className="text-quiet">{words.kept}</dt>
        <dd>{outcome.kept}</dd>
        <dt className="text-quiet">{words['in-use']}</dt>
        <dd>{writeFraction(threshold)}</dd>
        <dt className="text-quiet">{words.changed}</dt>
        <dd>
          {outcome.changed.length === 0 ? words['none-changed'] : null}
          <ul>
            {outcome.changed.map(({measure: {code, name, value}, to}) => (
              <li key={code}>
                {code} {name} ({labelOf(value)} → {labelOf(to)})
              </li>
            ))}
          </ul>
        </dd>
      </dl>
    </>
  );
}
