'use client';
import {fieldName} from '@/lib/answers/answer-form';
import type {CategoryPage, MeasureFields} from '@/lib/report/category-page';
import {FieldErrors, INPUT_LOOK} from '../ui/field';
import {EvidenceFields} from './evidence-fields';

type MeasureDetailsProps = {measure: MeasureFields; page: CategoryPage; errorsOf: (field: string) => readonly string[] | undefined};

/** Note and evidence of a measure; shown once asked for, or when something is in them. */
export function MeasureDetails({measure, page, errorsOf}: MeasureDetailsProps) {
  const {code, answer} = measure;
  const {words} = page;
  const note = fieldName(code, 'note');
  return (
    <div className="my-2 border-l-4 border-line pl-3">
      <label className="block">
        <span className="font-semibold">{words.note}</span> <span className="text-sm text-quiet">{words.optional}</span>
        <FieldErrors id={`${note}-error`} errors={errorsOf('note')} />
        <textarea id={note} name={note} rows={2} defaultValue={answer.note} className={INPUT_LOOK} />
      </label>
      <p className="mt-3 font-semibold">
        {words.evidence} <span className="text-sm font-normal text-quiet">{words.optional}</span>
      </p>
      <p className="text-quiet">
        {words['evidence-accepted']}
        {measure.evidenceAccepted}
      </p>
      <EvidenceFields code={code} records={answer.evidence} page={page} errorsOf={errorsOf} />
    </div>
  );
}
