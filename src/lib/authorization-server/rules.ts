/**
 * The rules of a realm, after a person signed in and before anything is allowed: they may change the scope, add
 * namespaced claims, or deny. They run in a sandbox, by a port; what comes back is looked at like any input.
 */
import type { Check } from '$lib/lexicon/check';
import { say } from '$lib/lexicon/said';
import { check } from '$lib/lexicon/server-check';
import { findApi } from './applications';
import type { AuthorizationRequest } from './authorize/context';
import { knownScopes } from './authorize/target';
import type { Call } from './call';
import type { JsonObject, RuleContext, RulesOutcome } from './rules-port';
import { claimChecks, keepAllowed, runChecks } from './rules-report';
import type { Login } from './sessions';
import type { Application, User } from './settings';

/** What the rules decided, kept until the code is issued: they run once in a login. */
export interface Ruled {
	scope: string[];
	accessToken: JsonObject;
	idToken: JsonObject;
}

export interface RulesDecision {
	ruled: Ruled;
	checks: Check[];
	/** Why nobody is let in. */
	denial?: string;
}

const noDenial: RulesOutcome = { accessToken: {}, idToken: {}, runs: [], notes: [] };
const noSandbox: RulesOutcome = {
	...noDenial,
	denial: {
		ruleId: '',
		ruleName: '',
		reason: 'engine',
		detail: 'There is no sandbox here to run the rules in'
	}
};

async function countLogins({ realm }: Call, sub: string, clientId: string): Promise<number> {
	const key = `${sub}\n${clientId}`;
	const count = ((await realm.store.get<number>('logins', key)) ?? 0) + 1;
	await realm.store.put('logins', key, count);
	return count;
}

/** The person as rules see them: never the password. */
export const userForRules = (user: User): JsonObject => ({
	user_id: user.sub,
	name: user.name,
	given_name: user.givenName,
	family_name: user.familyName,
	nickname: user.username,
	email: user.email,
	email_verified: user.emailVerified,
	app_metadata: { roles: user.roles },
	user_metadata: user.metadata
});

async function contextFor(
	call: Call,
	request: AuthorizationRequest,
	application: Application,
	login: Login,
	user: User
) {
	const context: RuleContext = {
		clientID: application.clientId,
		clientName: application.name,
		protocol: 'oidc-basic-profile',
		request: { query: request.parameters },
		accessToken: { scope: request.scope },
		idToken: {},
		authorization: { roles: user.roles },
		sessionID: login.sid,
		stats: { loginsCount: await countLogins(call, user.sub, application.clientId) }
	};
	return context;
}

function scopeCheck(call: Call, request: AuthorizationRequest, { scope }: RulesOutcome) {
	const api = request.audience === undefined ? null : (findApi(call.realm, request.audience) ?? null);
	const known = knownScopes(api);
	const wanted = scope ?? request.scope;
	const granted = [...new Set(wanted)].filter((word) => known.includes(word));
	const unknown = wanted.filter((word) => !known.includes(word));
	const result = check('as-rules-scope', unknown.length === 0 ? 'pass' : 'warn', {
		expected: known.join(' '),
		actual: unknown.length === 0 ? granted.join(' ') : say('dropped', unknown.join(' '))
	});
	return { granted, result };
}

/** Runs the rules that are switched on, in their order. Without any there is nothing to report. */
export async function applyRules(
	call: Call,
	request: AuthorizationRequest,
	application: Application,
	user: User,
	login: Login
): Promise<RulesDecision> {
	const { settings, rules } = call.realm;
	const unchanged: Ruled = { scope: request.scope, accessToken: {}, idToken: {} };
	if (!settings.rules.some(({ enabled }) => enabled)) return { ruled: unchanged, checks: [] };
	const context = await contextFor(call, request, application, login, user);
	const outcome = rules ? await rules.run(settings.rules, { user: userForRules(user), context }) : noSandbox;
	const ran = runChecks(outcome);
	if (outcome.denial) return { ruled: unchanged, checks: ran, denial: denialText(outcome.denial) };
	const { granted, result } = scopeCheck(call, request, outcome);
	const ruled: Ruled = {
		scope: granted,
		accessToken: keepAllowed(outcome.accessToken),
		idToken: keepAllowed(outcome.idToken)
	};
	return { ruled, checks: [...ran, result, ...claimChecks(outcome)] };
}

/** What went wrong in a rule, in words that a client may pass on. */
const faults: Readonly<Record<string, string>> = {
	time: 'it ran for too long',
	memory: 'it took too much memory',
	stack: 'it called itself too deeply',
	threw: 'it threw an error',
	syntax: 'it is not valid JavaScript',
	shape: 'it did not hand back what it has to',
	'callback-twice': 'it called its callback twice',
	'callback-never': 'it never called its callback',
	'never-settled': 'its promise never settled',
	forbidden: 'it reached for what rules may not use',
	prototype: 'it changed a built-in object',
	output: 'it handed back too much',
	engine: 'the sandbox for rules could not run it'
};

/** A fault is told by its kind: the details are for the decision log, which the realm's own people read. */
const denialText = ({ reason, detail, ruleName }: NonNullable<RulesOutcome['denial']>): string =>
	reason === 'denied'
		? detail || 'A rule of the realm did not let the person in'
		: `The rule ${ruleName} failed, so nobody is let in: ${faults[reason] ?? reason}`;
