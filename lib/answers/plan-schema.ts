import {z} from 'zod';
import {textOf} from './answer-schema';
import {periodSchema} from './period';

/** The longest texts of a planned measure, in characters. */
export const PLAN_LIMITS = {bureau: 60, reason: 500} as const;

/** What a county may decide about a measure: to carry it out, or that it is outside its powers. */
export const PLAN_DECISIONS = ['chosen', 'setAside'] as const;
export type PlanDecision = (typeof PLAN_DECISIONS)[number];

/**
 * A decision on one measure of the roadmap, from form text. A chosen one needs who is responsible and the period
 * by whose end it is due; one set aside needs its reason. The other decision's texts are kept for when it changes.
 */
export const planSchema = z
  .strictObject({
    decision: z.enum(PLAN_DECISIONS, {error: 'plan-decision-missing'}),
    bureau: z.string().transform((text) => text.trim().replace(/\s+/g, ' ')).pipe(textOf(PLAN_LIMITS.bureau)).default(''),
    duePeriod: z.string().trim().refine((text) => text === '' || periodSchema.safeParse(text).success, 'bad-due').default(''),
    reason: textOf(PLAN_LIMITS.reason).default(''),
  })
  .superRefine(({decision, bureau, duePeriod, reason}, context) => {
    const report = (path: string, message: string) => context.addIssue({code: 'custom', path: [path], message});
    if (decision === 'setAside' && reason === '') report('reason', 'set-aside-reason-missing');
    if (decision === 'chosen' && bureau === '') report('bureau', 'bureau-missing');
    if (decision === 'chosen' && duePeriod === '') report('duePeriod', 'due-missing');
  });

/** What a decision holds once it has passed `planSchema`. */
export type PlanInput = z.output<typeof planSchema>;
