import { say, type Said } from '$lib/lexicon/said';
import { findApi, whyNotOffline } from '../applications';
import { openidScopes } from '../user-claims';
import { pass, refuse, skip, warn, type Rule } from '../decide';
import type { Api, Application } from '../settings';
import type { Call } from '../call';
import type { Parameters } from '../parameters';

/** What a request says about the API and the scope, at whichever endpoint. */
export interface TargetContext {
	call: Call;
	parameters: Parameters;
	application?: Application;
	api?: Api | null;
	scope?: string[];
}

/** One API per access token, named by `resource` (RFC 8707 §2) or by `audience`, as several providers call it. */
export const audienceKnown: Rule<TargetContext> = {
	id: 'as-audience-known',
	look(context) {
		const { parameters, call } = context;
		const named = [...new Set([...parameters.all('resource'), ...parameters.all('audience')])];
		const [asked = call.realm.settings.policy.defaultAudience, another] = named;
		const expected = call.realm.settings.apis.map(({ identifier }) => identifier).join(' ');
		if (another !== undefined)
			return refuse('invalid_target', 'One access token is for one API: name one resource', {
				expected: say('one-api'),
				actual: named.join(' ')
			});
		if (asked === undefined) {
			context.api = null;
			return pass({ expected, actual: say('opaque-for-userinfo') });
		}
		const api = findApi(call.realm, asked);
		if (!api)
			return refuse('invalid_target', 'No API of this realm has this identifier', {
				expected,
				actual: asked
			});
		context.api = api;
		return pass({ expected, actual: asked });
	}
};

/** RFC 6749 §3.3: `scope-token *( SP scope-token )`. */
const scopeForm = /^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/;

export const knownScopes = (api: Api | null): string[] => [
	...openidScopes,
	...(api?.scopes.map(({ name }) => name) ?? [])
];

/** What is asked for and will not be given, and why. */
function leftOut({ api, application }: TargetContext, asked: readonly string[]): Said[] {
	const known = knownScopes(api ?? null);
	const why = application && whyNotOffline(api, application);
	return asked.flatMap((word) => {
		if (!known.includes(word))
			return [api ? say('not-a-scope-of', word, api.identifier) : say('scope-of-no-api', word)];
		return word === 'offline_access' && why !== undefined ? [say('because', word, why)] : [];
	});
}

/**
 * Unknown scopes are left out (OIDC Core §3.1.2.1) and the token response says so; nothing left is an error. Offline
 * access is left out when the code is redeemed, and told here already.
 */
export const scopeAllowed: Rule<TargetContext> = {
	id: 'as-scope-allowed',
	look(context) {
		const { parameters, api } = context;
		if (api === undefined) return skip(say('no-audience'));
		const sent = parameters.get('scope');
		const known = knownScopes(api);
		const compared = { expected: known.join(' '), actual: sent ?? say('missing') };
		if (sent === undefined)
			return refuse('invalid_scope', 'The parameter scope is missing, and there is no default', compared);
		if (!scopeForm.test(sent))
			return refuse(
				'invalid_scope',
				'The scope is not a list of words with one space between them',
				compared
			);
		const asked = [...new Set(sent.split(' '))];
		const scope = asked.filter((word) => known.includes(word));
		if (scope.length === 0)
			return refuse('invalid_scope', 'None of these scopes is known here for this audience', compared);
		context.scope = scope;
		const without = leftOut(context, asked);
		return without.length === 0
			? pass(compared)
			: warn({ ...compared, actual: say('left-out', sent, ...without) });
	}
};
