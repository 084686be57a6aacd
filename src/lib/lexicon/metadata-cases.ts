/** Why there is no metadata to read, as far as a page can tell: several may be possible at once. */
export const metadataCases = ['not-there', 'not-readable', 'unreachable', 'blocked', 'moved'] as const;

export type MetadataCase = (typeof metadataCases)[number];
