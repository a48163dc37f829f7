'use client';
import {useRef, useState} from 'react';
import type {AnswerValue} from '@/lib/answers/answer-value';
import {type Trial, tryOut} from '@/lib/report/what-if/try-out';
import type {WhatIf} from '@/lib/report/what-if/what-if';
import {Button} from '../ui/button';
import {WhatIfMeasures} from './what-if-measures';
import {WhatIfOutcome} from './what-if-outcome';
import {WhatIfThreshold} from './what-if-threshold';

/** A trial of other answers and another threshold, diagnosed in the browser by the engine; nothing leaves it. */
export function WhatIfPanel({whatIf}: {whatIf: WhatIf}) {
  const real: Trial = {values: {}, threshold: whatIf.threshold};
  const [trial, setTrial] = useState(real);
  // A new key gives the threshold's fields anew, without what was typed.
  const [round, setRound] = useState(0);
  const heading = useRef<HTMLParagraphElement>(null);
  const outcome = tryOut(whatIf, trial);
  const change = (code: string, value: AnswerValue) => setTrial({...trial, values: {...trial.values, [code]: value}});
  const reset = () => {
    setTrial(real);
    setRound(round + 1);
    heading.current?.focus();
  };
  return (
    <div className="my-4 border-2 border-dashed border-ink py-3 max-sm:border-x-0 sm:p-4 **:scroll-mt-28">
      <p ref={heading} tabIndex={-1} className="font-semibold">
        {whatIf.words.trial}
      </p>
      <WhatIfOutcome whatIf={whatIf} outcome={outcome} threshold={trial.threshold} />
      <WhatIfThreshold key={round} whatIf={whatIf} onChange={(threshold) => setTrial({...trial, threshold})} />
      <WhatIfMeasures whatIf={whatIf} values={trial.values} onChange={change} />
      <Button type="button" look="secondary" onClick={reset} className="mt-4">
        {whatIf.words.reset}
      </Button>
    </div>
  );
}
