import type {ProfileWithAssessments} from './profiles';
import {readSnapshot} from './snapshot';

/** The newest final assessment of a profile with its snapshot; null when there is none. */
export function getLatestFinal(profile: ProfileWithAssessments) {
  const assessment = profile.assessments.find(({status}) => status === 'final');
  const snapshot = assessment ? readSnapshot(assessment) : null;
  return assessment && snapshot ? {assessment, ...snapshot} : null;
}
