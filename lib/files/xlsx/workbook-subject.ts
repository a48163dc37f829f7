import type {TypedEvidence} from '@/lib/answers/answer-form';
import type {RegisteredInstrument} from '@/lib/instrument/parse-content';
import type {Locale} from '@/lib/instrument/schema';
import type {StageReport} from '@/lib/report/document/stage-report';

/** An answer as it is kept; one carried over from an earlier assessment is not `confirmed` until someone has checked it. */
export type WorkbookAnswer = {
  readonly measure: string;
  readonly value: string;
  readonly note: string;
  readonly reason: string;
  readonly confirmed: boolean;
  readonly evidence: readonly TypedEvidence[];
};

/** What a workbook is written from; without an assessment it is the blank template. */
export type WorkbookSubject = {
  readonly locale: Locale;
  readonly registered: RegisteredInstrument;
  readonly assessment: {readonly answers: readonly WorkbookAnswer[]; readonly report: StageReport} | null;
};
