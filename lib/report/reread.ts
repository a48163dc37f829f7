import type {AnswerValue} from '@/lib/answers/answer-value';
import type {Diagnosis} from '@/lib/diagnosis/model';
import type {Reread} from '@/lib/diagnosis/reread';
import {formatPlacement} from '@/lib/format';
import {listMeasures} from '@/lib/instrument/list-measures';
import type {RegisteredInstrument} from '@/lib/instrument/parse-content';
import type {Locale} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';

/** An assessment beside the same answers read under a newer version, in words. */
export type RereadView = {
  /** Whether both versions lead to the same stage or stages. */
  verdict: string;
  /** The two versions, the assessment's own first. */
  columns: string[];
  /** Each with one cell a version. */
  rows: {label: string; cells: string[]}[];
  /** Measures that part the versions, by what happens to their answers; only kinds that occur. */
  changes: {heading: string; note: string; measures: {code: string; name: string; answer: string}[]}[];
};

type Input = {
  from: RegisteredInstrument;
  to: RegisteredInstrument;
  before: Diagnosis;
  reread: Reread;
  values: Readonly<Record<string, AnswerValue>>;
  locale: Locale;
  t: Translate;
};

/** Writes the comparison; a stage that only one version has leaves the other one’s cell at “—”. */
export function buildReread({from, to, before, reread, values, locale, t}: Input): RereadView {
  const sides = [
    {...from, diagnosis: before},
    {...to, diagnosis: reread.diagnosis},
  ];
  const placements = sides.map(({diagnosis}) => formatPlacement({...diagnosis.interval, entering: diagnosis.entering}, t));
  const stages = [...new Set(sides.flatMap(({diagnosis}) => diagnosis.stages.map(({stage}) => stage)))].toSorted((a, b) => a - b);
  const list = (instrument: RegisteredInstrument['instrument'], codes: readonly string[]) =>
    listMeasures(instrument)
      .filter(({measure}) => codes.includes(measure.code))
      .map(({measure}) => ({code: measure.code, name: measure.name[locale], answer: t(`answer.${values[measure.code] ?? 'unknown'}`)}));
  return {
    verdict: placements[0] === placements[1] ? t('versions.same-stage', {stage: placements[0] ?? ''}) : t('versions.other-stage', {before: placements[0] ?? '', after: placements[1] ?? ''}),
    columns: [t('versions.as-assessed', {version: from.instrument.version}), t('versions.re-read', {version: to.instrument.version})],
    rows: [
      {label: t('versions.stage'), cells: placements},
      ...stages.map((stage) => ({
        label: t('versions.in-place', {stage: t('stage.numeral', {stage: String(stage)})}),
        cells: sides.map(({diagnosis}) => {
          const counts = diagnosis.stages.find((each) => each.stage === stage);
          return counts ? t('versions.counts', {inPlace: counts.inPlace, applicable: counts.applicable, needed: counts.needed}) : '—';
        }),
      })),
      {label: t('versions.measures'), cells: sides.map(({instrument}) => String(listMeasures(instrument).length))},
      {label: t('versions.threshold'), cells: sides.map(({instrument}) => instrument.threshold.value.join('/'))},
      {label: t('versions.hash'), cells: sides.map(({hash}) => hash)},
    ],
    changes: [
      {heading: t('versions.added'), note: t('versions.added-note'), measures: list(to.instrument, reread.added)},
      {heading: t('versions.dropped'), note: t('versions.dropped-note'), measures: list(from.instrument, reread.dropped)},
      {heading: t('versions.reworded'), note: t('versions.reworded-note'), measures: list(to.instrument, reread.reworded)},
    ].filter(({measures}) => measures.length > 0),
  };
}
