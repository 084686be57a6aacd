/** What the rules did, as checks: one for each rule that is switched on, one for each claim that is dropped. */
import type { Check, CheckStatus } from '$lib/lexicon/check';
import { say, type Said } from '$lib/lexicon/said';
import { check } from '$lib/lexicon/server-check';
import { claimNames } from './user-claims';
import type { JsonObject, RuleNote, RulesOutcome } from './rules-port';

const reserved = new Set([
	...['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'azp', 'nonce', 'at_hash', 'c_hash', 'sid'],
	...['client_id', 'scope', 'auth_time', 'acr', 'amr', 'roles', ...claimNames]
]);

/** RFC 7519 §4.2: a claim that is nobody else's is named by a URL; a reserved one is never written by a rule. */
const mayAdd = (name: string): boolean =>
	/^https?:\/\/\S+$/.test(name) && URL.canParse(name) && !reserved.has(name);

export const keepAllowed = (claims: JsonObject): JsonObject =>
	Object.fromEntries(Object.entries(claims).filter(([name]) => mayAdd(name)));

function describeNote({ kind, scope = '', claim = '', token = '' }: RuleNote): Said {
	switch (kind) {
		case 'scope-added':
		case 'scope-removed':
			return say(kind, scope);
		case 'claim-added':
		case 'claim-removed':
		case 'claim-dropped':
			return say(kind, claim, token);
		default:
			return kind;
	}
}

const statuses: Readonly<Record<string, CheckStatus>> = { passed: 'pass', denied: 'fail' };

/** What each rule did, in their order. Without a sandbox there was none to run: the one check says so. */
export function runChecks({ runs, notes, denial }: RulesOutcome): Check[] {
	const said = denial && say('denied', denial.reason, denial.detail);
	const expected = say('rule-lets-in');
	if (runs.length === 0) return [check('as-rules-run', 'fail', { expected, actual: said })];
	return runs
		.filter(({ result }) => result !== 'disabled')
		.map(({ ruleId, ruleName, result }) => {
			const changes = notes.filter((note) => note.ruleId === ruleId).map(describeNote);
			const did = changes.length === 0 ? say('changed-nothing') : say('list', ...changes);
			const words = result === 'denied' ? said : result === 'passed' ? did : say('not-reached');
			return check('as-rules-run', statuses[result] ?? 'skipped', {
				expected,
				actual: words === undefined ? ruleName : say('named', ruleName, words)
			});
		});
}

/** RFC 7519 §4.2: each claim that is dropped, or that all of them were fine. */
export function claimChecks({ accessToken, idToken, notes }: RulesOutcome): Check[] {
	const names = [...Object.keys(accessToken), ...Object.keys(idToken)];
	const noted = notes
		.filter(({ kind }) => kind === 'claim-dropped')
		.map(({ claim = '', token = '', because }) =>
			because === undefined
				? say('claim-dropped', claim, token)
				: say('claim-dropped-because', claim, token, because)
		);
	const dropped = [...noted, ...names.filter((name) => !mayAdd(name)).map((name) => say('dropped', name))];
	const expected = say('name-is-url');
	if (dropped.length > 0)
		return dropped.map((actual) => check('as-rules-claims', 'warn', { expected, actual }));
	const added = [...new Set(names)].join(' ');
	return [check('as-rules-claims', 'pass', { expected, actual: added || say('none-added') })];
}
