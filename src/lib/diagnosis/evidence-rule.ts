import type { DiagnosisCode } from '$lib/lexicon/causes';
import type { Said } from '$lib/lexicon/said';
import type { Sign } from './sign';
import type { Session } from './evidence';
import type { Read } from './seen';

export const sign = (code: DiagnosisCode, weight: number, because: Said): Sign => ({
	code,
	weight,
	because
});

/** Looks at the run for one cause; what it saw, or nothing. */
export type EvidenceRule = (session: Session, read: Read) => Sign | false | undefined;

export const differ = (one: string | undefined, other: string | undefined): boolean =>
	one !== undefined && other !== undefined && one !== other;

/** Errors whose meaning leaves no room for a parameter that was left out, or for one that does not fit. */
const errorsAboutElse: ReadonlySet<string> = new Set([
	'invalid_client',
	'invalid_scope',
	'invalid_target',
	'invalid_token',
	'insufficient_scope',
	'access_denied',
	'login_required',
	'consent_required',
	'interaction_required',
	'account_selection_required',
	'use_dpop_nonce',
	'invalid_dpop_proof',
	'temporarily_unavailable',
	'slow_down',
	'too_many_requests'
]);

export const isAboutElse = ({ error, status }: Read): boolean =>
	errorsAboutElse.has(error) || status === 429 || status === 431;
