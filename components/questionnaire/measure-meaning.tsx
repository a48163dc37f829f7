import type {CategoryWords, MeasureFields} from '@/lib/report/category-page';

/** What counts as in place, why it matters, and who has it. */
export function MeasureMeaning({measure, words}: {measure: MeasureFields; words: CategoryWords}) {
  return (
    <>
      <p>
        <strong>{words['in-place-when']}</strong>
        {measure.inPlaceWhen}
      </p>
      <details className="my-1">
        <summary className="text-link">{words.why}</summary>
        <p className="mt-1 border-l-4 border-line pl-3">{measure.why}</p>
        <p className="mt-1 border-l-4 border-line pl-3">
          <strong>{words.better}</strong> {measure.better}
        </p>
        <p className="mt-1 border-l-4 border-line pl-3 text-quiet">
          {words['with-benchmarks']}
          {measure.benchmarks}
        </p>
      </details>
    </>
  );
}
