import type { DiagnosisCode, DiagnosisStep } from '$lib/lexicon/causes';
import { tell, type Phrase } from '$lib/lexicon/said';
import type { Sign } from './sign';
import { saidIn } from './concepts';
import { withoutErrorNames } from './error-signs';
import { clausesOf, type Clause } from './normalise';
import type { TextRule } from './text-rule';
import { accessRules } from './rules-access';
import { clientRules } from './rules-client';
import { codeRules } from './rules-code';
import type { Place } from './places';
import { personRules } from './rules-person';
import { tokenRules } from './rules-token';
import { pkceRules } from './rules-pkce';
import { redirectRules } from './rules-redirect';
import type { Read } from './seen';

export const textRules: readonly TextRule[] = [
	...pkceRules,
	...redirectRules,
	...codeRules,
	...clientRules,
	...personRules,
	...accessRules,
	...tokenRules
];

/**
 * Sentences that servers copy from the standard's definition of an error code. They list every possible cause and so
 * tell nothing that the error code does not tell already, except that these are the causes (`codes`).
 */
interface Definition {
	says: readonly string[];
	codes: readonly DiagnosisCode[];
}

const definitions: readonly Definition[] = [
	{
		says: ['invalid', 'expired', 'revoked', 'mismatch', 'another|issued to'],
		codes: [
			'code-already-used',
			'pkce-verifier-mismatch',
			'redirect-uri-differs-at-token',
			'code-expired',
			'code-issued-to-another-client'
		]
	},
	{ says: ['missing', 'invalid', 'more than once|malformed', 'parameter'], codes: [] },
	{ says: ['(?:can not|unable to|failed to|error) (?:set|sav|stor|creat|generat|persist)\\w*'], codes: [] },
	{ says: ['ISSUER', 'encountered|currently unable', 'condition|error|request'], codes: [] },
	{
		says: ['unknown', 'CLIENTAUTH', 'unsupported', 'included|included|no CLIENTAUTH'],
		codes: ['client-authentication-required', 'client-unknown']
	}
];

const definitionOf = ({ plain }: Clause): Definition | undefined =>
	definitions.find(({ says }) => says.every((words) => saidIn(plain, words)));

/** A clause as a reason has it: on one line, and cut where it is long. */
export function shortened(text: string): string {
	const flat = text.replace(/\s+/g, ' ');
	return flat.length > 160 ? `${flat.slice(0, 159)}…` : flat;
}

const quoted = (text: string): Phrase => tell('quoted', shortened(text));

const ofRefresh = ({ plain }: Clause): DiagnosisCode[] =>
	plain.includes('REFRESH') ? ['refresh-token-revoked'] : [];

function definitionSigns(
	clauses: readonly Clause[],
	step: DiagnosisStep | undefined,
	place: Place | undefined
): Sign[] {
	// Of a refresh the definition of invalid_grant says no more than the error does.
	const codesOf = (clause: Clause): readonly DiagnosisCode[] =>
		place === 'refresh' ? [] : (definitionOf(clause)?.codes ?? []);
	return clauses.flatMap((clause) =>
		codesOf(clause)
			.filter(() => step === 'token' || step === undefined)
			.concat(ofRefresh(clause))
			.map((code, place) => ({ code, weight: 0.6 - place * 0.02, because: quoted(clause.written) }))
	);
}

const applies = (rule: TextRule, step: DiagnosisStep | undefined): boolean =>
	!rule.at || !step || rule.at.includes(step);

const matches = ({ says, unless }: TextRule, plain: string): boolean =>
	says.split(' & ').every((words) => saidIn(plain, words)) && !(unless && saidIn(plain, unless));

/** “The refresh token is invalid. Token has expired”: the second clause speaks of the refresh token as well. */
function inContext(clauses: readonly Clause[]): Clause[] {
	const ofRefresh = clauses.some(({ plain }) => plain.includes('REFRESH'));
	if (!ofRefresh) return [...clauses];
	return clauses.map((clause) => ({ ...clause, plain: clause.plain.replace(/\btoken\b/g, 'REFRESH') }));
}

const clausesOfAll = (texts: readonly string[]): Clause[] =>
	texts.flatMap((text) => inContext(clausesOf(withoutErrorNames(text))));

/** The rules that a clause of the texts meets, each with that clause as it was written. */
export function rulesMet(
	texts: readonly string[],
	step: DiagnosisStep | undefined,
	rules: readonly TextRule[] = textRules
): { rule: TextRule; written: string }[] {
	return clausesOfAll(texts)
		.filter((clause) => !definitionOf(clause))
		.flatMap(({ written, plain }) =>
			rules.filter((rule) => applies(rule, step) && matches(rule, plain)).map((rule) => ({ rule, written }))
		);
}

/** What the words of the answer speak for, by `rules`: all of them, or fewer to see what each is worth. */
export function textSigns(
	texts: readonly string[],
	{ step, place }: Pick<Read, 'step' | 'place'>,
	rules: readonly TextRule[] = textRules
): Sign[] {
	const signs = rulesMet(texts, step, rules).flatMap(({ rule: { codes, weight }, written }) =>
		codes.map((code, place) => ({ code, weight: weight - place * 0.05, because: quoted(written) }))
	);
	return signs.length > 0 ? signs : definitionSigns(clausesOfAll(texts), step, place);
}

/** What it means when a text only names a thing, as in “OAuth 2.0 Parameter: redirect_uri”. */
const mentions: readonly (readonly [string, DiagnosisStep, DiagnosisCode])[] = [
	['POSTLOGOUT|REDIRECT', 'logout', 'post-logout-redirect-uri-not-registered'],
	['REDIRECT', 'authorize', 'redirect-uri-not-registered'],
	['METHOD', 'authorize', 'pkce-method-unsupported'],
	['CHALLENGE|PKCE', 'authorize', 'pkce-challenge-missing'],
	['RESPONSETYPE', 'authorize', 'response-type-unsupported'],
	['STATE', 'authorize', 'state-invalid'],
	['STATE', 'callback', 'state-mismatch'],
	['REDIRECT', 'token', 'redirect-uri-differs-at-token'],
	['VERIFIER|PKCE|CHALLENGE', 'token', 'pkce-verifier-mismatch'],
	['REFRESH', 'token', 'refresh-token-revoked'],
	['SECRET|CLIENTAUTH', 'token', 'client-authentication-required'],
	['CODE', 'token', 'code-already-used'],
	['GRANTTYPE|FLOW', 'token', 'grant-not-enabled'],
	['ACCESSTOKEN', 'userinfo', 'access-token-invalid'],
	['ACCESSTOKEN', 'api', 'access-token-invalid']
];

const anyStep: readonly (readonly [string, DiagnosisCode])[] = [
	['DPOP', 'dpop-proof-invalid'],
	['SCOPE', 'scope-not-allowed'],
	['AUDIENCE', 'audience-not-allowed'],
	['CLIENTID', 'client-unknown']
];

/** For texts in which no rule found a statement: the things they name, with little weight. */
export function mentionSigns(texts: readonly string[], step: DiagnosisStep | undefined): Sign[] {
	const fitting: (readonly [string, DiagnosisCode])[] = [
		...mentions.filter(([, at]) => at === step).map(([words, , code]) => [words, code] as const),
		...anyStep
	];
	return clausesOfAll(texts).flatMap((clause) => {
		const first = definitionOf(clause) ? undefined : fitting.find(([words]) => saidIn(clause.plain, words));
		return first ? [{ code: first[1], weight: 0.6, because: quoted(clause.written) }] : [];
	});
}
