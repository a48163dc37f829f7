import {AppError} from '@/lib/errors';
import type {RegisteredTraits} from './parse-content';
import {getContent, pickNewest} from './registry';

/** The instrument of cluster traits that new assessments use. */
export const DEFAULT_TRAITS = 'cluster-traits';

/** An instrument of cluster traits by id: the given version, drafts included, or the newest published one. @throws AppError `instrument-not-found` */
export function getTraitsOrThrow(id: string = DEFAULT_TRAITS, version?: string): RegisteredTraits {
  const all = getContent().traits.filter(({instrument}) => instrument.id === id);
  const found = version ? all.find(({instrument}) => instrument.version === version) : pickNewest(all)[0];
  if (!found) throw new AppError('instrument-not-found');
  return found;
}
