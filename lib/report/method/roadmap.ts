import {countBenchmarksWith} from '@/lib/diagnosis/count-benchmarks-with';
import {listMeasures} from '@/lib/instrument/list-measures';
import {type MethodSection, buildSection, derived, editorial} from './section';
import {type MethodSubject, formatList, formatStage, nameOf} from './subject';

/** The roadmap's order, with every candidate of the worked county. */
export function buildRoadmapSection(subject: MethodSubject): MethodSection {
  const {registered, model, worked, next, lacking, locale, t} = subject;
  const picked = worked.diagnosis.roadmap?.measures ?? [];
  const measures = new Map(listMeasures(registered.instrument).map((placed) => [placed.measure.code, placed]));
  return buildSection('roadmap', t('method.roadmap-title'), {
    lines: [editorial(t('method.roadmap-never'))],
    formulas: [editorial(t('method.roadmap-formula'))],
    worked: [derived(t('method.roadmap-worked', {needed: next.needed, inPlace: next.inPlace, count: picked.length, codes: formatList(picked, subject)}))],
    tables: [
      {
        id: 'roadmap-table',
        caption: t('method.roadmap-caption', {county: nameOf(worked, subject), stage: formatStage(next.stage, subject)}),
        from: 'derived',
        headings: [t('method.roadmap-measure'), t('method.roadmap-counties'), t('method.roadmap-category'), t('method.roadmap-picked')],
        rows: lacking.map((code) => {
          const placed = measures.get(code);
          const counts = worked.diagnosis.categories.find((category) => category.code === placed?.category.code);
          const place = picked.indexOf(code);
          return {
            key: code,
            cells: [
              t('method.listed', {code, name: placed?.measure.name[locale] ?? ''}),
              String(countBenchmarksWith(model.benchmarks, code)),
              counts ? `${counts.code} ${counts.inPlace}/${counts.applicable}` : '—',
              place === -1 ? '—' : String(place + 1),
            ],
          };
        }),
      },
    ],
  });
}
