import { userForRules } from '$lib/authorization-server/rules';
import type { Application, Rule, User } from '$lib/authorization-server/settings';
import type { RulesOutcome } from '$lib/sandbox/rule';
import { runRules } from '$lib/sandbox/run-rules';
import type { SandboxPlace } from './rule-runner';
import { onlyKnown } from '$lib/lexicon/only-known';

/** A login that nobody makes: rules, and who would sign in where, asking for what. */
export interface Trial {
	rules: Rule[];
	user: User;
	application: Application;
	scope: string[];
	audience?: string;
}

/** Runs rules on a made-up login, in the sandbox in which they run at a real one. Nothing is issued or kept. */
export const tryRules = (
	{ rules, user, application, scope, audience }: Trial,
	{ loadWasm, now }: SandboxPlace
): Promise<RulesOutcome> =>
	runRules(
		rules,
		{
			user: userForRules(user),
			context: {
				clientID: application.clientId,
				clientName: application.name,
				protocol: 'oidc-basic-profile',
				request: {
					query: {
						response_type: 'code',
						client_id: application.clientId,
						scope: scope.join(' '),
						...onlyKnown({ audience })
					}
				},
				accessToken: { scope },
				idToken: {},
				authorization: { roles: user.roles },
				stats: { loginsCount: 1 }
			}
		},
		{ loadWasm, now }
	);
