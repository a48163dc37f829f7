import type {CountyHeading} from '@/lib/report/compare/compared-county';

/** Above this many columns, names stand upright to keep the columns narrow. */
const MOST_ACROSS = 3;

/** Column headings, one a county; written downwards when there are many, so that eight fit on A4 portrait. */
export function CountyHeadings({counties, className = ''}: {counties: readonly CountyHeading[]; className?: string}) {
  const isUpright = counties.length > MOST_ACROSS;
  return counties.map(({key, label}) => (
    <th
      key={key}
      scope="col"
      className={`border-b-2 border-ink bg-paper p-1.5 align-bottom font-bold leading-tight text-xs sm:text-sm print:text-[8pt] ${
        isUpright ? 'w-12 min-w-12' : 'w-28 min-w-20 sm:min-w-34'
      } ${className}`}
    >
      {isUpright ? <span className="inline-block max-h-40 text-left [writing-mode:vertical-rl]">{label}</span> : label}
    </th>
  ));
}
