import type { DiagnosisStep, Sign } from './codes';
import { saidIn } from './concepts';
import { clausesOf, type Clause } from './normalise';
import type { TextRule } from './rules';
import { accessRules } from './rules-access';
import { clientRules } from './rules-client';
import { codeRules } from './rules-code';
import { pkceRules } from './rules-pkce';
import { redirectRules } from './rules-redirect';

const textRules: readonly TextRule[] = [
	...pkceRules,
	...redirectRules,
	...codeRules,
	...clientRules,
	...accessRules
];

/**
 * Sentences that servers copy from the standard's definition of an error code. They list every possible cause and so
 * tell nothing that the error code does not tell already.
 */
const definitions: readonly (readonly string[])[] = [
	['invalid', 'expired', 'revoked', 'mismatch', 'another|issued to'],
	['missing', 'invalid', 'more than once|malformed'],
	['unknown', 'CLIENTAUTH (?:included|failed)', 'unsupported']
];

const isDefinition = ({ plain }: Clause): boolean =>
	definitions.some((words) => words.filter((word) => saidIn(plain, word)).length === words.length);

const applies = (rule: TextRule, step: DiagnosisStep | undefined): boolean =>
	!rule.at || !step || rule.at.includes(step);

function matches(rule: TextRule, plain: string): boolean {
	return (
		rule.says.split(' & ').every((words) => saidIn(plain, words)) &&
		!(rule.unless && saidIn(plain, rule.unless))
	);
}

function shorten(text: string): string {
	const flat = text.replace(/\s+/g, ' ');
	return flat.length > 160 ? `${flat.slice(0, 159)}…` : flat;
}

/** What the words of the answer speak for. `share` scales the weight: later texts tell less. */
export function textSigns(texts: readonly string[], step: DiagnosisStep | undefined): Sign[] {
	const clauses = texts.flatMap(clausesOf).filter((clause) => !isDefinition(clause));
	return clauses.flatMap(({ written, plain }) =>
		textRules
			.filter((rule) => applies(rule, step) && matches(rule, plain))
			.flatMap(({ codes, weight }) =>
				codes.map((code, place) => ({
					code,
					weight: weight - place * 0.05,
					because: `“${shorten(written)}”`
				}))
			)
	);
}
