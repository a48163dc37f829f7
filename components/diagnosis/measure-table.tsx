import type {MeasureRow, MeasureSection} from '@/lib/report/measure-rows';
import {AnswerMark} from './answer-mark';
import {stageBorder} from './stage-colour';

/** Words of the table; `change.of` names each row's link. */
export type MeasureTableWords = Record<'benchmarks' | 'reason' | 'evidence', string> & {
  change: {label: string; of: Readonly<Record<string, string>>} | null;
};

type MeasureTableProps = {sections: readonly MeasureSection[]; words: MeasureTableWords; idOf: (code: string) => string};

/** All measures by stage and category: answer, note, reason, evidence, benchmarks. */
export function MeasureTable({sections, words, idOf}: MeasureTableProps) {
  return sections.map(({stage, heading, categories}) => (
    <section key={stage} className={`my-8 border-l-8 pl-3 print:border-l-4 ${stageBorder(stage)}`}>
      <h3>{heading}</h3>
      {categories.map(({code, name, rows}) => (
        <div key={code} className="mt-4">
          <h4 className="font-semibold break-after-avoid">
            {code} {name}
          </h4>
          <ul>
            {rows.map((row) => (
              <Row key={row.code} row={row} words={words} id={idOf(row.code)} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  ));
}

function Row({row, words, id}: {row: MeasureRow; words: MeasureTableWords; id: string}) {
  return (
    <li id={id} className="break-inside-avoid scroll-mt-4 border-t border-line py-1.5 target:bg-[#fff7d6]">
      <div className="flex flex-wrap justify-between gap-x-4">
        <span>
          <span className="mr-2 text-quiet">{row.code}</span>
          {row.name}
        </span>
        <span>
          <AnswerMark state={row.state}>{row.answer}</AnswerMark>
          {row.href && words.change ? (
            <a href={row.href} aria-label={words.change.of[row.code]} className="ml-3 print:hidden">
              {words.change.label}
            </a>
          ) : null}
        </span>
      </div>
      {row.reason ? (
        <p className="text-sm">
          {words.reason}
          {row.reason}
        </p>
      ) : null}
      {row.note ? <p className="text-sm wrap-anywhere whitespace-pre-line">{row.note}</p> : null}
      {row.evidence.length > 0 ? (
        <p className="text-sm wrap-anywhere">
          {words.evidence}
          {row.evidence.map(({text, link}, index) => (
            <span key={index} className="mr-2">
              {link ? (
                <a href={link} rel="noreferrer noopener">
                  {text}
                </a>
              ) : (
                text
              )}
            </span>
          ))}
        </p>
      ) : null}
      <p className="text-sm text-quiet">
        {words.benchmarks}
        {row.benchmarks}
      </p>
    </li>
  );
}
