import type { DiagnosisCode, DiagnosisStep } from '$lib/lexicon/causes';
import { tell } from '$lib/lexicon/said';
import { readChallenges } from '$lib/message/authenticate-header';
import type { Sign } from './sign';
import { b2cCodes, entraAlso, entraCodes, generalNumbers } from './entra-codes';
import type { Read } from './seen';

/** Codes of providers that name a cause by themselves, whatever the words beside them say. */

const onlyRefresh: ReadonlySet<DiagnosisCode> = new Set(['refresh-token-expired', 'refresh-token-revoked']);

function numbersToCodes(
	table: Partial<Record<DiagnosisCode, readonly number[]>>
): Map<number, DiagnosisCode[]> {
	const byNumber = new Map<number, DiagnosisCode[]>();
	for (const [code, numbers] of typedEntries(table)) {
		for (const number of numbers) byNumber.set(number, [...(byNumber.get(number) ?? []), code]);
	}
	return byNumber;
}

function typedEntries(
	table: Partial<Record<DiagnosisCode, readonly number[]>>
): [DiagnosisCode, readonly number[]][] {
	const entries: [DiagnosisCode, readonly number[]][] = [];
	let code: DiagnosisCode;
	for (code in table) entries.push([code, table[code] ?? []]);
	return entries;
}

const entra = numbersToCodes(entraCodes);
const entraSecond = numbersToCodes(entraAlso);
const b2c = numbersToCodes(b2cCodes);

function microsoftSigns(text: string): Sign[] {
	const signs: Sign[] = [];
	for (const [written, family = '', number = ''] of text.matchAll(/\b(AADSTS|AADB2C)(\d{4,8})\b/gi)) {
		const ofEntra = family.toUpperCase() === 'AADSTS';
		const first = (ofEntra ? entra : b2c).get(Number(number)) ?? [];
		const second = ofEntra ? (entraSecond.get(Number(number)) ?? []) : [];
		const weight = ofEntra && generalNumbers.has(Number(number)) ? 0.8 : 0.97;
		signs.push(...first.map((code) => ({ code, weight, because: written })));
		const less = weight < 0.9 ? 0.2 : 0.05;
		signs.push(...second.map((code) => ({ code, weight: weight - less, because: written })));
	}
	return signs;
}

/** Short codes that GitHub, Slack, Google, Okta, Cognito and others send in place of a standard error. */
const words: readonly (readonly [RegExp, DiagnosisCode, number])[] = [
	[/^(?:cancel(?:l?ed)?|denied|declined|rejected)$/i, 'user-denied', 0.85],
	[/^incorrect_client_credentials$/, 'client-authentication-required', 0.93],
	[/^bad_verification_code$/, 'code-already-used', 0.9],
	[/^bad_verification_code$/, 'code-expired', 0.88],
	[/^(?:basic_action|additional_action|user_password_expired)$/, 'interaction-required', 0.93],
	[/^protection_policy_required$/, 'access-policy-denied', 0.93],
	[/^client_mismatch$/, 'code-issued-to-another-client', 0.9],
	[/^application_suspended$/, 'client-unknown', 0.9],
	[/^disallowed_useragent$/, 'access-policy-denied', 0.85],
	[/^disabled_client$/, 'client-unknown', 0.95],
	[/^org_internal$/, 'account-not-allowed', 0.95],
	[/^admin_policy_enforced$/, 'access-policy-denied', 0.95],
	[/^(?:origin_mismatch|idpiframe_initialization_failed)$/, 'origin-not-allowed', 0.95],
	[/^deleted_client$/, 'client-unknown', 0.95],
	[/^E0000047$/i, 'rate-limited', 0.97],
	[/^E0000011$/i, 'access-token-invalid', 0.95],
	[/^E0000006$/i, 'access-policy-denied', 0.85],
	[/^E0000015$/i, 'access-policy-denied', 0.7]
];

const wordSigns = (candidates: readonly string[]): Sign[] =>
	candidates.flatMap((candidate) =>
		words
			.filter(([pattern]) => pattern.test(candidate))
			.map(([, code, weight]) => ({ code, weight, because: candidate }))
	);

/** RFC 9449 §8 and §9: the server hands out a nonce in a header together with the error that asks for it. */
function headerSigns({ headers, status, error }: Read): Sign[] {
	const signs: Sign[] = [];
	const asks = headers.get('www-authenticate') ?? '';
	const failed = status === 400 || status === 401;
	if (failed && headers.has('dpop-nonce') && (error === 'use_dpop_nonce' || error === '')) {
		signs.push({ code: 'dpop-nonce-required', weight: 0.95, because: tell('a-header', 'DPoP-Nonce') });
	}
	if (failed && readChallenges(asks)[0]?.scheme === 'dpop' && error === '') {
		signs.push({ code: 'dpop-required', weight: 0.8, because: tell('named', 'WWW-Authenticate', 'DPoP') });
	}
	if (
		status === 429 ||
		(status !== undefined && status >= 400 && headers.has('retry-after') && status < 500)
	) {
		signs.push({
			code: 'rate-limited',
			weight: 0.95,
			because: status === 429 ? tell('http-status', status) : tell('a-header', 'Retry-After')
		});
	}
	return signs;
}

/** An expired grant with a number that names both kinds is a refresh token only where the words say so. */
function fitsWords(sign: Sign, step: DiagnosisStep | undefined, text: string): boolean {
	if (sign.code === 'code-expired' && /refresh token/i.test(text) && !/\bcode\b/i.test(text)) return false;
	const isFront = step === 'authorize' || step === 'callback';
	// Who says “denied” elsewhere is not a person.
	if (sign.code === 'user-denied' && !isFront) return false;
	return !(onlyRefresh.has(sign.code) && isFront);
}

/** Entra answers a page without CORS when the redirect URI belongs to a platform other than single-page application. */
function entraCorsSigns({ step, issuer, texts }: Read): Sign[] {
	const text = texts.join(' ');
	const atEntra = /login\.microsoftonline\.|login\.windows\.net|ciamlogin\.com/i.test(`${issuer} ${text}`);
	const noCors = /\bCORS\b|access-control-allow-origin/i.test(text);
	return atEntra && noCors && (step === 'token' || step === undefined)
		? [{ code: 'client-platform-not-spa', weight: 0.95, because: tell('entra-without-cors') }]
		: [];
}

/** The scope is resolved by what stands before it, and `resource` has to be the same API. */
const entraResourceSigns = (text: string): Sign[] =>
	/\bAADSTS9010010\b/i.test(text)
		? [{ code: 'audience-not-allowed', weight: 0.97, because: tell('entra-resource-and-scope') }]
		: [];

export function providerSigns(read: Read): Sign[] {
	const text = [read.error, ...read.texts].join(' ');
	return [
		...microsoftSigns(text),
		...entraCorsSigns(read),
		...entraResourceSigns(text),
		...wordSigns([read.error, ...read.texts]),
		...headerSigns(read)
	].filter((sign) => fitsWords(sign, read.step, text));
}
