'use client';
import {fieldName} from '@/lib/answers/answer-form';
import type {CategoryWords} from '@/lib/report/category-page';
import type {AnswerConflict} from '@/lib/report/save-words';
import {useScripted} from '../ui/use-scripted';
import {AnswerVersions} from './answer-versions';

type ConflictChoiceProps = {
  code: string;
  conflict: AnswerConflict;
  words: CategoryWords;
  onKeep: (current: AnswerConflict['current']) => void;
  onTake: (current: AnswerConflict['current']) => void;
};

/** Both answers to a measure and the choice between them: by a button at once, or without JavaScript as the page is sent again. */
export function ConflictChoice({code, conflict, words, onKeep, onTake}: ConflictChoiceProps) {
  const scripted = useScripted();
  const {mine, theirs, message, current} = conflict;
  const choices = [
    {value: 'mine', label: words['conflict-keep'], act: onKeep},
    {value: 'theirs', label: words['conflict-take'], act: onTake},
  ];
  return (
    <div className="mb-2 border-l-8 border-alert bg-[#fdf2f2] px-3 py-2">
      <p className="font-semibold">{words['conflict-title']}</p>
      <p>{message}</p>
      <AnswerVersions versions={[mine, theirs]} />
      {scripted ? (
        choices.map(({value, label, act}) => (
          <button key={value} type="button" onClick={() => act(current)} className="mr-4 font-semibold text-link underline underline-offset-4">
            {label}
          </button>
        ))
      ) : (
        <>
          <input type="hidden" name={fieldName(code, 'standing')} value={current.revision} />
          {choices.map(({value, label}) => (
            <label key={value} className="mr-6 inline-flex items-center gap-2 py-1 font-semibold">
              <input type="radio" name={fieldName(code, 'choice')} value={value} className="size-5" />
              {label}
            </label>
          ))}
        </>
      )}
    </div>
  );
}
