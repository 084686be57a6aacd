import {
	applicationAuthMethods,
	applicationTypes,
	grantTypes,
	signingAlgorithms,
	userinfoForms
} from '$lib/authorization-server/settings';
import { applicationFieldTexts } from '$lib/lessons/en/provider/application-fields';
import type { FieldText } from '$lib/lessons/en/provider/field-text';
import {
	apiFieldTexts,
	policyFieldTexts,
	ruleFieldTexts,
	userFieldTexts
} from '$lib/lessons/en/provider/realm-fields';
import type { groupTexts } from '$lib/lessons/en/provider/groups';
import type { optionLabels } from '$lib/lessons/en/provider/provider';
import type { Draft } from '$lib/state/record-form.svelte';

export type Option = keyof typeof optionLabels;

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

/** Fields that belong together, under a heading. */
export interface Group {
	id: keyof typeof groupTexts;
	fields: readonly Field[];
}

export const fieldsOf = (groups: readonly Group[]): Field[] => groups.flatMap(({ fields }) => fields);

export const applicationGroups: readonly Group[] = [
	{
		id: 'application',
		fields: [
			{ name: 'name', text: application.name, kind: 'text' },
			{ name: 'clientId', text: application.clientId, kind: 'text' },
			{ name: 'type', text: application.type, kind: 'select', options: applicationTypes }
		]
	},
	{
		id: 'addresses',
		fields: [
			{ name: 'redirectUris', text: application.redirectUris, kind: 'lines', when: hasPeople },
			{ name: 'logoutUris', text: application.logoutUris, kind: 'lines', when: hasPeople },
			{ name: 'allowedOrigins', text: application.allowedOrigins, kind: 'lines' }
		]
	},
	{
		id: 'authentication',
		fields: [
			{ name: 'authMethod', text: application.authMethod, kind: 'select', options: applicationAuthMethods },
			{ name: 'clientSecret', text: application.clientSecret, kind: 'secret', when: hasSecret },
			{ name: 'jwks', text: application.jwks, kind: 'json' }
		]
	},
	{
		id: 'grants',
		fields: [
			{ name: 'grants', text: application.grants, kind: 'checks', options: grantTypes },
			{
				name: 'idTokenAlgorithm',
				text: application.idTokenAlgorithm,
				kind: 'select',
				options: signingAlgorithms
			},
			{
				name: 'userinfoForm',
				text: application.userinfoForm,
				kind: 'select',
				options: userinfoForms
			},
			{ name: 'rotateRefreshTokens', text: application.rotateRefreshTokens, kind: 'toggle' },
			{ name: 'firstParty', text: application.firstParty, kind: 'toggle' }
		]
	},
	{
		id: 'stricter',
		fields: [
			{ name: 'requireDpop', text: application.requireDpop, kind: 'toggle' },
			{ name: 'requirePushedRequests', text: application.requirePushedRequests, kind: 'toggle' },
			{ name: 'requireSignedRequests', text: application.requireSignedRequests, kind: 'toggle' }
		]
	}
];

export const apiGroups: readonly Group[] = [
	{
		id: 'api',
		fields: [
			{ name: 'name', text: apiFieldTexts.name, kind: 'text' },
			{ name: 'identifier', text: apiFieldTexts.identifier, kind: 'text' },
			{ name: 'scopes', text: apiFieldTexts.scopes, kind: 'scopes' }
		]
	},
	{
		id: 'apiTokens',
		fields: [
			{ name: 'tokenLifetime', text: apiFieldTexts.tokenLifetime, kind: 'number' },
			{
				name: 'signingAlgorithm',
				text: apiFieldTexts.signingAlgorithm,
				kind: 'select',
				options: signingAlgorithms
			},
			{ name: 'allowOfflineAccess', text: apiFieldTexts.allowOfflineAccess, kind: 'toggle' },
			{ name: 'skipConsentForFirstParty', text: apiFieldTexts.skipConsentForFirstParty, kind: 'toggle' }
		]
	}
];

export const userGroups: readonly Group[] = [
	{
		id: 'person',
		fields: [
			{ name: 'name', text: userFieldTexts.name, kind: 'text' },
			{ name: 'username', text: userFieldTexts.username, kind: 'text' },
			{ name: 'password', text: userFieldTexts.password, kind: 'text' }
		]
	},
	{
		id: 'claims',
		fields: [
			{ name: 'sub', text: userFieldTexts.sub, kind: 'text' },
			{ name: 'givenName', text: userFieldTexts.givenName, kind: 'text' },
			{ name: 'familyName', text: userFieldTexts.familyName, kind: 'text' },
			{ name: 'email', text: userFieldTexts.email, kind: 'text' },
			{ name: 'emailVerified', text: userFieldTexts.emailVerified, kind: 'toggle' }
		]
	},
	{
		id: 'forRules',
		fields: [
			{ name: 'roles', text: userFieldTexts.roles, kind: 'lines' },
			{ name: 'metadata', text: userFieldTexts.metadata, kind: 'pairs' }
		]
	}
];

export const ruleGroups: readonly Group[] = [
	{
		id: 'rule',
		fields: [
			{ name: 'name', text: ruleFieldTexts.name, kind: 'text' },
			{ name: 'kind', text: ruleFieldTexts.kind, kind: 'select', options: ['rule', 'action'] },
			{ name: 'enabled', text: ruleFieldTexts.enabled, kind: 'toggle' }
		]
	},
	{ id: 'code', fields: [{ name: 'code', text: ruleFieldTexts.code, kind: 'code' }] }
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

export const policyGroups: readonly Group[] = [
	{
		id: 'proof',
		fields: [toggle('requirePkce'), toggle('requirePkceOfConfidential'), toggle('allowPlain')]
	},
	{
		id: 'requests',
		fields: [
			toggle('requireState'),
			toggle('requireNonce'),
			toggle('requirePushedRequests'),
			toggle('requireSignedRequests')
		]
	},
	{ id: 'dpop', fields: [toggle('requireDpop'), toggle('dpopNonce')] },
	{
		id: 'answers',
		fields: [toggle('issParameter'), toggle('rememberConsent'), toggle('allowRegistration')]
	},
	{
		id: 'lifetimes',
		fields: [
			number('codeLifetime'),
			number('idTokenLifetime'),
			number('accessTokenLifetime'),
			number('refreshTokenLifetime'),
			number('sessionLifetime')
		]
	},
	{
		id: 'target',
		fields: [
			{ name: 'defaultAudience', text: policyFieldTexts.defaultAudience, kind: 'text', optional: true }
		]
	},
	{ id: 'clock', fields: [number('clockOffset')] }
];
