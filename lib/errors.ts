/** Expected failures and the HTTP status that tells a program of each. */
const STATUS = {
  'not-found': 404,
  'instrument-not-found': 404,
  invalid: 400,
  'malformed-json': 400,
  'too-large': 413,
  'wrong-content-type': 415,
  'foreign-origin': 403,
  'assessment-final': 409,
  'revision-conflict': 409,
  'save-id-reused': 409,
  'answer-changed': 409,
  'plan-changed': 409,
  'period-taken': 409,
  'nothing-answered': 409,
  'answers-unconfirmed': 409,
  'not-final': 409,
  'profile-archived': 409,
  'database-busy': 503,
  'database-unreachable': 503,
  'database-unwritable': 503,
  unexpected: 500,
} as const;

export type ErrorCode = keyof typeof STATUS;

/** HTTP status of an expected failure. */
export function statusOf(code: ErrorCode): number {
  return STATUS[code];
}

/** The code that a button's failure left in an address (`?error=…`), or undefined when it is none. */
export function parseErrorCode(code: unknown): ErrorCode | undefined {
  return typeof code === 'string' && Object.hasOwn(STATUS, code) ? (code as ErrorCode) : undefined;
}

/** Something that the caller can act on; its words are the message `errors.<code>`. */
export class AppError extends Error {
  override name = 'AppError';
  readonly code: ErrorCode;
  constructor(code: ErrorCode, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}
