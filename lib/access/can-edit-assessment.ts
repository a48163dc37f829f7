/** Whether answers may be given: only in a draft whose profile is not archived. */
export function canEditAssessment(assessment: {status: string; profile: {archivedAt: Date | null}}): boolean {
  return assessment.status === 'draft' && assessment.profile.archivedAt === null;
}
