import type {TraitInstrument} from '@/lib/instrument/trait-schema';
import {type ClusterStage, getClusterStage} from './cluster-stage';

/** The section on cluster traits: the stage by trait, null where it is not known, and where they place the cluster. */
export type TraitReading = {values: Record<string, number | null>; cluster: ClusterStage | null};

/** Reads stored answers to the traits; those carried over and not yet saved count as unknown. Null where nothing was answered. */
export function readTraitAnswers(
  stored: readonly {trait: string; value: number | null; confirmed: boolean}[],
  {traits, stages}: TraitInstrument,
): TraitReading | null {
  const answers = new Map(stored.filter(({confirmed}) => confirmed).map(({trait, value}) => [trait, value]));
  if (answers.size === 0) return null;
  const values = Object.fromEntries(traits.map(({id}) => [id, answers.get(id) ?? null]));
  return {values, cluster: getClusterStage(Object.values(values), stages.length)};
}
