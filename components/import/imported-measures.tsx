import type {ImportedMeasure} from '@/lib/report/import-preview';

export type ImportedMeasuresWords = Record<'was' | 'becomes' | 'empty', string>;

/** Measures that an import would touch, each part of their answers before and after. */
export function ImportedMeasures({measures, words}: {measures: readonly ImportedMeasure[]; words: ImportedMeasuresWords}) {
  return (
    <ul>
      {measures.map(({code, name, kindLabel, fields}) => (
        <li key={code} id={`import-${code}`} className="border-b border-line py-3">
          <p>
            <span className="mr-2 text-quiet">{code}</span>
            <span className="font-semibold">{name}</span>
            <span className="ml-2 rounded border border-line px-1 text-sm whitespace-nowrap text-quiet">{kindLabel}</span>
          </p>
          <dl>
            {fields.map(({label, was, becomes}) => (
              <div key={label} className="mt-1 sm:flex sm:gap-4">
                <dt className="shrink-0 text-quiet sm:w-32">{label}</dt>
                <dd className="grid min-w-0 grow gap-x-6 sm:grid-cols-2">
                  <Side label={words.was} text={was} empty={words.empty} />
                  <Side label={words.becomes} text={becomes} empty={words.empty} strong />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Side({label, text, empty, strong = false}: {label: string; text: string; empty: string; strong?: boolean}) {
  return (
    <div className="min-w-0 whitespace-pre-line wrap-anywhere">
      <span className="mr-2 text-sm text-quiet">{label}</span>
      {text === '' ? <span className="text-quiet">{empty}</span> : <span className={strong ? 'font-semibold' : ''}>{text}</span>}
    </div>
  );
}
