import type {MeasureRow} from '@/lib/report/measure-rows';

const MARKS: Record<MeasureRow['state'], string> = {
  'in-place': '■',
  'under-way': '◧',
  'not-in-place': '□',
  'not-applicable': '—',
  unknown: '?',
  carried: '?',
  none: '·',
};

const LOOKS: Record<MeasureRow['state'], string> = {
  'in-place': 'font-semibold',
  'under-way': 'font-semibold',
  'not-in-place': '',
  'not-applicable': 'text-quiet',
  unknown: 'text-quiet',
  carried: 'text-stage-2 font-semibold',
  none: 'text-alert font-semibold',
};

/** An answer with a sign that reads in black and white too. */
export function AnswerMark({state, children}: {state: MeasureRow['state']; children: string}) {
  return (
    <span className={LOOKS[state]}>
      <span aria-hidden="true" className="mr-1 inline-block w-[1.1em] text-center">
        {MARKS[state]}
      </span>
      {children}
    </span>
  );
}
