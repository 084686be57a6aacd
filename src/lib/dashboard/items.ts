/** The four lists of a realm: their fields, what is new in them, and how one item is told from another. */
import * as v from 'valibot';
import {
	apiSchema,
	applicationSchema,
	ruleSchema,
	userSchema,
	type Api,
	type Application,
	type Rule,
	type User
} from '$lib/authorization-server/settings';
import type { Result } from '$lib/lexicon/result';
import { newItemNames, ruleFacts } from '$lib/lessons/en/provider/dashboard';
import { optionLabels } from '$lib/lessons/en/provider/provider';
import type { Item, Section } from '$lib/state/realm.svelte';
import type { Draft, Faults } from '$lib/state/record-form.svelte';
import { parseDraft } from './draft';
import {
	apiGroups,
	applicationGroups,
	fieldsOf,
	ruleGroups,
	userGroups,
	type Field,
	type Group
} from './fields';

/** Only here is it known which field is at fault: the schema of the whole sees that two do not go together. */
const applicationInForm = v.pipe(
	applicationSchema,
	v.forward(
		v.check(({ authMethod, jwks }) => authMethod !== 'private_key_jwt' || jwks !== undefined, 'no keys'),
		['jwks']
	)
);

const applicationItem = (name: string): Application => ({
	clientId: '',
	name,
	type: 'spa',
	redirectUris: [],
	logoutUris: [],
	allowedOrigins: [],
	grants: ['authorization_code', 'refresh_token'],
	authMethod: 'none',
	rotateRefreshTokens: true,
	firstParty: false,
	idTokenAlgorithm: 'RS256',
	userinfoForm: 'json'
});

const apiItem = (name: string): Api => ({
	identifier: '',
	name,
	scopes: [],
	allowOfflineAccess: false,
	tokenLifetime: 3_600,
	signingAlgorithm: 'RS256',
	skipConsentForFirstParty: false
});

const userItem = (name: string): User => ({
	sub: '',
	username: '',
	password: '',
	name,
	givenName: '',
	familyName: '',
	email: '',
	emailVerified: false,
	roles: [],
	metadata: {}
});

const ruleItem = (name: string): Rule => ({
	id: '',
	name,
	kind: 'rule',
	enabled: true,
	code: 'function (user, context, callback) {\n  callback(null, user, context);\n}'
});

interface Kind<S extends Section> {
	groups: readonly Group[];
	fields: readonly Field[];
	/** A new one. `id`: a word that no other has. */
	start(id: string): Item<S>;
	/** In a few words, for the list. */
	factsOf(item: Item<S>): string;
	/** `others`: the items that it may not be mistaken for. */
	parse(draft: Draft, item: Item<S>, others: readonly Item<S>[]): Result<Item<S>, Faults>;
}

const applicationFields = fieldsOf(applicationGroups);
const apiFields = fieldsOf(apiGroups);
const userFields = fieldsOf(userGroups);
const ruleFields = fieldsOf(ruleGroups);

const lower = (values: readonly string[]): string[] => values.map((value) => value.toLowerCase());

export const kinds: { [S in Section]: Kind<S> } = {
	applications: {
		groups: applicationGroups,
		fields: applicationFields,
		start: (id) => ({ ...applicationItem(newItemNames.applications), clientId: `app-${id}` }),
		factsOf: ({ clientId, type }) => `${clientId} · ${optionLabels[type]}`,
		parse: (draft, _item, others) =>
			parseDraft(applicationFields, applicationInForm, draft, {
				taken: { clientId: lower(others.map(({ clientId }) => clientId)) }
			})
	},
	apis: {
		groups: apiGroups,
		fields: apiFields,
		start: (id) => ({ ...apiItem(newItemNames.apis), identifier: `https://api-${id}.example.com` }),
		factsOf: ({ identifier }) => identifier,
		parse: (draft, _item, others) =>
			parseDraft(apiFields, apiSchema, draft, {
				taken: { identifier: lower(others.map(({ identifier }) => identifier)) }
			})
	},
	users: {
		groups: userGroups,
		fields: userFields,
		start: (id) => ({
			...userItem(newItemNames.users),
			sub: `user-${id}`,
			username: id,
			password: 'timesheets'
		}),
		factsOf: ({ username, roles }) => [username, ...roles].join(' · '),
		parse: (draft, _item, others) =>
			parseDraft(userFields, userSchema, draft, {
				taken: {
					sub: lower(others.map(({ sub }) => sub)),
					username: lower(others.map(({ username }) => username))
				}
			})
	},
	rules: {
		groups: ruleGroups,
		fields: ruleFields,
		start: (id) => ({ ...ruleItem(newItemNames.rules), id: `rule-${id}` }),
		factsOf: ({ kind, enabled }) => ruleFacts(kind, enabled),
		parse: (draft, { id }) => parseDraft(ruleFields, ruleSchema, draft, { rest: { id } })
	}
};
