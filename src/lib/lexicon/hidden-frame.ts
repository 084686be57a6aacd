/** Milliseconds in which a hidden frame has to be back with an answer. */
export const framePatience = 10_000;
