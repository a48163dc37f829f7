import type {Staircase} from './picture';
import type {FlagFacts, StageFacts} from './words';

/** All that a layout draws, in words, before anything has a place. */
export type StaircaseFacts = {
  readonly stages: readonly StageFacts[];
  readonly flags: readonly FlagFacts[];
  readonly name: string;
  /** Stage or interval in a few words. */
  readonly standing: string;
  /** Bricks are links, so a lane for their captions is wanted. */
  readonly linked: boolean;
  readonly words: Readonly<Record<'government' | 'market' | 'governmentLegend' | 'marketLegend' | 'hint', string>>;
};

/** What a layout adds to the words of a picture. */
export type StaircaseDrawing = Pick<
  Staircase,
  'width' | 'height' | 'bodies' | 'steps' | 'arrows' | 'flags' | 'texts' | 'hint'
>;
