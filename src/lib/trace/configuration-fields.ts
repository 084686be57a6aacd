/**
 * Every member of a configuration, once: how it is typed and kept while it is typed, what it is called in a link, and
 * what may be a secret in it. The form, the links, what is kept and what other pages fill in all go by this table, so
 * that a member which is not in it does not compile.
 */
import { parseForm, formatForm, type Pair } from '$lib/wire/form';
import type { Configuration } from './configuration';
import { authenticationMethods, extensions, responseModes } from './configuration-choices';

export type FieldName = keyof Configuration;

interface Field {
	/** Its name in a link. */
	link: string;
	/** What of it may be a secret: a part of an address (which names an API, too), a word, the whole, a pair. */
	kind: 'address' | 'identifier' | 'words' | 'text' | 'pairs' | 'choice';
	/** As one text, as it stands in the form. Empty: nothing is said. */
	format: (configuration: Configuration) => string;
	/** Back from a text. What cannot be read, and what says nothing, is left out. */
	read: (text: string) => Partial<Configuration>;
}

/** The member of the list that the text names. */
const oneOf = <T extends string>(list: readonly T[], text: string): T | undefined =>
	list.find((member) => member === text);

const given = <T>(
	value: T | undefined,
	member: (value: T) => Partial<Configuration>
): Partial<Configuration> => (value === undefined || value === '' ? {} : member(value));

type TextName = 'issuer' | 'clientId' | 'redirectUri' | 'apiUrl' | 'audience' | 'resource' | 'preset';

/** A member that is one text, without space around it. */
const textField = (name: TextName, link: string, kind: Field['kind']): Field => ({
	link,
	kind,
	format: ({ [name]: text = '' }) => text,
	read: (text) => given(text.trim(), (value): Partial<Record<TextName, string>> => ({ [name]: value }))
});

/** A row is `name=value`, URL-encoded, so that a line break in a value stays in its row. */
export const formatRows = (rows: readonly Pair[]): string => rows.map((row) => formatForm([row])).join('\n');

/** Rows as they are typed, those without a name among them. */
export const parseRows = (text: string): Pair[] =>
	text.split('\n').flatMap((line): Pair[] => (line === '' ? [] : parseForm(line).slice(0, 1)));

export const configurationFields: Record<FieldName, Field> = {
	issuer: textField('issuer', 'issuer', 'address'),
	clientId: textField('clientId', 'client_id', 'text'),
	redirectUri: textField('redirectUri', 'redirect_uri', 'address'),
	scope: {
		link: 'scope',
		kind: 'words',
		format: ({ scope }) => scope,
		read: (text) => ({ scope: text.trim().replace(/\s+/g, ' ') })
	},
	audience: textField('audience', 'audience', 'identifier'),
	resource: textField('resource', 'resource', 'identifier'),
	preset: textField('preset', 'preset', 'text'),
	responseMode: {
		link: 'response_mode',
		kind: 'choice',
		format: ({ responseMode = '' }) => responseMode,
		read: (text) => given(oneOf(responseModes, text), (responseMode) => ({ responseMode }))
	},
	/** `none` is said by saying nothing. */
	authentication: {
		link: 'authentication',
		kind: 'choice',
		format: ({ authentication = 'none' }) => authentication,
		read: (text) => {
			const method = oneOf(authenticationMethods, text);
			return method === 'none' ? {} : given(method, (authentication) => ({ authentication }));
		}
	},
	extensions: {
		link: 'extensions',
		kind: 'choice',
		format: (configuration) => (configuration.extensions ?? []).join(' '),
		read: (text) => {
			const named = text.split(' ');
			const on = extensions.filter((extension) => named.includes(extension));
			return on.length === 0 ? {} : { extensions: on };
		}
	},
	/** In a link each row is a parameter of its own. */
	extra: {
		link: 'extra',
		kind: 'pairs',
		format: ({ extra }) => formatRows(extra),
		read: (text) => ({ extra: parseRows(text).filter(([name]) => name !== '') })
	},
	apiUrl: textField('apiUrl', 'api', 'address')
};

export const fieldNames = Object.keys(configurationFields).filter(
	(name): name is FieldName => name in configurationFields
);

const empty: Configuration = { issuer: '', clientId: '', redirectUri: '', scope: '', extra: [], apiUrl: '' };

/** The configuration that these texts say. */
export const configurationOf = (textOf: (name: FieldName) => string): Configuration =>
	fieldNames.reduce(
		(configuration, name) => ({ ...configuration, ...configurationFields[name].read(textOf(name)) }),
		empty
	);

/** The name under which a field is kept while it is typed. */
export const draftName = (name: FieldName): string => `configure ${name}`;

/** The name under which a metadata document is kept that nobody fetched. */
export const documentDraft = 'endpoint document';

/** A provider of which nothing is known yet but the address of this client. */
export const ownProvider = ({ redirectUri }: Pick<Configuration, 'redirectUri'>): Configuration => ({
	...empty,
	redirectUri,
	scope: 'openid profile email'
});

/** What is typed for one provider and says nothing about another: fields, endpoints, where a link led, the call of its API. */
const ofProvider = /^(?:configure|endpoint|link|call) /;

/** What is typed, with this configuration in the place of what stood in the form. */
export const filledIn = (
	typed: Readonly<Record<string, string>>,
	configuration: Configuration
): Record<string, string> => ({
	...Object.fromEntries(Object.entries(typed).filter(([name]) => !ofProvider.test(name))),
	...Object.fromEntries(
		fieldNames.map((name) => [draftName(name), configurationFields[name].format(configuration)])
	)
});
