'use client';
import {useState} from 'react';
import {readPercent} from '@/lib/report/what-if/read-percent';
import type {Trial} from '@/lib/report/what-if/try-out';
import type {WhatIf} from '@/lib/report/what-if/what-if';
import {INPUT_LOOK, TextField} from '../ui/field';

const OTHER = 'other';

/** Chooses the trial's threshold from a list or takes it as a percentage; a bad one is told and changes nothing. */
export function WhatIfThreshold({whatIf, onChange}: {whatIf: WhatIf; onChange: (threshold: Trial['threshold']) => void}) {
  const {choices, words} = whatIf;
  const own = choices.find(({threshold}) => threshold[0] * whatIf.threshold[1] === threshold[1] * whatIf.threshold[0]);
  const [chosen, setChosen] = useState(own?.key ?? OTHER);
  const [typed, setTyped] = useState('');
  const [bad, setBad] = useState(false);
  const choose = (key: string) => {
    setChosen(key);
    const threshold = key === OTHER ? readPercent(typed) : choices.find((choice) => choice.key === key)?.threshold;
    if (threshold) onChange(threshold);
  };
  const type = (text: string) => {
    setTyped(text);
    const threshold = readPercent(text);
    if (!threshold) return;
    setBad(false);
    onChange(threshold);
  };
  const check = () => setBad(readPercent(typed) === null);
  return (
    <div className="my-4">
      <label htmlFor="what-if-threshold" className="block font-semibold">
        {words.threshold}
      </label>
      <select id="what-if-threshold" value={chosen} onChange={(event) => choose(event.target.value)} className={`${INPUT_LOOK} mt-1 max-w-xs`}>
        {choices.map(({key, label}) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
        <option value={OTHER}>{words['threshold-other']}</option>
      </select>
      {chosen === OTHER ? (
        <TextField
          name="what-if-percent"
          label={words.percent}
          hint={words['percent-hint']}
          errors={bad ? [words['percent-bad']] : undefined}
          width="max-w-xs"
          inputMode="decimal"
          autoComplete="off"
          maxLength={20}
          value={typed}
          onChange={(event) => type(event.target.value)}
          onBlur={check}
          onKeyDown={(event) => (event.key === 'Enter' ? check() : undefined)}
        />
      ) : null}
    </div>
  );
}
