/** What waits between an authorization request and its answer, and the page that asks for what is missing. */
import { findApi, findUser } from './applications';
import type { AuthorizationRequest } from './authorize/context';
import type { Call } from './call';
import { openidScopes } from './user-claims';
import type { Asked } from './consents';
import { confirmPage } from './pages/confirm';
import { consentPage } from './pages/consent';
import { recipientOf } from './pages/recipient';
import { signInPage } from './pages/sign-in';
import type { Ruled } from './rules';
import type { Login } from './sessions';
import type { Application } from './settings';
import { onlyKnown } from '$lib/lexicon/only-known';

export interface Interaction {
	request: AuthorizationRequest;
	/** Who signed in, once someone did. The page is for this session alone. */
	login?: Login;
	/** What the rules made of it. */
	ruled?: Ruled;
	/** The user name that was typed with a wrong password. */
	again?: string;
}

/** The scopes in words. */
function describeScopes(call: Call, { scope, audience }: Asked): { name: string; description: string }[] {
	const openid = new Map<string, string>(openidScopes.map((name) => [name, call.realm.texts.scopes[name]]));
	const own = audience === undefined ? [] : (findApi(call.realm, audience)?.scopes ?? []);
	return scope.map((name) => ({
		name,
		description: own.find((known) => known.name === name)?.description ?? openid.get(name) ?? name
	}));
}

/** What the person is asked to allow: what the client asked for, as the rules left it. */
export const askedOf = ({ request, ruled }: Interaction): Asked => ({
	scope: ruled?.scope ?? request.scope,
	...onlyKnown({ audience: request.audience })
});

/** Where the page is, by what is still missing. */
export const pathFor = ({ login, ruled }: Interaction): '/sign-in' | '/confirm' | '/consent' =>
	!login ? '/sign-in' : ruled ? '/consent' : '/confirm';

/** The page, whose form carries `id`. */
export function interactionPage(
	call: Call,
	id: string,
	interaction: Interaction,
	application: Application
): Response {
	const { realm } = call;
	const { request, login, again } = interaction;
	const recipient = recipientOf(realm, application, request.redirectUri);
	const person = (login && findUser(realm, login.sub)?.name) ?? '';
	const scopes = describeScopes(call, askedOf(interaction));
	switch (pathFor(interaction)) {
		case '/sign-in':
			return signInPage(realm, {
				interaction: id,
				recipient,
				asks: scopes.map(({ description }) => description),
				username: again ?? request.loginHint,
				wrong: again !== undefined
			});
		case '/confirm':
			return confirmPage(realm, id, recipient, person);
		case '/consent': {
			const api = request.audience === undefined ? undefined : findApi(realm, request.audience);
			return consentPage(realm, { interaction: id, recipient, person, api, scopes });
		}
	}
}
