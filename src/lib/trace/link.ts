/**
 * A configuration as a link: `/flow/configure/?issuer=…&client_id=…`. A link may come from anybody, so it is parsed
 * and never believed: one with a secret, token or code in it is refused whole, and a URL that is neither https nor
 * on this machine is refused by name. What is made here carries no secret either.
 */
import * as v from 'valibot';
import type { IntakeFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { stepIds, type StepId } from '$lib/lexicon/steps';
import { formatForm, parseForm, type Pair } from '$lib/wire/form';
import { isSecureOrLoopback } from '$lib/wire/loopback';
import {
	authenticationMethods,
	extensions,
	responseModes,
	type Configuration,
	type Extension
} from './configuration';
import { isSecretName, looksSecret, withoutSecrets } from './secret-settings';

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
const words = v.pipe(
	short,
	v.transform((text) => text.split(' ').filter(Boolean))
);

const linkSchema = v.object({
	issuer: webAddress,
	client_id: v.optional(short),
	redirect_uri: v.optional(v.pipe(short, v.check(isRedirectUri))),
	scope: v.optional(short),
	audience: v.optional(short),
	resource: v.optional(short),
	preset: v.optional(v.pipe(short, v.regex(/^[a-z0-9-]{1,40}$/))),
	response_mode: v.optional(v.picklist(responseModes)),
	authentication: v.optional(v.picklist(authenticationMethods)),
	extensions: v.optional(v.pipe(words, v.array(v.picklist(extensions)))),
	api: v.optional(webAddress),
	step: v.optional(v.picklist(stepIds))
});

const addresses: ReadonlySet<string> = new Set(['issuer', 'redirect_uri', 'api']);

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

function refusal(pairs: readonly Pair[]): IntakeFailure | undefined {
	const all = [...pairs, ...extraOf(pairs)];
	const secret = all.find(([name, value]) => isSecretName(name) || looksSecret(value));
	if (secret) return { reason: 'secret-in-link', where: isSecretName(secret[0]) ? secret[0] : 'a value' };
	const extra = extraOf(pairs);
	const fixed = extra.find(([name]) => !/^[\w.:-]{1,100}$/.test(name) || ownParameters.has(name));
	if (fixed) return { reason: 'link-unreadable', where: `extra: ${fixed[0].slice(0, 100)}` };
	return extra.length > 20 ? { reason: 'link-unreadable', where: 'extra' } : undefined;
}

/**
 * What the query of an address asks for; undefined when it asks for nothing. `start` gives the redirect URI where
 * the link names none.
 */
export function parseLink(
	search: string,
	start: Pick<Configuration, 'redirectUri'>
): Result<Linked | undefined, IntakeFailure> {
	if (search.length > longest) return fail({ reason: 'too-large', where: `${search.length}` });
	const pairs = parseForm(search);
	const refused = refusal(pairs);
	if (refused) return fail(refused);
	if (!pairs.some(([name]) => Object.hasOwn(linkSchema.entries, name))) return ok(undefined);
	// The first of a name counts, and an empty one says nothing.
	const given = Object.fromEntries(pairs.filter(([, value]) => value.trim() !== '').toReversed());
	const parsed = v.safeParse(linkSchema, given);
	if (!parsed.success) {
		const where = v.getDotPath(parsed.issues[0]) ?? 'issuer';
		return fail({ reason: addresses.has(where) ? 'link-address-refused' : 'link-unreadable', where });
	}
	return ok(linkedOf(parsed.output, extraOf(pairs), start));
}

function linkedOf(
	link: v.InferOutput<typeof linkSchema>,
	extra: Pair[],
	{ redirectUri }: Pick<Configuration, 'redirectUri'>
): Linked {
	const { audience, resource, preset, response_mode: responseMode, authentication } = link;
	const switched: Extension[] = link.extensions ?? [];
	return {
		configuration: {
			issuer: link.issuer,
			clientId: link.client_id ?? '',
			redirectUri: link.redirect_uri ?? redirectUri,
			scope: (link.scope ?? 'openid').replace(/\s+/g, ' '),
			...(audience === undefined ? {} : { audience }),
			...(resource === undefined ? {} : { resource }),
			...(preset === undefined ? {} : { preset }),
			...(responseMode === undefined ? {} : { responseMode }),
			...(authentication === undefined ? {} : { authentication }),
			...(switched.length === 0 ? {} : { extensions: switched }),
			extra,
			apiUrl: link.api ?? ''
		},
		step: link.step ?? 'configure'
	};
}

/** The query of a link to this configuration. */
export function formatLink(configuration: Configuration, step?: StepId): string {
	const { issuer, clientId, redirectUri, scope, audience, resource, preset, responseMode } = configuration;
	const { authentication, apiUrl, extensions: switched = [], extra } = withoutSecrets(configuration);
	const pairs: [string, string | undefined][] = [
		['issuer', issuer],
		['client_id', clientId],
		['redirect_uri', redirectUri],
		['scope', scope],
		['audience', audience],
		['resource', resource],
		['preset', preset],
		['response_mode', responseMode],
		['authentication', authentication],
		['extensions', switched.join(' ')],
		['api', apiUrl],
		['step', step]
	];
	const given = pairs.filter((pair): pair is Pair => pair[1] !== undefined && pair[1] !== '');
	const free = extra
		.filter(([name]) => !ownParameters.has(name))
		.map(([name, value]): Pair => ['extra', `${name}=${value}`]);
	return `?${formatForm([...given, ...free])}`;
}
