import type { Preset } from './preset';

/** Where the server's own metadata says something else than the preset, and what the preset says. The metadata counts. */
export interface Contradiction {
	about:
		| 'issuer'
		| 'plain-accepted'
		| 'plain-refused'
		| 'secret-needed'
		| 'secret-not-needed'
		| 'logout'
		| 'scopes';
	/** What was known, where it is a value. */
	known?: string;
	/** The member that says otherwise, and what is in it; left out: it is not there. */
	member: string;
	found?: string;
}

const textList = (value: unknown): string[] | undefined =>
	Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : undefined;

type Metadata = Readonly<Record<string, unknown>>;

function issuerContradiction(expected: string | undefined, { issuer }: Metadata): Contradiction[] {
	return expected !== undefined && typeof issuer === 'string' && issuer !== expected
		? [{ about: 'issuer', known: expected, member: 'issuer', found: issuer }]
		: [];
}

function plainContradiction({ plain }: Preset, metadata: Metadata): Contradiction[] {
	const member = 'code_challenge_methods_supported';
	const methods = textList(metadata[member]);
	if (!plain || !methods || methods.includes('plain') === plain.value) return [];
	return [{ about: plain.value ? 'plain-accepted' : 'plain-refused', member, found: methods.join(', ') }];
}

function clientContradiction({ publicClient }: Preset, metadata: Metadata): Contradiction[] {
	const member = 'token_endpoint_auth_methods_supported';
	const methods = textList(metadata[member]);
	if (!publicClient || !methods || methods.includes('none') === publicClient.value) return [];
	const about = publicClient.value ? 'secret-not-needed' : 'secret-needed';
	return [{ about, member, found: methods.join(', ') }];
}

function logoutContradiction({ logout }: Preset, metadata: Metadata): Contradiction[] {
	const member = 'end_session_endpoint';
	return logout?.value === 'discovery' && typeof metadata[member] !== 'string'
		? [{ about: 'logout', member }]
		: [];
}

function scopesContradiction({ scopes }: Preset, metadata: Metadata): Contradiction[] {
	const member = 'scopes_supported';
	const supported = textList(metadata[member]);
	const missing = supported ? scopes.filter((scope) => !supported.includes(scope)) : [];
	return supported && missing.length > 0
		? [{ about: 'scopes', known: missing.join(' '), member, found: supported.join(' ') }]
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
