import type {Provenance} from '@/lib/instrument/schema';

/** A sentence or formula of the method page and where what it says comes from. */
export type MethodLine = {readonly text: string; readonly from: Provenance};

/** A table of the method page; the first cell of a row is its heading. */
export type MethodTable = {
  readonly id: string;
  readonly caption: string;
  /** Where the numbers come from; null where each row says it. */
  readonly from: Provenance | null;
  readonly headings: readonly string[];
  readonly rows: readonly {readonly key: string; readonly cells: readonly string[]; readonly from?: Provenance}[];
};

/** One rule or subject of the method page, in reading order. */
export type MethodSection = {
  readonly id: string;
  readonly heading: string;
  readonly lines: readonly MethodLine[];
  readonly formulas: readonly MethodLine[];
  /** The worked example; empty where there is none. */
  readonly worked: readonly MethodLine[];
  readonly tables: readonly MethodTable[];
  /** What the tables show. */
  readonly findings: readonly MethodLine[];
};

/** A section with nothing but its heading and what is given. */
export function buildSection(id: string, heading: string, parts: Partial<Omit<MethodSection, 'id' | 'heading'>>): MethodSection {
  return {id, heading, lines: [], formulas: [], worked: [], tables: [], findings: [], ...parts};
}

/** A line that states a fact of the paper. */
export function paper(text: string): MethodLine {
  return {text, from: 'paper'};
}

/** A line that follows by arithmetic. */
export function derived(text: string): MethodLine {
  return {text, from: 'derived'};
}

/** A line that states a choice of ours. */
export function editorial(text: string): MethodLine {
  return {text, from: 'editorial'};
}
