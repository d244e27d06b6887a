import type { SpeechFrame } from './speech-frame.ts';

/** What brings in a marked stretch: the frame that governs it, and how directly. */
export interface Governor {
  readonly frame: SpeechFrame;
  /** True where the stretch is all of what the cue brings in, so that it may be a direct quotation. */
  readonly isWhole: boolean;
  readonly how: string;
}
