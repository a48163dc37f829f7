import {compareFractions} from '@/lib/diagnosis/fraction';
import type {Fraction} from '@/lib/diagnosis/model';
import {checkStagingOrder} from '@/lib/diagnosis/staging-order';
import type {Reproduction} from './reproduction';
import {type MethodSection, type MethodTable, buildSection, derived, editorial} from './section';
import {type MethodSubject, formatFraction, formatList, listCodes, nameOf} from './subject';

/** What scale analysis customarily asks for. */
const CUSTOMARY: {reproducibility: Fraction; scalability: Fraction} = {reproducibility: [9, 10], scalability: [3, 5]};

/** Which measures occur without the stage below. */
export function buildOrderSection(subject: MethodSubject): MethodSection {
  const {model, readings, t} = subject;
  const steps = checkStagingOrder(model);
  const codeOf = (stage: number) => model.stages[stage - 1]?.code ?? String(stage);
  const bound = steps.flatMap(({upTo}) => (upTo ? [upTo] : [])).toSorted(compareFractions)[0];
  const isByShare = steps.every(({unsupported}) => unsupported.length === 0) && steps.some(({beforeComplete}) => beforeComplete.length > 0);
  return buildSection('staging', t('method.order-title'), {
    lines: [editorial(t('method.order-definition'))],
    tables: [
      {
        id: 'staging-table',
        caption: t('method.order-caption'),
        from: 'derived',
        headings: [t('method.stage-heading'), t('method.county-heading'), t('method.order-upper'), t('method.order-met'), t('method.order-lacking')],
        rows: steps.flatMap(({lower, upper, counties}) =>
          counties.map(({id, upper: having, lacking, lowerMet}) => {
            const reading = readings.find(({benchmark}) => benchmark.id === id);
            return {
              key: `${upper}-${id}`,
              cells: [
                t('method.order-step', {upper: codeOf(upper), lower: codeOf(lower)}),
                reading ? nameOf(reading, subject) : id,
                String(having.length),
                lowerMet ? t('method.yes') : t('method.no'),
                formatList(lacking, subject),
              ],
            };
          }),
        ),
      },
    ],
    findings: [
      ...steps.flatMap(({lower, upper, unsupported, beforeComplete}) => {
        const stages = {lower: codeOf(lower), upper: codeOf(upper)};
        const total = listCodes(model, upper).length;
        return [
          derived(t('method.order-without', {...stages, codes: formatList(unsupported, subject)})),
          derived(t('method.order-before', {...stages, total, count: beforeComplete.length, codes: formatList(beforeComplete, subject)})),
        ];
      }),
      ...(bound ? [derived(t('method.order-bound', {upTo: formatFraction(bound)}))] : []),
      ...(isByShare ? [derived(t('method.order-meaning'))] : []),
    ],
  });
}

/** The scalograms of the counties and their coefficients. */
export function buildScalogramSection(subject: MethodSubject, {stages, measures}: Reproduction): MethodSection {
  const {locale, t} = subject;
  const {reproducibility, marginal, scalability, errors, cells} = measures;
  const [numerator, denominator] = reproducibility;
  const isReached =
    compareFractions(reproducibility, CUSTOMARY.reproducibility) >= 0 && (scalability === null || compareFractions(scalability, CUSTOMARY.scalability) >= 0);
  return buildSection('scalogram', t('method.scalogram-title'), {
    lines: [
      editorial(
        t('method.scalogram-convention', {
          reproducibility: formatFraction(CUSTOMARY.reproducibility),
          scalability: formatFraction(CUSTOMARY.scalability),
        }),
      ),
    ],
    formulas: [editorial(t('method.scalogram-definition')), editorial(t('method.scalogram-marginal-definition'))],
    tables: [buildStagesTable(subject, stages), buildMeasuresTable(subject, measures)],
    findings: [
      derived(t('method.scalogram-stages-result', {errors: stages.errors, cells: stages.cells, reproducibility: formatFraction(stages.reproducibility)})),
      derived(
        t('method.scalogram-measures-result', {
          errors,
          cells,
          reproducibility: formatFraction(reproducibility),
          approximate: new Intl.NumberFormat(locale, {minimumFractionDigits: 3, maximumFractionDigits: 3}).format(numerator / denominator),
          marginal: formatFraction(marginal),
          scalability: scalability ? formatFraction(scalability) : t('method.none'),
        }),
      ),
      derived(isReached ? t('method.scalogram-reached') : t('method.scalogram-short')),
    ],
  });
}

/** The stages of a perfect pattern: “A、B”. */
function formatPattern(type: number, subject: MethodSubject): string {
  return formatList(subject.model.stages.slice(0, type).map(({code}) => code), subject);
}

function buildStagesTable(subject: MethodSubject, {cases}: Reproduction['stages']): MethodTable {
  const {model, readings, t} = subject;
  return {
    id: 'scalogram-stages',
    caption: t('method.scalogram-stages-caption'),
    from: 'derived',
    headings: [t('method.county-heading'), ...model.stages.map(({code}) => code), t('method.scalogram-pattern'), t('method.scalogram-errors')],
    rows: readings.map((reading, index) => ({
      key: reading.benchmark.id,
      cells: [
        nameOf(reading, subject),
        ...reading.diagnosis.stages.map(({met, inPlace, applicable}) => `${met ? t('method.yes') : t('method.no')} ${inPlace}/${applicable}`),
        formatPattern(cases[index]?.type ?? 0, subject),
        String(cases[index]?.errors),
      ],
    })),
  };
}

function buildMeasuresTable(subject: MethodSubject, {cases}: Reproduction['measures']): MethodTable {
  const {model, readings, t} = subject;
  return {
    id: 'scalogram-measures',
    caption: t('method.scalogram-measures-caption'),
    from: 'derived',
    headings: [
      t('method.county-heading'),
      ...model.stages.map(({code}) => code),
      t('method.scalogram-pattern'),
      t('method.scalogram-ahead'),
      t('method.scalogram-missing'),
      t('method.scalogram-errors'),
    ],
    rows: readings.map((reading, index) => {
      const type = cases[index]?.type ?? 0;
      const has = (code: string) => reading.values[code] === 'in-place';
      const codes = (isUpTo: boolean) => model.stages.filter(({stage}) => stage <= type === isUpTo).flatMap(({stage}) => listCodes(model, stage));
      return {
        key: reading.benchmark.id,
        cells: [
          nameOf(reading, subject),
          ...model.stages.map(({stage}) => `${listCodes(model, stage).filter(has).length}/${listCodes(model, stage).length}`),
          formatPattern(type, subject),
          formatList(codes(false).filter(has), subject),
          formatList(codes(true).filter((code) => !has(code)), subject),
          String(cases[index]?.errors),
        ],
      };
    }),
  };
}
