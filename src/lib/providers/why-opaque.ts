/** Why a token says nothing to whoever holds it here: as far as the token itself and the provider’s documentation tell. */
import { opaqueKind } from '$lib/lexicon/opaque-tokens';
import type { OpaqueReason } from '$lib/lexicon/opaque-reasons';
import { stringOf, type JsonObject } from '$lib/message/json-body';
import type { PastedToken } from '$lib/message/pasted/pasted-token';
import { readableOf } from '$lib/message/pasted/readable';
import { audiencesOf } from '$lib/message/token-says';
import { tokenProvider } from './claims';

/** Microsoft Graph: its address and its number (https://learn.microsoft.com/en-us/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in). */
const graph = /^(?:https:\/\/graph\.microsoft\.(?:com|us)\/?|00000003-0000-0000-c000-000000000000)$/i;

/** Its own server issues on the host alone; the ones for a customer’s APIs have a path of `/oauth2/…`. */
const oktaOrganization = /^https:\/\/[\w-]+\.(?:okta|oktapreview|okta-emea|okta-gov)\.com\/?$/;

/** Providers whose access tokens are opaque, or are where nobody asked for an API; by the ids of the presets. */
const byProvider: Readonly<Record<string, OpaqueReason>> = {
	auth0: 'auth0-no-audience',
	google: 'google',
	github: 'always-opaque',
	gitlab: 'always-opaque',
	ory: 'opaque-by-default',
	logto: 'no-resource',
	zitadel: 'by-setting',
	salesforce: 'by-setting',
	clerk: 'by-setting'
};

const byKind: Readonly<Record<string, OpaqueReason>> = {
	'google-access': 'google',
	'github-oauth': 'always-opaque',
	'github-user': 'always-opaque',
	'microsoft-account-ticket': 'microsoft-account',
	'ory-access': 'opaque-by-default',
	'duende-handle': 'reference',
	'salesforce-session': 'by-setting'
};

function ofSigned(header: JsonObject, claims: JsonObject): OpaqueReason[] {
	const isGraph = audiencesOf(claims).some((audience) => graph.test(audience));
	if (header.nonce !== undefined && isGraph) return ['entra-graph'];
	// An ID token has the same issuer, and everybody may check it.
	const isAccess = claims.scp !== undefined && claims.cid !== undefined;
	return isAccess && oktaOrganization.test(stringOf(claims, 'iss') ?? '') ? ['okta-organization'] : [];
}

/** RFC 6749 §1.5: a refresh token is for the server that made it. */
const isRefresh = ({ name = '', text }: Pick<PastedToken, 'name' | 'text'>): boolean =>
	/refresh/i.test(name) || /refresh$/.test(opaqueKind(text) ?? '');

/** `provider`: the id of a preset, where it is known beside the token. None: nothing is known of it. */
export function whyOpaque(
	token: Pick<PastedToken, 'name' | 'text' | 'form'>,
	provider?: string
): OpaqueReason[] {
	const { header, claims } = readableOf(token.text);
	if (token.form === 'jws') return ofSigned(header?.value ?? {}, claims?.value ?? {});
	if (isRefresh(token)) return ['refresh-token'];
	const isDirect = header?.value?.alg === 'dir' && tokenProvider({}, header.value) === 'auth0';
	if (token.form === 'jwe') return [isDirect || provider === 'auth0' ? 'auth0-no-audience' : 'encrypted'];
	if (token.form !== 'opaque') return [];
	const kind = opaqueKind(token.text);
	const known =
		(kind && Object.hasOwn(byKind, kind) ? byKind[kind] : undefined) ??
		(provider !== undefined && kind === undefined && Object.hasOwn(byProvider, provider)
			? byProvider[provider]
			: undefined);
	return known ? [known] : [];
}
