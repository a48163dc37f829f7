/** The five answers to a measure; a measure without an answer is `unknown` (METHOD.md: Answers). */
export const ANSWER_VALUES = ['in-place', 'under-way', 'not-in-place', 'not-applicable', 'unknown'] as const;
export type AnswerValue = (typeof ANSWER_VALUES)[number];
