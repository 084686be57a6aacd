import type { Preset } from './preset';

/** Where the server's own metadata says something else than the preset. The metadata counts. */
export interface Contradiction {
	about: 'issuer' | 'plain' | 'publicClient' | 'logout' | 'scopes';
	preset: string;
	metadata: string;
}

const textList = (value: unknown): string[] | undefined =>
	Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : undefined;

type Metadata = Readonly<Record<string, unknown>>;

function issuerContradiction(expected: string | undefined, { issuer }: Metadata): Contradiction[] {
	return expected !== undefined && typeof issuer === 'string' && issuer !== expected
		? [{ about: 'issuer', preset: expected, metadata: issuer }]
		: [];
}

function plainContradiction({ plain }: Preset, metadata: Metadata): Contradiction[] {
	const methods = textList(metadata['code_challenge_methods_supported']);
	if (!plain || !methods || methods.includes('plain') === plain.value) return [];
	return [
		{
			about: 'plain',
			preset: plain.value ? 'plain is accepted' : 'plain is refused',
			metadata: `code_challenge_methods_supported: ${methods.join(', ')}`
		}
	];
}

function clientContradiction({ publicClient }: Preset, metadata: Metadata): Contradiction[] {
	const methods = textList(metadata['token_endpoint_auth_methods_supported']);
	if (!publicClient || !methods || methods.includes('none') === publicClient.value) return [];
	return [
		{
			about: 'publicClient',
			preset: publicClient.value ? 'a client without a secret is possible' : 'a client secret is needed',
			metadata: `token_endpoint_auth_methods_supported: ${methods.join(', ')}`
		}
	];
}

function logoutContradiction({ logout }: Preset, metadata: Metadata): Contradiction[] {
	const endpoint = metadata['end_session_endpoint'];
	return logout?.value === 'discovery' && typeof endpoint !== 'string'
		? [{ about: 'logout', preset: logout.note, metadata: 'no end_session_endpoint' }]
		: [];
}

function scopesContradiction({ scopes }: Preset, metadata: Metadata): Contradiction[] {
	const supported = textList(metadata['scopes_supported']);
	const missing = supported ? scopes.filter((scope) => !supported.includes(scope)) : [];
	return missing.length > 0
		? [{ about: 'scopes', preset: missing.join(' '), metadata: `scopes_supported: ${supported?.join(' ')}` }]
		: [];
}

/**
 * What a preset and a metadata document disagree about. `metadata` may be anything; a field that is not there
 * contradicts nothing, because metadata may leave fields out. `issuer` is what `issuerOf` gave, where it was used.
 */
export function contradictions(preset: Preset, metadata: unknown, issuer?: string): Contradiction[] {
	if (typeof metadata !== 'object' || metadata === null || Array.isArray(metadata)) return [];
	const fields: Metadata = { ...metadata };
	return [
		...issuerContradiction(issuer, fields),
		...plainContradiction(preset, fields),
		...clientContradiction(preset, fields),
		...logoutContradiction(preset, fields),
		...scopesContradiction(preset, fields)
	];
}
