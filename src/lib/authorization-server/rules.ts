/**
 * The rules of a realm, after a person signed in and before anything is allowed: they may change the scope, add
 * namespaced claims, or deny. They run in a sandbox, by a port; what comes back is looked at like any input.
 */
import { check, checkThat, type Check } from '$lib/lexicon/check';
import { findApi } from './applications';
import type { AuthorizationRequest } from './authorize/context';
import { knownScopes } from './authorize/target';
import type { Call } from './call';
import { claimNames } from './claims';
import type { JsonObject, RuleContext, RulesOutcome } from './rules-port';
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
	denial: { ruleName: '', reason: 'engine', detail: 'There is no sandbox here to run the rules in' }
};

async function countLogins({ realm }: Call, sub: string, clientId: string): Promise<number> {
	const key = `${sub}\n${clientId}`;
	const count = ((await realm.store.get<number>('logins', key)) ?? 0) + 1;
	await realm.store.put('logins', key, count);
	return count;
}

/** The person as rules see them: never the password. */
const userForRules = (user: User): JsonObject => ({
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

const reserved = new Set([
	...['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'azp', 'nonce', 'at_hash', 'c_hash', 'sid'],
	...['client_id', 'scope', 'auth_time', 'acr', 'amr', 'roles', ...claimNames]
]);

/** RFC 7519 §4.2: a claim that is nobody else's is named by a URL; a reserved one is never written by a rule. */
const mayAdd = (name: string): boolean =>
	/^https?:\/\/\S+$/.test(name) && URL.canParse(name) && !reserved.has(name);

const keepAllowed = (claims: JsonObject): JsonObject =>
	Object.fromEntries(Object.entries(claims).filter(([name]) => mayAdd(name)));

function claimsCheck({ accessToken, idToken, notes }: RulesOutcome): Check {
	const names = [...Object.keys(accessToken), ...Object.keys(idToken)];
	const noted = notes.filter(({ kind }) => kind === 'claim-dropped').map(({ claim }) => claim ?? '');
	const dropped = [...names.filter((name) => !mayAdd(name)), ...noted];
	const added = names.filter(mayAdd);
	return check('as-rules-claims', dropped.length === 0 ? 'pass' : 'warn', {
		expected: 'names that are an http or https URL',
		actual: dropped.length === 0 ? added.join(' ') || 'none added' : `dropped: ${dropped.join(' ')}`
	});
}

function scopeCheck(call: Call, request: AuthorizationRequest, { scope }: RulesOutcome) {
	const api = request.audience === undefined ? null : (findApi(call.realm, request.audience) ?? null);
	const known = knownScopes(api);
	const wanted = scope ?? request.scope;
	const granted = [...new Set(wanted)].filter((word) => known.includes(word));
	const unknown = wanted.filter((word) => !known.includes(word));
	const result = check('as-rules-scope', unknown.length === 0 ? 'pass' : 'warn', {
		expected: known.join(' '),
		actual: unknown.length === 0 ? granted.join(' ') : `left out: ${unknown.join(' ')}`
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
	const { denial, runs } = outcome;
	const ran = checkThat('as-rules-run', denial === undefined, {
		expected: 'no rule denies',
		actual: denial
			? `${denial.ruleName} (${denial.reason}): ${denial.detail}`
			: runs.map(({ ruleName, result }) => `${ruleName}: ${result}`).join(', ')
	});
	if (denial) return { ruled: unchanged, checks: [ran], denial: denialText(denial) };
	const { granted, result } = scopeCheck(call, request, outcome);
	const ruled: Ruled = {
		scope: granted,
		accessToken: keepAllowed(outcome.accessToken),
		idToken: keepAllowed(outcome.idToken)
	};
	return { ruled, checks: [ran, result, claimsCheck(outcome)] };
}

/** Only what a rule said on purpose is told to the client; a fault of a rule is nobody's business but the realm's. */
const denialText = ({ reason, detail }: NonNullable<RulesOutcome['denial']>): string =>
	reason === 'denied' && detail !== '' ? detail : 'A rule of the realm did not let the person in';
