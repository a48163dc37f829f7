'use client';
import {useState} from 'react';
import {type EvidenceField, type TypedEvidence, fieldName} from '@/lib/answers/answer-form';
import type {CategoryPage} from '@/lib/report/category-page';
import {FieldErrors, INPUT_LOOK} from '../ui/field';

type EvidenceFieldsProps = {
  code: string;
  records: readonly TypedEvidence[];
  page: Pick<CategoryPage, 'kinds' | 'limits' | 'words'>;
  errorsOf: (field: string) => readonly string[] | undefined;
};

const BLANK: TypedEvidence = {kind: '', title: '', documentNumber: '', issuer: '', date: '', link: ''};

/** The evidence records of a measure and a blank one after them; more can be added with JavaScript, or after saving. */
export function EvidenceFields({code, records, page, errorsOf}: EvidenceFieldsProps) {
  const {kinds, limits, words} = page;
  const [rows, setRows] = useState(() => (records.length < limits.records ? [...records, BLANK] : [...records]));
  const text = (row: number, field: Exclude<EvidenceField, 'kind'>, label: string, hint = '') => {
    const name = fieldName(code, 'evidence', row, field);
    const errors = errorsOf(`evidence.${row}.${field}`);
    return (
      <label className="block">
        <span className="text-sm">
          {label}
          {hint ? <span className="text-quiet"> {hint}</span> : null}
        </span>
        <FieldErrors id={`${name}-error`} errors={errors} />
        <input
          id={name}
          name={name}
          type="text"
          defaultValue={rows[row]?.[field] ?? ''}
          aria-invalid={errors ? true : undefined}
          className={INPUT_LOOK}
        />
      </label>
    );
  };
  return (
    <>
      {rows.map((record, row) => (
        <fieldset key={row} className="my-3 rounded border border-line p-3">
          <legend className="px-1 text-sm font-semibold">{words['evidence-record'].replace('{n}', String(row + 1))}</legend>
          <div className="grid gap-3 sm:grid-cols-2">
            {text(row, 'title', words.title)}
            <label className="block">
              <span className="text-sm">{words.kind}</span>
              <FieldErrors id={`${fieldName(code, 'evidence', row, 'kind')}-error`} errors={errorsOf(`evidence.${row}.kind`)} />
              <select
                id={fieldName(code, 'evidence', row, 'kind')}
                name={fieldName(code, 'evidence', row, 'kind')}
                defaultValue={record.kind || kinds[0]?.id}
                className={INPUT_LOOK}
              >
                {kinds.map(({id, name}) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            {text(row, 'documentNumber', words['document-number'])}
            {text(row, 'issuer', words.issuer)}
            {text(row, 'date', words.date, words['date-hint'])}
            {text(row, 'link', words.link)}
          </div>
        </fieldset>
      ))}
      {rows.length < limits.records ? (
        <button type="button" onClick={() => setRows([...rows, BLANK])} className="text-link underline underline-offset-4 scripted">
          {words['evidence-add']}
        </button>
      ) : null}
    </>
  );
}
