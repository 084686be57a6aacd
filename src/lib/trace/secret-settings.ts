import { isSecretParameter } from '$lib/lexicon/secrets';
import type { Configuration } from './configuration';

/** Names of settings whose values never leave the tab, in whatever way they are written. */
export const isSecretName = (name: string): boolean =>
	isSecretParameter(name.trim().toLowerCase()) || /secret|password|token$|private_key/i.test(name);

/** Values that are secrets under any name: a JWT, an Authorization header's value, a private key. */
export const looksSecret = (value: string): boolean =>
	/\beyJ[\w-]{8,}\.[\w-]{8,}/.test(value) ||
	/\b(?:Bearer|Basic|DPoP)\s+[\w.~+/=-]{8,}/i.test(value) ||
	/PRIVATE KEY|"d"\s*:/.test(value);

/** A configuration without what must not leave the tab: free parameters that are secrets by name or by look. */
export const withoutSecrets = (configuration: Configuration): Configuration => ({
	...configuration,
	extra: configuration.extra.filter(([name, value]) => !isSecretName(name) && !looksSecret(value))
});
