import {
	applicationAuthMethods,
	applicationTypes,
	grantTypes,
	signingAlgorithms
} from '$lib/authorization-server/settings';
import { applicationFieldTexts } from '$lib/lessons/en/provider/application-fields';
import type { FieldText } from '$lib/lessons/en/provider/field-text';
import {
	apiFieldTexts,
	policyFieldTexts,
	ruleFieldTexts,
	userFieldTexts
} from '$lib/lessons/en/provider/realm-fields';
import type { optionLabels } from '$lib/lessons/en/provider/provider';

export type Option = keyof typeof optionLabels;

/** What is typed into a form, by the names of its fields. */
export type Draft = Record<string, string | boolean | string[]>;

interface Common {
	name: string;
	text: FieldText;
	/** Only shown, and only part of the result, when this holds. */
	when?: (draft: Draft) => boolean;
}

/**
 * One setting in a form. `lines`: a list, one in a line. `scopes`: `name description` in a line. `pairs`:
 * `name: value` in a line. `json` and `optional`: left out of the result while empty.
 */
export type Field = Common &
	(
		| { kind: 'text'; optional?: true }
		| { kind: 'secret' | 'lines' | 'scopes' | 'pairs' | 'number' | 'toggle' | 'code' | 'json' }
		| { kind: 'select' | 'checks'; options: readonly Option[] }
	);

const application = applicationFieldTexts;

const hasSecret = ({ authMethod }: Draft): boolean => String(authMethod).startsWith('client_secret');
const hasPeople = ({ type }: Draft): boolean => type !== 'machine';

export const applicationFields: readonly Field[] = [
	{ name: 'name', text: application.name, kind: 'text' },
	{ name: 'clientId', text: application.clientId, kind: 'text' },
	{ name: 'type', text: application.type, kind: 'select', options: applicationTypes },
	{ name: 'authMethod', text: application.authMethod, kind: 'select', options: applicationAuthMethods },
	{ name: 'clientSecret', text: application.clientSecret, kind: 'secret', when: hasSecret },
	{ name: 'jwks', text: application.jwks, kind: 'json' },
	{ name: 'redirectUris', text: application.redirectUris, kind: 'lines', when: hasPeople },
	{ name: 'logoutUris', text: application.logoutUris, kind: 'lines', when: hasPeople },
	{ name: 'allowedOrigins', text: application.allowedOrigins, kind: 'lines' },
	{ name: 'grants', text: application.grants, kind: 'checks', options: grantTypes },
	{
		name: 'idTokenAlgorithm',
		text: application.idTokenAlgorithm,
		kind: 'select',
		options: signingAlgorithms
	},
	{ name: 'rotateRefreshTokens', text: application.rotateRefreshTokens, kind: 'toggle' },
	{ name: 'firstParty', text: application.firstParty, kind: 'toggle' },
	{ name: 'requireDpop', text: application.requireDpop, kind: 'toggle' },
	{ name: 'requirePushedRequests', text: application.requirePushedRequests, kind: 'toggle' },
	{ name: 'requireSignedRequests', text: application.requireSignedRequests, kind: 'toggle' }
];

export const apiFields: readonly Field[] = [
	{ name: 'name', text: apiFieldTexts.name, kind: 'text' },
	{ name: 'identifier', text: apiFieldTexts.identifier, kind: 'text' },
	{ name: 'scopes', text: apiFieldTexts.scopes, kind: 'scopes' },
	{ name: 'tokenLifetime', text: apiFieldTexts.tokenLifetime, kind: 'number' },
	{
		name: 'signingAlgorithm',
		text: apiFieldTexts.signingAlgorithm,
		kind: 'select',
		options: signingAlgorithms
	},
	{ name: 'allowOfflineAccess', text: apiFieldTexts.allowOfflineAccess, kind: 'toggle' },
	{ name: 'skipConsentForFirstParty', text: apiFieldTexts.skipConsentForFirstParty, kind: 'toggle' }
];

export const userFields: readonly Field[] = [
	{ name: 'name', text: userFieldTexts.name, kind: 'text' },
	{ name: 'username', text: userFieldTexts.username, kind: 'text' },
	{ name: 'password', text: userFieldTexts.password, kind: 'text' },
	{ name: 'sub', text: userFieldTexts.sub, kind: 'text' },
	{ name: 'givenName', text: userFieldTexts.givenName, kind: 'text' },
	{ name: 'familyName', text: userFieldTexts.familyName, kind: 'text' },
	{ name: 'email', text: userFieldTexts.email, kind: 'text' },
	{ name: 'emailVerified', text: userFieldTexts.emailVerified, kind: 'toggle' },
	{ name: 'roles', text: userFieldTexts.roles, kind: 'lines' },
	{ name: 'metadata', text: userFieldTexts.metadata, kind: 'pairs' }
];

export const ruleFields: readonly Field[] = [
	{ name: 'name', text: ruleFieldTexts.name, kind: 'text' },
	{ name: 'kind', text: ruleFieldTexts.kind, kind: 'select', options: ['rule', 'action'] },
	{ name: 'code', text: ruleFieldTexts.code, kind: 'code' },
	{ name: 'enabled', text: ruleFieldTexts.enabled, kind: 'toggle' }
];

const toggle = (name: keyof typeof policyFieldTexts): Field => ({
	name,
	text: policyFieldTexts[name],
	kind: 'toggle'
});
const number = (name: keyof typeof policyFieldTexts): Field => ({
	name,
	text: policyFieldTexts[name],
	kind: 'number'
});

export const policyFields: readonly Field[] = [
	toggle('requirePkce'),
	toggle('requirePkceOfConfidential'),
	toggle('allowPlain'),
	toggle('requireState'),
	toggle('requireNonce'),
	toggle('issParameter'),
	toggle('rememberConsent'),
	toggle('allowRegistration'),
	toggle('requirePushedRequests'),
	toggle('requireSignedRequests'),
	toggle('requireDpop'),
	toggle('dpopNonce'),
	number('codeLifetime'),
	number('idTokenLifetime'),
	number('accessTokenLifetime'),
	number('refreshTokenLifetime'),
	number('sessionLifetime'),
	number('clockOffset'),
	{ name: 'defaultAudience', text: policyFieldTexts.defaultAudience, kind: 'text', optional: true }
];
