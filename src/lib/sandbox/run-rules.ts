import { filterClaims } from './reserved-claims';
import { Budget } from './guard';
import { defaultLimits } from './rule';
import type {
	DenialReason,
	JsonObject,
	Limits,
	Note,
	Rule,
	RuleInput,
	RuleRun,
	RulesOptions,
	RulesOutcome,
	TokenKind
} from './rule';
import { runRule } from './run-rule';
import type { RawRun } from './run-rule';
import { judge } from './verdict';
import type { Refusal, Verdict } from './verdict';
import { onlyKnown } from '$lib/lexicon/only-known';

/** What one rule hands to the next. */
interface Baton {
	user: JsonObject;
	scope?: string[];
	accessToken: JsonObject;
	idToken: JsonObject;
}

/**
 * Runs the rules of a login in their order, each in a sandbox of its own, and stops at the first denial.
 * A rule sees what the rules before it changed. Never throws: a rule that fails, in whatever way, denies the login.
 */
export async function runRules(
	rules: Rule[],
	input: RuleInput,
	options: RulesOptions
): Promise<RulesOutcome> {
	const limits = { ...defaultLimits, ...options.limits };
	const budget = new Budget(limits);
	const scopeBefore = input.context.accessToken.scope;
	const runs: RuleRun[] = [];
	const notes: Note[] = [];
	let baton: Baton = {
		user: input.user,
		...onlyKnown({ scope: scopeBefore }),
		accessToken: {},
		idToken: {}
	};
	let denied: { rule: Rule; refusal: Refusal } | undefined;
	for (const rule of rules) {
		if (denied || !rule.enabled) {
			runs.push(runOf(rule, denied ? 'not-reached' : 'disabled'));
			continue;
		}
		const raw = await runWithin(rule, inputFor(input, baton), { ...options, limits }, budget);
		if (raw.logsCut > 0) notes.push({ ruleId: rule.id, kind: 'log-cut', lines: raw.logsCut });
		const judged = judge(raw, limits);
		runs.push({ ...runOf(rule, judged.ok ? 'passed' : 'denied'), ms: raw.ms, logs: raw.logs });
		if (judged.ok) {
			const passed = pass(rule.id, baton, judged.value);
			notes.push(...passed.notes);
			baton = passed.baton;
		} else denied = { rule, refusal: judged.failure };
	}
	if (denied) return { denial: denialOf(denied), accessToken: {}, idToken: {}, runs, notes };
	return { ...changesOf(scopeBefore, baton), runs, notes };
}

const runOf = (rule: Rule, result: RuleRun['result']): RuleRun => ({
	ruleId: rule.id,
	ruleName: rule.name,
	result,
	ms: 0,
	logs: []
});

const denialOf = ({ rule, refusal }: { rule: Rule; refusal: Refusal }) => ({
	ruleId: rule.id,
	ruleName: rule.name,
	...refusal
});

async function runWithin(
	rule: Rule,
	input: RuleInput,
	options: RulesOptions & { limits: Limits },
	budget: Budget
): Promise<RawRun> {
	const { codeCharacters, allMilliseconds } = options.limits;
	if (budget.isSpent) return notRun('time', `all rules of a sign-in together, at most ${allMilliseconds} ms`);
	if (rule.code.length <= codeCharacters) return runRule(rule, input, options, budget);
	return notRun('syntax', `${rule.code.length} characters, at most ${codeCharacters}`);
}

const notRun = (reason: DenialReason, detail: string): RawRun => ({
	broken: { reason, detail },
	logs: [],
	logsCut: 0,
	ms: 0
});

const inputFor = ({ context }: RuleInput, baton: Baton): RuleInput => ({
	user: baton.user,
	context: {
		...context,
		accessToken: { ...baton.accessToken, ...onlyKnown({ scope: baton.scope }) },
		idToken: { ...baton.idToken }
	}
});

function pass(ruleId: string, before: Baton, verdict: Verdict): { baton: Baton; notes: Note[] } {
	const accessToken = filterClaims(verdict.accessToken, { ruleId, token: 'access_token' });
	const idToken = filterClaims(verdict.idToken, { ruleId, token: 'id_token' });
	const scope = verdict.scope ?? before.scope;
	const baton: Baton = {
		user: verdict.user,
		...onlyKnown({ scope }),
		accessToken: accessToken.kept,
		idToken: idToken.kept
	};
	const notes = [
		...noteScopes(ruleId, before.scope, baton.scope),
		...noteClaims(ruleId, 'access_token', before.accessToken, baton.accessToken),
		...accessToken.notes,
		...noteClaims(ruleId, 'id_token', before.idToken, baton.idToken),
		...idToken.notes
	];
	return { baton, notes };
}

function noteScopes(ruleId: string, before: readonly string[] = [], after: readonly string[] = []): Note[] {
	const added = after.filter((scope) => !before.includes(scope));
	const removed = before.filter((scope) => !after.includes(scope));
	return [
		...added.map((scope): Note => ({ ruleId, kind: 'scope-added', scope })),
		...removed.map((scope): Note => ({ ruleId, kind: 'scope-removed', scope }))
	];
}

function noteClaims(ruleId: string, token: TokenKind, before: JsonObject, after: JsonObject): Note[] {
	const added = Object.keys(after).filter(
		(claim) => JSON.stringify(after[claim]) !== JSON.stringify(before[claim])
	);
	const removed = Object.keys(before).filter((claim) => !(claim in after));
	return [
		...added.map((claim): Note => ({ ruleId, kind: 'claim-added', token, claim })),
		...removed.map((claim): Note => ({ ruleId, kind: 'claim-removed', token, claim }))
	];
}

/** A scope that no rule touched is left to the server: it is not in the outcome. */
function changesOf(
	before: string[] | undefined,
	{ scope, accessToken, idToken }: Baton
): Omit<RulesOutcome, 'runs' | 'notes'> {
	const isSame = scope === undefined || JSON.stringify(scope) === JSON.stringify(before);
	return { ...(isSame ? {} : { scope }), accessToken, idToken };
}
