import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Rule, RuleInput, RulesOptions, RulesOutcome } from '$lib/sandbox/rule';
import { runRules } from '$lib/sandbox/run-rules';

const wasmPath = createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm');

export async function loadWasm(): Promise<ArrayBuffer> {
	return new Uint8Array(await readFile(wasmPath)).buffer;
}

/** The monotonic clock of this machine, moved to a fixed day. */
export const clock = (): number => Date.UTC(2026, 0, 15) + performance.now();

export const input: RuleInput = {
	user: {
		sub: 'user-erin',
		email: 'erin@example.com',
		email_verified: true,
		roles: ['employee'],
		user_metadata: { department: 'Design' }
	},
	context: {
		clientID: 'timesheets-spa',
		clientName: 'Timesheets',
		protocol: 'oidc-basic-profile',
		request: { query: { scope: 'openid read:timesheets', audience: 'https://example.com/api' } },
		accessToken: { scope: ['openid', 'read:timesheets'] },
		idToken: {},
		authorization: { roles: ['employee'] }
	}
};

export const rule = (code: string, id = 'one'): Rule => ({ id, name: id, kind: 'rule', enabled: true, code });

export const action = (body: string, id = 'one'): Rule => ({
	...rule(`exports.onExecutePostLogin = async (event, api) => { ${body} };`, id),
	kind: 'action'
});

/** A rule whose function has this body. */
export const body = (code: string, id = 'one'): Rule =>
	rule(`function (user, context, callback) { ${code} }`, id);

/** Time enough for a busy machine: tests of the time limit say their own. */
const patient = { milliseconds: 5_000, allMilliseconds: 20_000 };

export const run = (
	rules: Rule | Rule[],
	options: Partial<RulesOptions> = {},
	given: RuleInput = input
): Promise<RulesOutcome> =>
	runRules(Array.isArray(rules) ? rules : [rules], given, {
		loadWasm,
		now: clock,
		...options,
		limits: { ...patient, ...options.limits }
	});

/** Why the login was denied, or `passed`. */
export async function reasonOf(rules: Rule | Rule[], options: Partial<RulesOptions> = {}): Promise<string> {
	return (await run(rules, options)).denial?.reason ?? 'passed';
}
