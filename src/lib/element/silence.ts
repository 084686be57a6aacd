/** Milliseconds after which a frame that has said nothing is told as one that does not answer. */
export const longestSilence = 12_000;
