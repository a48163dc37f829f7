import type {Prisma} from '@/prisma/generated/sqlite/client';

/** Assessments of a profile, the newest period first, then the newest revision. */
export const NEWEST_FIRST = [
  {periodEnd: 'desc'},
  {revision: 'desc'},
  {createdAt: 'desc'},
] as const satisfies Prisma.AssessmentOrderByWithRelationInput[];
