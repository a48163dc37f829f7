import type {ReactElement} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest';
import {parse, stringify} from 'yaml';
import RereadPage from '@/app/assessments/[id]/reread/page';
import {RereadOffer} from '@/app/assessments/[id]/result/reread-offer';
import {POST} from '@/app/api/v1/diagnose/route';
import {GET} from '@/app/api/v1/instruments/route';
import {createAssessment, getAssessmentOrThrow} from '@/lib/db/assessments';
import {getClient} from '@/lib/db/client';
import {readAssessment} from '@/lib/db/read-assessment';
import {buildModel} from '@/lib/diagnosis/build-model';
import {diagnose} from '@/lib/diagnosis/diagnose';
import {DEFAULT_INSTRUMENT, getInstrumentOrThrow} from '@/lib/instrument/registry';
import {instrumentFileSchema} from '@/lib/instrument/schema';
import {translatorFor} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';
import {type ContentCopy, copyContent} from '../support/content-copy';
import {ORGANISATION, makeFinal, sameAnswers, stageCodes, useTestDatabase} from '../support/test-database';

const t = translatorFor('zh-CN');
const say = vi.hoisted(() => ({locale: 'zh-CN' as 'zh-CN' | 'en'}));
vi.mock('@/lib/messages/request-locale', async () => {
  const {translatorFor: of} = await import('@/lib/messages/translator');
  return {getWords: async () => ({locale: say.locale, t: of(say.locale)})};
});

useTestDatabase();

let copy: ContentCopy;
let id: string;
let profileId: string;

/** Version 1.1.0: B21 is gone, B22 asks otherwise, C61 stands in the place of C11, and a stage needs all of its measures. */
function change(text: string): string {
  const file = instrumentFileSchema.parse(parse(text));
  file.threshold.value = [1, 1];
  for (const {measures} of file.stages.flatMap(({categories}) => categories)) {
    for (const measure of measures) {
      if (measure.code === 'B22') measure.question.en = 'Asked otherwise?';
      if (measure.code === 'C11') measure.code = 'C61';
    }
    const gone = measures.findIndex(({code}) => code === 'B21');
    if (gone >= 0) measures.splice(gone, 1);
  }
  return stringify(file);
}

beforeAll(async () => {
  // Made and finalised while 1.0.0 is the only version.
  ({id, profileId} = await makeFinal({...sameAnswers(stageCodes(1), 'in-place'), ...sameAnswers(stageCodes(2).slice(0, 8), 'in-place')}, {period: '2025'}));
  copy = copyContent();
  copy.addVersion('1.1.0', change);
});

afterAll(() => copy.remove());

const stored = () => getClient().assessment.findUniqueOrThrow({where: {id}, include: {answers: {orderBy: {measure: 'asc'}}}});

async function show(query: Record<string, string | string[]>): Promise<string> {
  const page = await RereadPage({params: Promise.resolve({id}), searchParams: Promise.resolve(query)});
  return renderToStaticMarkup(page);
}

/** The text of some HTML, tags left out. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replaceAll('&lt;', '<').replaceAll('&gt;', '>');

describe('an assessment made under 1.0.0 when 1.1.0 is registered', () => {
  it('keeps its version, hash, values and result; new assessments take 1.1.0', async () => {
    const before = await stored();
    const newest = getInstrumentOrThrow(DEFAULT_INSTRUMENT);
    expect(newest.instrument.version).toBe('1.1.0');
    expect(newest.hash).not.toBe(before.instrumentHash);
    const assessment = await getAssessmentOrThrow(ORGANISATION, id);
    const pinned = getInstrumentOrThrow(assessment.instrumentId, assessment.instrumentVersion);
    expect(pinned).toMatchObject({hash: assessment.instrumentHash, instrument: {version: '1.0.0'}});
    const {values, diagnosis} = readAssessment(assessment, pinned);
    expect(diagnosis).toMatchObject({stage: 2});
    expect(diagnosis).toEqual(before.finalDiagnosis);
    expect(values).toEqual(before.finalAnswers);

    const next = await createAssessment(ORGANISATION, {profileId, period: '2026', filledBy: '某', carryOver: true}, newest);
    const draft = await getAssessmentOrThrow(ORGANISATION, next);
    expect(draft).toMatchObject({instrumentVersion: '1.1.0', instrumentHash: newest.hash});
    expect(draft.answers.map(({measure}) => measure)).not.toContain('B21');
    expect(await stored()).toEqual(before);
  });

  it('is offered to be read again under 1.1.0, and shows both stages side by side without storing anything', async () => {
    const before = await stored();
    const offer = renderToStaticMarkup(RereadOffer({assessmentId: id, instrument: getInstrumentOrThrow(DEFAULT_INSTRUMENT, '1.0.0').instrument, t}) as ReactElement);
    expect(offer).toContain(`href="${paths.reread(id, '1.1.0')}"`);
    expect(RereadOffer({assessmentId: id, instrument: getInstrumentOrThrow(DEFAULT_INSTRUMENT).instrument, t})).toBeNull();

    const to = getInstrumentOrThrow(DEFAULT_INSTRUMENT);
    const values = readAssessment(before as never, to).values;
    const {B21: _dropped, C11: _renamed, ...kept} = values;
    const answers = Object.fromEntries(Object.entries(kept).map(([code, value]) => [code, {value}]));
    const {interval} = diagnose(buildModel(to.instrument, to.benchmarks), answers);
    const html = await show({version: '1.1.0'});
    const text = textOf(html);
    expect(text).toContain(t('stage.range', {low: t('stage.numeral', {stage: String(interval.low)}), high: t('stage.numeral', {stage: String(interval.high)})}));
    for (const part of [t('versions.as-assessed', {version: '1.0.0'}), t('versions.re-read', {version: '1.1.0'}), to.hash, before.instrumentHash]) expect(text).toContain(part);
    expect(text).toMatch(new RegExp(`${t('versions.added')}[^]*C61[^]*${t('versions.dropped')}[^]*B21[^]*C11[^]*${t('versions.reworded')}[^]*B22`));
    expect(await show({})).toBe(html);
    expect(await stored()).toEqual(before);
  });

  it.each(['1.0.0', '0.9.0', '9.9.9', '1.1', '', ' 1.1.0', '__proto__', '<script>alert(1)</script>'])('tells in both languages that %j is no newer version, and offers those that are', async (version) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      say.locale = locale;
      const html = await show({version});
      expect(textOf(html)).toContain(translatorFor(locale)('versions.unknown', {wanted: version, version: '1.0.0'}));
      expect(html).toContain(`href="${paths.reread(id, '1.1.0')}"`);
      expect(html).not.toContain('<script');
      expect(html).not.toContain('<table');
    }
    say.locale = 'zh-CN';
  });

  it('takes the first of several versions asked for', async () => {
    expect(textOf(await show({version: ['9.9.9', '1.1.0']}))).toContain('9.9.9');
  });
});

describe('the HTTP interface', () => {
  it('names id, version and hash of the version that it used', async () => {
    const {hash} = getInstrumentOrThrow(DEFAULT_INSTRUMENT);
    const identity = {id: DEFAULT_INSTRUMENT, version: '1.1.0', hash};
    const listed = await (await GET(new Request('http://localhost/api/v1/instruments'))).json();
    expect(listed.instruments).toContainEqual(expect.objectContaining(identity));
    const request = new Request('http://localhost/api/v1/diagnose', {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({instrument: DEFAULT_INSTRUMENT, answers: {C61: {value: 'in-place'}}}),
    });
    const answered = await POST(request);
    expect(answered.status).toBe(200);
    expect((await answered.json()).instrument).toEqual(identity);
  });
});
