import 'server-only';
import {getSession} from '@/lib/access/session';
import {getLatestFinal} from '@/lib/db/latest-final';
import {type ProfileWithAssessments, listProfiles, listProfilesByIds} from '@/lib/db/profiles';
import {readBenchmarks} from '@/lib/diagnosis/read-benchmarks';
import {formatCountyShort} from '@/lib/divisions/county-label';
import {formatPeriod} from '@/lib/format';
import {DEFAULT_INSTRUMENT, getInstrumentOrThrow} from '@/lib/instrument/registry';
import type {Locale} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';
import {paths} from '@/lib/paths';
import {buildBenchmarkCounty} from '@/lib/report/compare/benchmark-county';
import type {ComparedCounty} from '@/lib/report/compare/build-comparison';
import {COMPARE_LIMIT, benchmarkKey, parseCompareKeys, profileKey} from '@/lib/report/compare/selection';

/** A county that can be chosen, and whether it is. */
export type CompareChoice = {key: string; label: string; checked: boolean; isBenchmark: boolean};

/**
 * Loads the counties of an address: benchmarks from the content, profiles by their newest final
 * assessment. What can't be compared is left out and said.
 */
export async function loadComparison(given: readonly string[], locale: Locale, t: Translate) {
  const {organisationId} = getSession();
  const registered = getInstrumentOrThrow(DEFAULT_INSTRUMENT);
  const {keys, malformed} = parseCompareKeys(given);
  const chosen = keys.slice(0, COMPARE_LIMIT);
  const ids = chosen.filter(({kind}) => kind === 'profile').map(({id}) => id);
  const [profiles, listed] = await Promise.all([
    listProfilesByIds(organisationId, ids),
    listProfiles(organisationId, {search: '', sort: 'updated', archived: false, page: 1}),
  ]);
  const readings = readBenchmarks(registered);

  const problems = malformed.map((key) => t('chooser.unknown', {key: key.slice(0, 40)}));
  if (keys.length > COMPARE_LIMIT) problems.push(t('chooser.too-many', {limit: COMPARE_LIMIT, given: keys.length}));
  const counties = chosen.flatMap(({kind, id}): ComparedCounty[] => {
    if (kind === 'benchmark') {
      const reading = readings.find(({benchmark}) => benchmark.id === id);
      if (!reading) problems.push(t('chooser.unknown', {key: benchmarkKey(id)}));
      return reading ? [buildBenchmarkCounty(reading, locale, t)] : [];
    }
    const profile = profiles.find((candidate) => candidate.id === id);
    if (!profile) {
      problems.push(t('chooser.unknown', {key: profileKey(id)}));
      return [];
    }
    const county = fromProfile(profile, locale, t);
    if (!county) problems.push(t('chooser.no-final', {county: formatCountyShort(profile, locale)}));
    else if (getLatestFinal(profile)?.assessment.instrumentVersion !== registered.instrument.version) {
      problems.push(t('chooser.other-version', {county: county.name}));
    }
    return county ? [county] : [];
  });

  const selected = new Set(counties.map(({key}) => key));
  const offered = [...profiles, ...listed.profiles.filter(({id}) => !ids.includes(id))].filter(({assessments}) => assessments.length > 0);
  const choices: CompareChoice[] = [
    ...readings.map(({benchmark}) => ({key: benchmarkKey(benchmark.id), label: `${benchmark.shortName[locale]} · ${benchmark.industry[locale]}`, isBenchmark: true})),
    ...offered.map((profile) => ({key: profileKey(profile.id), label: `${formatCountyShort(profile, locale)} · ${profile.industry}`, isBenchmark: false})),
  ].map((choice) => ({...choice, checked: selected.has(choice.key)}));
  return {registered, counties, choices, problems};
}

function fromProfile(profile: ProfileWithAssessments, locale: Locale, t: Translate): ComparedCounty | null {
  const latest = getLatestFinal(profile);
  return (
    latest && {
      key: profileKey(profile.id),
      name: formatCountyShort(profile, locale),
      detail: `${profile.industry} · ${formatPeriod(latest.assessment.period, t)}`,
      isBenchmark: false,
      href: paths.result(latest.assessment.id),
      values: latest.values,
      diagnosis: latest.diagnosis,
      underWayKnown: true,
    }
  );
}
