const TEXT_COLOURS = ['text-stage-1', 'text-stage-2', 'text-stage-3'] as const;

/** The text colour class of a stage by its number; ink for stages beyond those that have a colour. */
export function stageColour(stage: number): string {
  return TEXT_COLOURS[stage - 1] ?? 'text-ink';
}
