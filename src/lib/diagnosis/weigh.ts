import type { DiagnosisCode } from '$lib/lexicon/causes';
import type { Diagnosis, Sign } from './sign';

const mostReasons = 4;

/** At most so many answers: a person can look into a few causes, not into ten. */
const most = 6;

/** An answer stays when it is at least this share of the best one. */
const nearBest = 0.3;

/** From here on an answer is sure enough to silence vaguer ones. */
const sure = 0.93;

/** Causes that are alternatives of each other: where one is sure, the vaguer ones of its family are noise. */
const families: readonly (readonly DiagnosisCode[])[] = [
	[
		'pkce-challenge-missing',
		'pkce-challenge-malformed',
		'pkce-challenge-misderived',
		'pkce-method-mismatch',
		'pkce-method-unsupported',
		'pkce-verifier-mismatch',
		'pkce-verifier-missing',
		'pkce-verifier-malformed',
		'pkce-verifier-without-challenge',
		'pkce-not-advertised'
	],
	['refresh-token-expired', 'refresh-token-reused', 'refresh-token-revoked'],
	['code-expired', 'code-already-used', 'code-differs', 'code-issued-to-another-client'],
	['state-invalid', 'state-mismatch', 'state-altered', 'callback-cookie-lost'],
	['login-required', 'silent-frame-without-session'],
	['dpop-required', 'dpop-nonce-required', 'dpop-proof-invalid', 'dpop-proof-time-invalid']
];

/** Causes that say little: they stay silent beside one that says more. */
const vague: ReadonlySet<DiagnosisCode> = new Set(['request-malformed', 'request-parameter-missing']);

function isSilenced(one: Diagnosis, all: readonly Diagnosis[]): boolean {
	const family = families.find((members) => members.includes(one.code)) ?? [];
	return all.some(({ code, confidence }) => {
		if (code === one.code) return false;
		if (vague.has(one.code) && !vague.has(code))
			return confidence >= 0.85 && confidence - one.confidence > 0.055;
		return family.includes(code) && confidence >= sure && confidence - one.confidence > 0.06;
	});
}

/** Signs for one cause strengthen each other, but never to certainty. */
export function weigh(signs: readonly Sign[]): Diagnosis[] {
	const byCode = new Map<DiagnosisCode, Sign[]>();
	for (const sign of signs) byCode.set(sign.code, [...(byCode.get(sign.code) ?? []), sign]);
	return [...byCode].map(([code, own]) => {
		const best = Math.max(...own.map(({ weight }) => weight));
		const distinct = [...new Map(own.map(({ because }) => [JSON.stringify(because), because])).values()];
		const confidence = Math.min(0.99, best + 0.01 * (distinct.length - 1));
		const told = { code, confidence, evidence: distinct.slice(0, mostReasons) };
		return own.some((sign) => sign.own === true) ? { ...told, own: true } : told;
	});
}

/** What the run shows and what the answer says, as one list: of a cause that both speak for the surer counts. */
export function together(shown: readonly Diagnosis[], said: readonly Diagnosis[]): Diagnosis[] {
	const both = said.map((one) => {
		const other = shown.find(({ code }) => code === one.code);
		const confidence = Math.max(one.confidence, Math.min(0.99, (other?.confidence ?? 0) + 0.01));
		const evidence = [...(other?.evidence ?? []), ...one.evidence].slice(0, mostReasons);
		return other ? { ...one, confidence, evidence } : one;
	});
	return [...both, ...shown.filter(({ code }) => !said.some((one) => one.code === code))];
}

/** The answers worth telling, best first. */
export function choose(weighed: readonly Diagnosis[]): Diagnosis[] {
	const sorted = weighed.toSorted((one, other) => other.confidence - one.confidence);
	const best = sorted[0]?.confidence ?? 0;
	return sorted.filter((one) => one.confidence >= best * nearBest && !isSilenced(one, sorted)).slice(0, most);
}
