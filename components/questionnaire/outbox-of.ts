import {Outbox} from './outbox';

const outboxes = new Map<string, Outbox>();

/** The outbox of an assessment in this tab. */
export function outboxOf(assessment: string): Outbox {
  const outbox = outboxes.get(assessment) ?? new Outbox(assessment);
  outboxes.set(assessment, outbox);
  return outbox;
}
