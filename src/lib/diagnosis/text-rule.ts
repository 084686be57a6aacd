import type { DiagnosisCode, DiagnosisStep } from '$lib/lexicon/causes';

/**
 * If one clause of a text says all words of `says` (alternatives with `|`) and none of `unless`, that speaks for the
 * codes with `weight`. `at` limits a rule to steps: the same words mean another thing at another endpoint.
 */
export interface TextRule {
	codes: readonly DiagnosisCode[];
	says: string;
	unless?: string;
	at?: readonly DiagnosisStep[];
	weight: number;
}

export const rule = (
	codes: DiagnosisCode | readonly DiagnosisCode[],
	weight: number,
	says: string,
	limits: { unless?: string; at?: readonly DiagnosisStep[] } = {}
): TextRule => ({ codes: typeof codes === 'string' ? [codes] : codes, weight, says, ...limits });

export const front: readonly DiagnosisStep[] = ['authorize', 'callback'];
export const back: readonly DiagnosisStep[] = ['token'];
export const protectedSteps: readonly DiagnosisStep[] = ['userinfo', 'api'];
