import type {ImportView} from '@/lib/report/import-view';
import {Button} from '../ui/button';
import {focusOnce} from '../ui/focus-once';
import {Notice} from '../ui/notice';
import {ImportedMeasures, type ImportedMeasuresWords} from './imported-measures';

export type ImportResultWords = ImportedMeasuresWords & Record<'fromFile' | 'changes' | 'apply', string>;

type ImportResultProps = {view: ImportView; action: (form: FormData) => void; pending: boolean; assessmentId: string; words: ImportResultWords};

/** What was found in a file: every problem, or what it would change with the button that imports it. */
export function ImportResult({view, action, pending, assessmentId, words}: ImportResultProps) {
  const {problems, leftOut, counts, measures, notice, proposal} = view;
  return (
    <section role={problems.length > 0 || notice ? 'alert' : undefined} tabIndex={-1} ref={focusOnce} className={`my-6 border-4 p-4 ${problems.length > 0 ? 'border-alert' : 'border-link'}`}>
      <h2>{view.heading}</h2>
      {notice ? <Notice look="alert">{notice}</Notice> : null}
      <p className="wrap-anywhere text-quiet">
        {words.fromFile} {view.fileName}
      </p>
      {view.text ? <p className="my-2">{view.text}</p> : null}
      {problems.length > 0 ? (
        <ul className="mt-2 list-disc pl-5">
          {problems.map((problem) => (
            <li key={problem} className="wrap-anywhere font-semibold text-alert">
              {problem}
            </li>
          ))}
        </ul>
      ) : null}
      {leftOut.map((text) => (
        <Notice key={text} look="warning">
          {text}
        </Notice>
      ))}
      {counts.length > 0 ? <p className="my-3 text-lg">{counts.join(' · ')}</p> : null}
      {proposal ? (
        <form action={action} className="my-4">
          <input type="hidden" name="assessment" value={assessmentId} />
          <input type="hidden" name="fileName" value={view.fileName} />
          <input type="hidden" name="proposal" value={proposal} />
          <p className="my-2">{view.applyText}</p>
          <Button disabled={pending}>{words.apply}</Button>
        </form>
      ) : null}
      {measures.length > 0 ? (
        <>
          <h3 className="mt-6">{words.changes}</h3>
          <ImportedMeasures measures={measures} words={words} />
        </>
      ) : null}
    </section>
  );
}
