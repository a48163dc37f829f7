const TEXTS = ['text-stage-1', 'text-stage-2', 'text-stage-3'] as const;
const BORDERS = ['border-stage-1', 'border-stage-2', 'border-stage-3'] as const;

/** The text colour class of a stage by its number; ink for stages beyond those that have a colour. */
export function stageColour(stage: number): string {
  return TEXTS[stage - 1] ?? 'text-ink';
}

/** The border colour class of a stage by its number. */
export function stageBorder(stage: number): string {
  return BORDERS[stage - 1] ?? 'border-ink';
}
