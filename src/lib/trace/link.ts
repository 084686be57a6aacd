/**
 * A configuration as a link: `/flow/configure/?issuer=…&client_id=…`. A link may come from anybody, so it is parsed
 * and never believed: one with a secret, token or code in it is refused whole, and a URL that is neither https nor
 * on this machine is refused by name. What is made here carries no secret either.
 */
import * as v from 'valibot';
import type { IntakeFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { stepIds, type StepId } from '$lib/lexicon/steps';
import { formatForm, parseForm, valueOf, type Pair } from '$lib/wire/form';
import { isSecureOrLoopback } from '$lib/message/loopback';
import type { Configuration } from './configuration';
import { authenticationMethods, extensions, responseModes } from './configuration-choices';
import {
	configurationFields,
	configurationOf,
	fieldNames,
	formatRows,
	type FieldName
} from './configuration-fields';
import { isSecretName, secretInLink, withoutSecrets } from './secret-settings';

const longest = 8_000;
const short = v.pipe(v.string(), v.trim(), v.maxLength(500));

function isWebAddress(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const url = new URL(text);
	return isSecureOrLoopback(url) && url.username === '' && url.password === '';
}

/** The redirect URI of a native app has a scheme of its own (RFC 8252 §7.1); a page's must be a web address. */
function isRedirectUri(text: string): boolean {
	if (isWebAddress(text)) return true;
	return URL.canParse(text) && /^[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+:\/*[^/]/i.test(text);
}

const webAddress = v.pipe(short, v.check(isWebAddress));
const isExtension = (word: string): boolean => extensions.some((extension) => extension === word);

/** What a link may say of each setting; a free parameter is one of its own. */
const settings: Record<Exclude<FieldName, 'extra'>, v.GenericSchema<string, string>> = {
	issuer: webAddress,
	clientId: short,
	redirectUri: v.pipe(short, v.check(isRedirectUri)),
	scope: short,
	audience: short,
	resource: short,
	preset: v.pipe(short, v.regex(/^[a-z0-9-]{1,40}$/)),
	responseMode: v.picklist(responseModes),
	authentication: v.picklist(authenticationMethods),
	extensions: v.pipe(
		short,
		v.check((text) => text.split(/\s+/).every(isExtension))
	),
	apiUrl: webAddress
};

const single = fieldNames.filter((name) => name !== 'extra');

/** Names of the settings that a link may bring. */
export const linkNames: readonly string[] = fieldNames.map((name) => configurationFields[name].link);

/** Parameters that the walk makes itself for each request: a link must not fix them. */
const ownParameters: ReadonlySet<string> = new Set([
	...['client_id', 'redirect_uri', 'scope', 'audience', 'resource', 'response_type', 'response_mode'],
	...['state', 'nonce', 'code_challenge', 'code_challenge_method', 'request', 'request_uri', 'dpop_jkt']
]);

/** What a link asks for. */
export interface Linked {
	configuration: Configuration;
	step: StepId;
}

/** `extra=prompt%3Dconsent`: a free parameter of the authorization request. */
function extraOf(pairs: readonly Pair[]): Pair[] {
	return pairs
		.filter(([name]) => name === 'extra')
		.map(([, text]): Pair => {
			const at = text.indexOf('=');
			return at < 1 ? [text, ''] : [text.slice(0, at).trim(), text.slice(at + 1)];
		});
}

/** Why the query of a link may not be used at all: it is longer than any link, or a secret stands in it. */
export function refusedQuery(search: string): IntakeFailure | undefined {
	if (search.length > longest) return { reason: 'too-large', where: `${search.length}` };
	const pairs = parseForm(search);
	for (const [name, value] of [...extraOf(pairs), ...pairs]) {
		if (isSecretName(name)) return { reason: 'secret-in-link', where: name };
		const secret = secretInLink(name, value);
		if (secret !== undefined) return { reason: 'secret-in-link', where: name.slice(0, 100), secret };
	}
	return undefined;
}

function refusedExtra(pairs: readonly Pair[]): IntakeFailure | undefined {
	const extra = extraOf(pairs);
	const fixed = extra.find(([name]) => !/^[\w.:-]{1,100}$/.test(name) || ownParameters.has(name));
	if (fixed) return { reason: 'link-unreadable', where: `extra: ${fixed[0].slice(0, 100)}` };
	return extra.length > 20 ? { reason: 'link-unreadable', where: 'extra' } : undefined;
}

/** The values of a link by setting, each as it may be; or the first that may not. */
function settingsOf(pairs: readonly Pair[]): Result<Partial<Record<FieldName, string>>, IntakeFailure> {
	const texts: Partial<Record<FieldName, string>> = {};
	for (const name of single) {
		const { link, kind } = configurationFields[name];
		// The first of a name counts, and an empty one says nothing.
		const text = pairs.find(([key, value]) => key === link && value.trim() !== '')?.[1];
		const parsed = text === undefined ? undefined : v.safeParse(settings[name], text);
		if (parsed?.success) texts[name] = parsed.output;
		else if (parsed || name === 'issuer') {
			return fail({ reason: kind === 'address' ? 'link-address-refused' : 'link-unreadable', where: link });
		}
	}
	return ok(texts);
}

/**
 * What the query of an address asks for; undefined when it asks for nothing. The redirect URI is for where the link
 * names none.
 */
export function parseLink(
	search: string,
	{ redirectUri }: Pick<Configuration, 'redirectUri'>
): Result<Linked | undefined, IntakeFailure> {
	const pairs = parseForm(search);
	const refused = refusedQuery(search) ?? refusedExtra(pairs);
	if (refused) return fail(refused);
	const known = pairs.filter(
		([name]) => name === 'step' || single.some((one) => configurationFields[one].link === name)
	);
	if (known.length === 0) return ok(undefined);
	const texts = settingsOf(known);
	if (!texts.ok) return texts;
	const step = v.safeParse(v.optional(v.picklist(stepIds), 'configure'), valueOf(known, 'step') || undefined);
	if (!step.success) return fail({ reason: 'link-unreadable', where: 'step' });
	const extra = formatRows(extraOf(pairs));
	const said = { redirectUri, scope: 'openid', ...texts.value, extra };
	return ok({ configuration: configurationOf((name) => said[name] ?? ''), step: step.output });
}

/** The query of a link to this configuration. */
export function formatLink(configuration: Configuration, step?: StepId): string {
	const shared = withoutSecrets(configuration);
	const pairs = single.flatMap((name): Pair[] => {
		const { link, format, read } = configurationFields[name];
		const text = format(shared);
		return Object.keys(read(text)).length === 0 ? [] : [[link, text]];
	});
	const free = shared.extra
		.filter(([name]) => !ownParameters.has(name))
		.map(([name, value]): Pair => ['extra', `${name}=${value}`]);
	const said = [...pairs, ['step', step ?? ''] satisfies Pair].filter(([, value]) => value !== '');
	return `?${formatForm([...said, ...free])}`;
}
