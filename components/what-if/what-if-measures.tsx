'use client';
import type {AnswerValue} from '@/lib/answers/answer-value';
import {readAnswerValue} from '@/lib/answers/read-answer-value';
import type {WhatIf, WhatIfMeasure} from '@/lib/report/what-if/what-if';
import {INPUT_LOOK} from '../ui/field';

type MeasuresProps = {
  whatIf: WhatIf;
  values: Readonly<Record<string, AnswerValue>>;
  onChange: (code: string, value: AnswerValue) => void;
};

/** Every measure with its answer to be tried, a fold a stage; one that differs from the real answer says so. */
export function WhatIfMeasures({whatIf, values, onChange}: MeasuresProps) {
  return (
    <div className="my-4">
      <h3>{whatIf.words.measures}</h3>
      {whatIf.stages.map(({stage, heading, open, measures}) => (
        <details key={stage} open={open} className="my-2 border-t border-line pt-2">
          <summary className="font-semibold">{heading}</summary>
          <ul>
            {measures.map((measure) => (
              <MeasureChoice key={measure.code} measure={measure} tried={values[measure.code] ?? measure.value} choices={whatIf.values} onChange={onChange} />
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

type ChoiceProps = {
  measure: WhatIfMeasure;
  tried: AnswerValue;
  choices: WhatIf['values'];
  onChange: MeasuresProps['onChange'];
};

function MeasureChoice({measure: {code, name, value}, tried, choices, onChange}: ChoiceProps) {
  const id = `what-if-${code}`;
  const changed = tried !== value;
  return (
    <li className={`flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line px-1 py-1 ${changed ? 'bg-[#fff7d6]' : ''}`}>
      <label htmlFor={id} className={changed ? 'font-semibold' : ''}>
        <span className="mr-2 text-quiet">{code}</span>
        {name}
      </label>
      <span className="ml-auto flex items-center gap-2">
        {changed ? (
          <span id={`${id}-was`} className="text-sm">
            {choices.find((choice) => choice.value === value)?.was}
          </span>
        ) : null}
        <select
          id={id}
          value={tried}
          aria-describedby={changed ? `${id}-was` : undefined}
          onChange={(event) => onChange(code, readAnswerValue(event.target.value))}
          className={`${INPUT_LOOK} w-40!`}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      </span>
    </li>
  );
}
