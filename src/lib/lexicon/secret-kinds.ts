/** Secrets that are known by their look, where they have no name. */
export type SecretKind = 'private-key' | 'api-key' | 'token' | 'user-name-and-password' | 'long-value';

/** A secret that was left out or refused: its name or its kind, and the setting that it stood in. */
export interface FoundSecret {
	setting?: string;
	secret: string;
}
