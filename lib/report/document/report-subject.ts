import type {AnswerValue} from '@/lib/answers/answer-value';
import type {ClusterStage} from '@/lib/diagnosis/cluster-stage';
import type {Diagnosis} from '@/lib/diagnosis/model';
import type {RegisteredInstrument, RegisteredTraits} from '@/lib/instrument/parse-content';
import type {Locale, SourcesFile} from '@/lib/instrument/schema';
import type {Translate} from '@/lib/messages/translator';
import type {AnswerRow} from '../category-page';
import type {PlanEntry} from '../plan';

/** A county as a report names it; the short name is for pictures and sentences. */
export type ReportCounty = {readonly name: string; readonly shortName: string; readonly region: string; readonly industry: string};

/** The final assessment before this one, as far as a report looks back on it. */
export type EarlierAssessment = {readonly period: string; readonly values: Readonly<Record<string, AnswerValue>>; readonly diagnosis: Diagnosis};

/** What a stage report is written from. */
export type ReportSubject = {
  readonly registered: RegisteredInstrument;
  /** Hash of the instrument's content that the diagnosis was made under. */
  readonly hash: string;
  readonly sources: SourcesFile;
  readonly county: ReportCounty;
  readonly period: string;
  readonly revision: number;
  readonly filledBy: string;
  /** When the assessment was made final; null for a draft. */
  readonly finalisedAt: Date | null;
  /** When the report is made. */
  readonly now: Date;
  /** The stored answers with notes and evidence, those still to be confirmed among them. */
  readonly answers: readonly AnswerRow[];
  /** Value per measure as diagnosed; a missing one is unknown. */
  readonly values: Readonly<Record<string, AnswerValue>>;
  /** The diagnosis of those values, with nothing set aside. */
  readonly diagnosis: Diagnosis;
  /** The decisions of the county's plan, and the diagnosis with the roadmap that follows from them. */
  readonly plan: {readonly entries: readonly PlanEntry[]; readonly diagnosis: Diagnosis};
  readonly traits: RegisteredTraits;
  /** The section on the cluster; null where it was left out. */
  readonly cluster: {readonly values: Readonly<Record<string, number | null>>; readonly cluster: ClusterStage | null} | null;
  /** Null where there is none. */
  readonly earlier: EarlierAssessment | null;
  /** Who issues and who wrote the report; empty where the office has not said so. */
  readonly issuer: {readonly organisation: string; readonly author: string};
  readonly locale: Locale;
  readonly t: Translate;
};
