import type { authorizationServerChecks } from '$lib/lexicon/authorization-server-checks';
import type { resourceServerChecks } from '$lib/lexicon/resource-server-checks';
import { apiCheckTexts } from './api-checks';
import { authorizeCheckTexts } from './authorize-checks';
import type { CheckText } from './check-text';
import { extensionCheckTexts } from './extension-checks';
import { managementCheckTexts } from './management-checks';
import { signInCheckTexts } from './sign-in-checks';
import { tokenEndpointCheckTexts } from './token-endpoint-checks';

/** What the authorization server decides at its other endpoints. */
const otherEndpoints = {
	'as-bearer-present': {
		label: 'Bearer token present',
		fails: 'The UserInfo request has no Authorization header with the scheme Bearer and a token.',
		fix: 'Send the access token in the Authorization header.'
	},
	'as-bearer-valid': {
		label: 'Access token is valid',
		fails: 'The access token is unknown, expired or revoked.',
		fix: 'Refresh the access token, or start again. Send the access token and not the ID token.'
	},
	'as-bearer-openid': {
		label: 'Scope openid granted',
		fails: 'The access token was granted without the scope openid, so it does not open UserInfo.',
		fix: 'Request openid in the authorization request, with profile and email for more claims.'
	}
} satisfies Partial<Record<keyof typeof authorizationServerChecks, CheckText>>;

/** A text for each check of the two embedded servers: one that is missing does not compile. */
export const serverCheckTexts: Record<
	keyof typeof authorizationServerChecks | keyof typeof resourceServerChecks,
	CheckText
> = {
	...authorizeCheckTexts,
	...signInCheckTexts,
	...tokenEndpointCheckTexts,
	...managementCheckTexts,
	...extensionCheckTexts,
	...otherEndpoints,
	...apiCheckTexts
};
