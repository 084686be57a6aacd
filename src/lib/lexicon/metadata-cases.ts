/** Why there is no metadata to read, as far as a page can tell: several may be possible at once. */
export type MetadataCase = 'not-there' | 'not-readable' | 'unreachable' | 'blocked' | 'moved';
