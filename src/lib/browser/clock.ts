/** Milliseconds since the epoch, by this device. */
export const now = (): number => Date.now();
