import {beforeAll, describe, expect, it} from 'vitest';
import {explainArchiveProblems} from '@/lib/actions/explain-archive';
import {writePath} from '@/lib/archive/archive-problem';
import type {ProfileArchive} from '@/lib/archive/archive-schema';
import {readArchive} from '@/lib/archive/check-archive';
import {findDivision} from '@/lib/divisions/division-list';
import {translatorFor} from '@/lib/messages/translator';
import {exportOf, importOf, makeFullProfile} from '../support/archive-scene';
import {countRows} from '../support/second-database';
import {useTestDatabase} from '../support/test-database';

useTestDatabase();

let sound: ProfileArchive;
let rows: Record<string, number>;

beforeAll(async () => {
  sound = await exportOf(await makeFullProfile());
  rows = await countRows();
});

/** Changes a copy of the archive, finds it refused with nothing written, and gives `path: what is wrong`. */
async function tamper(change: (archive: ProfileArchive) => void): Promise<string[]> {
  const archive = structuredClone(sound);
  change(archive);
  await expect(importOf(archive)).rejects.toThrow();
  expect(await countRows()).toEqual(rows);
  const checked = readArchive(JSON.stringify(archive), findDivision);
  if (!('problems' in checked)) throw new Error('was taken as sound');
  for (const locale of ['zh-CN', 'en'] as const) {
    for (const {message} of explainArchiveProblems(translatorFor(locale), checked.problems)) expect(message).toMatch(locale === 'en' ? /^[^\p{Script=Han}]+$|光山|省/u : /\p{Script=Han}/u);
  }
  return checked.problems.map((problem) => `${writePath(problem.path)}: ${'code' in problem ? problem.code : problem.issue.code}`);
}

type Assessment = ProfileArchive['assessments'][number];
type Change = NonNullable<Assessment['changes']>[number];

/** The answer to a measure that an entry of a log led to. */
function answerIn({after}: Change): Assessment['answers'][number] {
  return after as Assessment['answers'][number];
}

/** Changes the entry of a trait in the first log, of which the fifth is one. */
function setTrait(archive: ProfileArchive, parts: object): void {
  const change = archive.assessments[0]!.changes![4]!;
  if (!change.trait) throw new Error('is about no trait');
  Object.assign(change, parts);
}

function dropTrait({changes}: Assessment, trait: string): void {
  changes!.splice(changes!.findIndex((change) => change.trait === trait), 1);
}

describe('an archive that was changed', () => {
  it('is sound before', () => {
    expect('sound' in readArchive(JSON.stringify(sound), findDivision)).toBe(true);
  });

  it('is sound with a log that says of each measure that it is no trait, and with none of traits', () => {
    const told = structuredClone(sound);
    for (const {changes} of told.assessments) for (const change of changes!) change.trait ??= null;
    const older = structuredClone(sound);
    for (const assessment of older.assessments) {
      assessment.changes = assessment.changes!.filter(({trait}) => !trait).map((change, index) => ({...change, position: index + 1}));
    }
    for (const each of [told, older]) expect('sound' in readArchive(JSON.stringify(each), findDivision)).toBe(true);
  });

  const cases: [string, (archive: ProfileArchive) => void, string[]][] = [
    ['another stage', (a) => (a.assessments[0]!.result.stage = 3), ['assessments[0].result: other-result']],
    ['another interval of a draft', (a) => (a.assessments[2]!.result.high = 1), ['assessments[2].result: other-result']],
    ['not entering', (a) => (a.assessments[0]!.result.entering = false), ['assessments[0].result: other-result']],
    ['another stage in the diagnosis', (a) => (a.assessments[1]!.final!.diagnosis.stage = 2), ['assessments[1].final.diagnosis: other-diagnosis']],
    ['another number deep in the diagnosis', (a) => Object.assign((a.assessments[1]!.final!.diagnosis.stages as object[])[0]!, {inPlace: 44}), ['assessments[1].final.diagnosis: other-diagnosis']],
    ['a part that no diagnosis has', (a) => Object.assign(a.assessments[1]!.final!.diagnosis, {constructor: 1}), ['assessments[1].final.diagnosis: other-diagnosis']],
    ['another snapshot value', (a) => (a.assessments[0]!.final!.values.C12 = 'in-place'), ['assessments[0].final.values: other-values']],
    ['a snapshot value missing', (a) => delete a.assessments[0]!.final!.values.C12, ['assessments[0].final.values: other-values']],
    ['another cluster stage', (a) => (a.assessments[0]!.final!.traits!.cluster!.stage = 3), ['assessments[0].final.traits: other-traits']],
    ['another trait', (a) => (a.assessments[0]!.traits!.answers[0]!.value = 1), ['assessments[0].final.traits: other-traits']],
    ['a draft’s answer', (a) => (a.assessments[2]!.answers[3]!.value = 'not-in-place'), ['assessments[2].answerHash: other-answer-hash']],
    ['evidence left out', (a) => (a.assessments[0]!.answers[0]!.evidence = []), ['assessments[0].answerHash: other-answer-hash', 'assessments[0].final.diagnosis: other-diagnosis']],
    ['a carried-over answer called confirmed', (a) => (a.assessments[2]!.answers[0]!.confirmed = true), ['assessments[2].answerHash: other-answer-hash']],
    ['the answer hash', (a) => (a.assessments[0]!.answerHash = 'f'.repeat(64)), ['assessments[0].answerHash: other-answer-hash']],
    ['the content hash', (a) => (a.assessments[0]!.instrument.hash = 'f'.repeat(64)), ['assessments[0].instrument.hash: other-content']],
    ['an unknown version', (a) => (a.assessments[0]!.instrument.version = '9.9.9'), ['assessments[0].instrument: unknown-instrument']],
    ['an unknown instrument', (a) => (a.assessments[0]!.instrument.id = 'constructor'), ['assessments[0].instrument: unknown-instrument']],
    ['unknown traits', (a) => (a.assessments[0]!.traits!.instrument.version = '0.0.1'), ['assessments[0].traits.instrument: unknown-instrument']],
    ['an unknown trait and stage', (a) => Object.assign(a.assessments[2]!.traits!.answers[0]!, {trait: 'nothing', value: 4}), ['assessments[2].traits.answers[0].trait: unknown-trait', 'assessments[2].traits.answers[0].value: unknown-stage']],
    ['an unknown measure', (a) => (a.assessments[0]!.answers[0]!.measure = 'Z99'), ['assessments[0].answers[0].measure: unknown-measure']],
    ['a measure twice', (a) => a.assessments[2]!.answers.push(a.assessments[2]!.answers[0]!), ['assessments[2].answers[6].measure: repeated']],
    ['a trait twice', (a) => a.assessments[2]!.traits!.answers.push(a.assessments[2]!.traits!.answers[0]!), ['assessments[2].traits.answers[2].trait: repeated']],
    ['a basis that is not there', (a) => (a.assessments[1]!.basedOn = '00000000-0000-4000-8000-000000000001'), ['assessments[1].basedOn: basis-missing']],
    ['itself as its basis', (a) => (a.assessments[0]!.basedOn = a.assessments[0]!.id), ['assessments[0].basedOn: basis-circle']],
    ['bases in a circle', (a) => (a.assessments[0]!.basedOn = a.assessments[2]!.id), ['assessments[0].basedOn: basis-circle', 'assessments[1].basedOn: basis-circle', 'assessments[2].basedOn: basis-circle']],
    ['an id twice', (a) => (a.assessments[2]!.id = a.assessments[0]!.id), ['assessments[2].id: repeated-id', 'assessments[1].basedOn: basis-circle', 'assessments[2].basedOn: basis-circle']],
    ['a period and revision twice', (a) => (a.assessments[1]!.revision = 1), ['assessments[1]: repeated-period']],
    ['a final without answers', (a) => (a.assessments[0]!.answers = []), ['assessments[0].answers: final-unanswered']],
    ['a final with an answer not confirmed', (a) => (a.assessments[0]!.answers[1]!.confirmed = false), ['assessments[0].answers[1].confirmed: final-unconfirmed']],
    ['a draft called final', (a) => (a.assessments[2]!.final = a.assessments[1]!.final), [0, 1, 2, 4, 5].map((index) => `assessments[2].answers[${index}].confirmed: final-unconfirmed`)],
    ['another county’s code', (a) => (a.profile.divisionCode = '130534'), ['profile.divisionCode: division-names']],
    ['another prefecture', (a) => (a.profile.prefecture = '郑州市'), ['profile.divisionCode: division-names']],
    ['figures without their year', (a) => (a.profile.figuresYear = null), ['profile.figuresYear: custom']],
    ['a figure too large', (a) => (a.profile.gdp = 1e9), ['profile.gdp: too_big']],
    ['more decimals than a figure has', (a) => (a.profile.gdp = 1.23456789), ['profile.gdp: invalid_format']],
    ['a name with spaces at its ends', (a) => (a.profile.industry = ' 茶 '), ['profile.industry: not-as-stored']],
    ['a note with a control character', (a) => (a.assessments[2]!.answers[3]!.note = 'a\u0000b'), ['assessments[2].answers[3].note: invalid_format']],
    ['half a character', (a) => (a.assessments[2]!.answers[3]!.note = '\ud83e'), ['assessments[2].answers[3].note: invalid_format']],
    ['a note of other line ends', (a) => (a.assessments[2]!.answers[3]!.note = 'a\r\nb'), ['assessments[2].answers[3].note: not-as-stored']],
    ['a reason where none belongs', (a) => (a.assessments[2]!.answers[3]!.reason = '理由'), ['assessments[2].answers[3].reason: not-as-stored']],
    ['no reason where one belongs', (a) => (a.assessments[0]!.answers[1]!.reason = ''), ['assessments[0].answers[1].reason: custom']],
    ['a link that runs', (a) => (a.assessments[0]!.answers[0]!.evidence[0]!.link = 'javascript:alert(1)'), ['assessments[0].answers[0].evidence[0].link: custom']],
    ['an unknown kind of evidence', (a) => (a.assessments[0]!.answers[0]!.evidence[0]!.kind = 'rumour'), ['assessments[0].answers[0].evidence[0].kind: invalid_value']],
    ['a plan for an unknown measure', (a) => (a.plan[0]!.measure = 'Z99'), ['plan[0].measure: unknown-measure']],
    ['a plan of an unknown instrument', (a) => (a.plan[0]!.instrument = 'nothing'), ['plan[0].instrument: unknown-instrument']],
    ['a plan twice', (a) => a.plan.push(a.plan[0]!), ['plan[2]: repeated']],
    ['a plan without a bureau', (a) => (a.plan[1]!.bureau = ''), ['plan[1].bureau: custom']],
    ['an entry of the log left out', (a) => a.assessments[0]!.changes!.splice(1, 1), [1, 2, 3, 4, 5].map((index) => `assessments[0].changes[${index}].position: change-order`)],
    ['another answer in the log', (a) => Object.assign(a.assessments[2]!.changes!.at(-1)!.after!, {note: '没有人写过'}), ['assessments[2].changes[7]: change-end']],
    ['a log that does not go on from where it was', (a) => a.assessments[2]!.changes!.push({...a.assessments[2]!.changes!.at(-1)!, position: 9, before: null}), ['assessments[2].changes[8].before: change-gap']],
    ['an unknown measure in the log', (a) => (a.assessments[1]!.changes![0]!.measure = 'Z99'), ['assessments[1].changes[0]: change-gap']],
    ['a link that runs in the log', (a) => Object.assign(answerIn(a.assessments[0]!.changes![0]!).evidence[0]!, {link: 'javascript:alert(1)'}), ['assessments[0].changes[0].after.evidence[0].link: custom', 'assessments[0].changes[0]: change-end']],
    ['a number as a note in the log', (a) => Object.assign(a.assessments[0]!.changes![0]!.after!, {note: 5}), ['assessments[0].changes[0].after.note: invalid_type']],
    ['a change of a trait left out', (a) => dropTrait(a.assessments[0]!, 'brand'), ['assessments[0].changes[4].position: change-order', 'assessments[0].changes[5].position: change-order']],
    ['an unknown trait in the log', (a) => setTrait(a, {trait: 'nothing'}), ['assessments[0].changes[4].trait: unknown-trait', 'assessments[0].changes[4]: change-end']],
    ['a trait in the log whose section was left out', (a) => Object.assign(a.assessments[0]!, {traits: null}) && Object.assign(a.assessments[0]!.final!, {traits: null}), [
      'changes[4].trait: unknown-trait', 'changes[4].after.stage: unknown-stage', 'changes[5].trait: unknown-trait', 'changes[4]: change-end', 'changes[5]: change-end',
    ].map((each) => `assessments[0].${each}`)],
    ['an unknown stage in the log', (a) => setTrait(a, {after: {stage: 4}}), ['assessments[0].changes[4].after.stage: unknown-stage', 'assessments[0].changes[4]: change-end']],
    ['an unknown stage before', (a) => setTrait(a, {before: {stage: 9}}), ['assessments[0].changes[4].before.stage: unknown-stage']],
    ['a stage that is none', (a) => setTrait(a, {after: {stage: 'two'}}), ['assessments[0].changes[4].after.stage: invalid_type']],
    ['another stage in the log', (a) => setTrait(a, {after: {stage: 3}}), ['assessments[0].changes[4]: change-end']],
    ['another revision of a trait in the log', (a) => setTrait(a, {revision: 2}), ['assessments[0].changes[4]: change-end']],
    ['a change of a trait that does not go on from where it was', (a) => a.assessments[2]!.changes!.push({...a.assessments[2]!.changes![5]!, position: 9}), ['assessments[2].changes[8].before: change-gap']],
    ['a change of a trait without a revision', (a) => setTrait(a, {revision: null}), ['assessments[0].changes[4].revision: invalid_type']],
    ['a change of a trait without what it led to', (a) => setTrait(a, {after: null}), ['assessments[0].changes[4].after: invalid_type']],
    ['a change of a trait and a measure at once', (a) => setTrait(a, {measure: 'A11'}), ['assessments[0].changes[4].measure: invalid_type']],
    ['an extra field', (a) => Object.assign(a.assessments[0]!.answers[0]!, {score: 9}), ['assessments[0].answers[0]: unrecognized_keys']],
    ['a status that is not for it to say', (a) => Object.assign(a.profile, {latestStage: 3}), ['profile: unrecognized_keys']],
    ['a revision beyond what is stored', (a) => (a.assessments[0]!.revision = 2 ** 31), ['assessments[0].revision: too_big']],
  ];

  it.each(cases)('%s', async (_name, change, problems) => {
    expect(await tamper(change)).toEqual(problems);
  });

  it('has all its problems told at once', async () => {
    const problems = await tamper((a) => {
      a.profile.county = '别县';
      a.assessments[0]!.answerHash = '0'.repeat(64);
      a.assessments[1]!.basedOn = '00000000-0000-4000-8000-000000000001';
      a.plan[0]!.measure = 'Z1';
    });
    expect(problems.toSorted()).toEqual(['assessments[0].answerHash: other-answer-hash', 'assessments[1].basedOn: basis-missing', 'plan[0].measure: unknown-measure', 'profile.divisionCode: division-names']);
  });

  it('a changed answer of a final assessment is told by hash, values and diagnosis', async () => {
    const problems = await tamper((a) => (a.assessments[0]!.answers[0]!.value = 'not-in-place'));
    expect(problems).toEqual(['answerHash: other-answer-hash', 'final.values: other-values', 'final.diagnosis: other-diagnosis'].map((each) => `assessments[0].${each}`));
  });
});
