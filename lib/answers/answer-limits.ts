/** The longest texts that an answer holds, in characters, and the most evidence records. */
export const ANSWER_LIMITS = {note: 2000, reason: 500, title: 200, documentNumber: 100, issuer: 100, link: 500, records: 20} as const;
