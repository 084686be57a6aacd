/** Where an error comes from, where the text says it for sure: the step of the sign-in, the issuer, the provider. */

/** Events of Keycloak name what was asked: https://www.keycloak.org/docs-api/latest/javadocs/org/keycloak/events/EventType.html */
const keycloakEvents: Record<string, string> = {
	CODE_TO_TOKEN_ERROR: 'token',
	REFRESH_TOKEN_ERROR: 'refresh',
	CLIENT_LOGIN_ERROR: 'token',
	TOKEN_EXCHANGE_ERROR: 'token',
	LOGIN_ERROR: 'authorize',
	LOGOUT_ERROR: 'logout',
	USER_INFO_REQUEST_ERROR: 'userinfo',
	PUSHED_AUTHORIZATION_REQUEST_ERROR: 'par'
};

const methods = '(?:GET|POST|PUT|HEAD)';

/** A request that is named with its method, or of which a browser or a library says that it failed. */
const request = new RegExp(
	String.raw`\b(?:${methods}\s{1,3}|method=(?:GET|POST) path=|(?:fetch|XMLHttpRequest) at '|path=|endpoint[=:]\s?"?)(\/?[^\s"'?#]{1,300})`,
	'g'
);

function stepOfPath(path: string): string | undefined {
	const last = path.replace(/\/+$/, '').toLowerCase();
	if (/\/(?:par|pushed[-_]?authorization(?:[-_]?request)?)$/.test(last)) return 'par';
	if (/(?:\/|\b)(?:(?:access_?)?token|tokens\/bearer|oauth\.access|oauth\.v2\.access)$/.test(last))
		return 'token';
	if (
		/\/(?:oauth2?|oidc|connect|openid-connect|v2\.0|v1|api\/oidc)\/(?:authorize|authorization|auth)$|\/authorize$/.test(
			last
		)
	)
		return 'authorize';
	if (/\/userinfo$/.test(last)) return 'userinfo';
	return /\/(?:logout|end_?session|endsession)$/.test(last) ? 'logout' : undefined;
}

/** Functions and classes of libraries that do one thing. */
const frames: readonly [RegExp, string][] = [
	[
		/\b(?:refreshAccessToken|refresh_access_token|refreshTokenGrant|acquireTokenByRefreshToken|RefreshTokenGrant\w*)\b/,
		'refresh'
	],
	[
		/\b(?:authorizationCodeGrant(?:Request)?|exchangeCodeFor\w+|codeToToken|acquireTokenByCode|TokenExtractor\w*|fetch_token|OAuth2CodeParser|CodeToToken\w*)\b/,
		'token'
	],
	[/\bassertValidState\b/, 'callback'],
	[/\b(?:fetchUserInfo|UserInfoEndpoint|OidcUserService)\b/, 'userinfo']
];

/** The only member of what was found; nothing where it tells two stories. */
const single = (found: readonly (string | undefined)[]): string | undefined => {
	const steps = new Set(found.filter((one) => one !== undefined));
	return steps.size === 1 ? [...steps][0] : undefined;
};

const asked = (text: string): string | undefined => {
	const grants = [
		...text.matchAll(
			/\bgrant_type["']?\s{0,2}(?:=>|[=:])\s{0,2}["']?(?:urn[\w:%-]{1,60}[:A])?([a-z_]{5,40})/g
		)
	].slice(0, 20);
	return single(
		grants.map(([, grant = '']) =>
			grant === 'authorization_code' ? 'token' : grant === 'refresh_token' ? 'refresh' : undefined
		)
	);
};

/** The step, if the text names one and no other. */
export function stepIn(text: string): string | undefined {
	const event = single(
		[...text.matchAll(/\btype=["']?([A-Z_]{5,50}_ERROR)\b/g)]
			.slice(0, 50)
			.map(([, name = '']) => keycloakEvents[name])
	);
	if (event !== undefined) return event;
	const grant = asked(text);
	if (grant !== undefined) return grant;
	const requests = single([...text.matchAll(request)].slice(0, 100).map(([, path = '']) => stepOfPath(path)));
	if (requests !== undefined) return requests;
	return single(frames.map(([pattern, step]) => (pattern.test(text) ? step : undefined)));
}

/** What a program says that it was about to do when the error came. */
export const stepOfLead = (lead: string): string | undefined =>
	/\b(?:refresh(?:ing)?(?: the)?(?: access)?[ _-]tokens?|token refresh|renew(?:ing|al)?)\b/i.test(lead) &&
	!/\b(?:no|without|missing|not)\b/i.test(lead)
		? 'refresh'
		: undefined;

const mostAddresses = 30;

/** Addresses at which one signs in; those of programs, documents and help are about something else. */
const ofSignIn =
	/oauth|oidc|openid|\/(?:log|sign)-?in|token|authoriz|\/auth|\/connect\/|\/realms\/|sso|\/\.well-known|\/idp|\/adfs|^https:\/\/(?:login|auth|accounts?|id|sso|idp)\./i;
const ofHelp =
	/^https:\/\/(?:docs?|learn|developers?|documentation|help|support|aka)\.|\/(?:docs?|issues|errors?|blob|wiki|help)(?:\/|$)/i;

const ofApplication =
	/\b(?:post_logout_)?redirect_uris?["']?\s{0,2}(?:=>|[=:])\s{0,2}["'[]{0,2}https?:[^\s"'&<>,;]{1,300}/gi;

/** The servers that the text may come from, by what it calls its issuer and by the addresses in it. */
export function issuersIn(text: string): string[] {
	const issuer = /\biss(?:uer)?["']?\s{0,2}(?:=>|[:=])\s{0,2}["']?(https?:\/\/[^\s"'<>,;]{4,300})/.exec(
		text
	)?.[1];
	// Where an answer goes is the application, and no server.
	const linked = [
		...text.replace(ofApplication, ' ').matchAll(/https:\/\/[\w.-]{1,200}(?:\/[\w.~%/-]{0,300})?/g)
	]
		.slice(0, mostAddresses)
		.map(([address]) => address)
		.filter((address) => ofSignIn.test(address) && !ofHelp.test(address));
	return [...new Set([...(issuer === undefined ? [] : [issuer]), ...linked])];
}
