/** A message of HTTP, and each kind of fact, without their secrets: which text stands where, and how it is read. */
import type { Check, Decision } from '$lib/lexicon/check';
import { isCookieAttribute, isKeptHeader } from '$lib/lexicon/kept-headers';
import { phrases } from '$lib/lexicon/phrases';
import { say, type PhraseId, type Said } from '$lib/lexicon/said';
import { normalName } from '$lib/lexicon/normal-name';
import { isSecretName } from '$lib/lexicon/secrets';
import { formType } from '$lib/message/form-body';
import { mediaType, type Exchange, type Header, type HttpRequest, type HttpResponse } from '$lib/wire/http';
import type { Configuration } from './configuration';
import type { Fact, FactOf } from './fact';
import type { Verdict } from './verdict';
import { rewriteCookies } from './pairs-scan';
import { isRandom } from './redact-looks';
import type { TextRedactor } from './redact-text';

const addressHeaders = new Set(['location', 'contentlocation', 'referer', 'origin']);
const schemed = /^((?:Bearer|DPoP|Basic|Digest|Negotiate|NTLM|Token|ApiKey)\s+)(.+)$/is;

/** `name="value"` of a challenge (RFC 9110 §11.2). */
const challengeParameter = /([\w-]+)(\s*=\s*)(?:"([^"\\]*(?:\\[^][^"\\]*)*)"|([^\s,"]+))/g;

const redactChallenge = (redactor: TextRedactor, value: string): string => {
	const parts: string[] = [];
	let done = 0;
	for (const found of value.matchAll(challengeParameter)) {
		const [whole, name = '', equals = '', quoted, bare = ''] = found;
		const text = quoted === undefined ? bare : quoted.replace(/\\([^])/g, '$1');
		const changed = redactor.member(name, text, { failed: true });
		parts.push(redactor.sentence(value.slice(done, found.index)));
		parts.push(changed === text ? whole : `${name}${equals}"${changed.replace(/["\\]/g, '\\$&')}"`);
		done = found.index + whole.length;
	}
	return [...parts, redactor.sentence(value.slice(done))].join('');
};

const cookieWords = {
	isAttribute: isCookieAttribute,
	isName: (name: string): boolean => /^[\w.$-]{1,60}$/.test(name) && !isRandom(name)
};

function redactHeader(redactor: TextRedactor, [name, value]: Header): Header {
	const normal = normalName(name);
	if (['cookie', 'setcookie'].includes(normal)) {
		const cookie = (text: string): string => redactor.ledger.take('cookie', text, false);
		return [name, rewriteCookies(value, cookie, cookieWords)];
	}
	if (['wwwauthenticate', 'proxyauthenticate'].includes(normal))
		return [name, redactChallenge(redactor, value)];
	if (addressHeaders.has(normal)) return [name, redactor.address(value)];
	if (isKeptHeader(name)) return [name, redactor.kept(value)];
	const [, scheme = '', credential = value] = schemed.exec(value) ?? [];
	return [name, `${scheme}${redactor.credential(name, credential)}`];
}

/** Whether a body is the pairs of a form; its type is believed where the body does not say otherwise. */
function isForm(body: string, headers: readonly Header[]): boolean {
	if (/^[\s\uFEFF]*(?:[{[<"]|--|\)\]\})/.test(body)) return false;
	return mediaType(headers) === formType
		? /^[^=\s"<>{}()]+=/.test(body)
		: /^[^=&\s"<>{}()]+=[^\s"<>{}]*$/.test(body);
}

/** A body that grew beyond this could not be read again. */
const mostGrowth = 2;
const freeGrowth = 100_000;

function redactBody(redactor: TextRedactor, body: string, headers: readonly Header[]): string {
	if (body === '') return body;
	const redacted = isForm(body, headers) ? redactor.form(body) : redactor.body(body);
	const most = Math.max(freeGrowth, mostGrowth * body.length);
	return redacted.length > most ? redactor.ledger.take('body', body, false) : redacted;
}

export function redactRequest(redactor: TextRedactor, request: HttpRequest): HttpRequest {
	const { method, url, headers, body } = request;
	return {
		method: /^[A-Za-z]{1,20}$/.test(method) ? method : redactor.sentence(method),
		url: redactor.address(url),
		headers: headers.map((header) => redactHeader(redactor, header)),
		...(body === undefined ? {} : { body: redactBody(redactor, body, headers) })
	};
}

const redactResponse = (redactor: TextRedactor, response: HttpResponse): HttpResponse => ({
	status: response.status,
	statusText: redactor.sentence(response.statusText),
	headers: response.headers.map((header) => redactHeader(redactor, header)),
	body: redactBody(redactor, response.body, response.headers)
});

/** In these a name stands before its value. */
const withNames: ReadonlySet<string> = new Set<PhraseId>(['named', 'in-place-of']);

/** A value of a phrase, as it would be redacted in the sentence that the phrase is: behind the one before it. */
function redactBeside(redactor: TextRedactor, before: string, value: string): string {
	const sentence = redactor.sentence(before + value);
	return sentence.startsWith(before) ? sentence.slice(before.length) : redactor.sentence(value);
}

/** What is found or expected. The key of a phrase that is not known could be anything: nothing of that one stays. */
function redactSaid(redactor: TextRedactor, said: Said): Said {
	if (typeof said === 'string') return redactor.sentence(said);
	if (!Object.hasOwn(phrases, said.say)) return say('not-known');
	const between = withNames.has(said.say) ? ': ' : ' ';
	return {
		...said,
		with: said.with.map((part, at, { [at - 1]: before }) =>
			typeof part === 'string' && typeof before === 'string'
				? redactBeside(redactor, `${before}${between}`, part)
				: redactSaid(redactor, part)
		)
	};
}

const redactCheck = <Made extends Check>(redactor: TextRedactor, made: Made): Made => ({
	...made,
	...(made.expected === undefined ? {} : { expected: redactSaid(redactor, made.expected) }),
	...(made.actual === undefined ? {} : { actual: redactSaid(redactor, made.actual) })
});

const redactDecisions = <Made extends Decision>(redactor: TextRedactor, decisions: readonly Made[]): Made[] =>
	decisions.map((decision) => ({
		...decision,
		endpoint: redactor.sentence(decision.endpoint),
		outcome: redactSaid(redactor, decision.outcome),
		checks: decision.checks.map((made) => redactCheck(redactor, made))
	}));

/** The ids that this app gives: a word and a number, or made by chance. */
const ownId = /^(?:[a-z]{1,20}-){0,3}(?:\d{1,20}|metadata|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

function redactExchange<Made extends Exchange>(redactor: TextRedactor, exchange: Made): Made {
	const { id, request, response, failure, probes, inside } = exchange;
	const redacted = redactRequest(redactor, request);
	redactor.surroundings = { ...redactor.surroundings, failed: (response?.status ?? 0) >= 400 };
	return {
		...exchange,
		id: ownId.test(id) ? id : redactor.ledger.take('id', id, false),
		request: redacted,
		...(response === undefined ? {} : { response: redactResponse(redactor, response) }),
		...(failure?.detail === undefined
			? {}
			: { failure: { ...failure, detail: redactor.sentence(failure.detail) } }),
		...(probes === undefined
			? {}
			: { probes: probes.map((probe) => ({ ...probe, request: redactRequest(redactor, probe.request) })) }),
		...(inside === undefined ? {} : { inside: redactDecisions(redactor, inside) })
	};
}

/** What a file may hold in one field of a configuration (`configurationSchema`). */
const mostField = 4096;

function redactConfiguration(redactor: TextRedactor, configuration: Configuration): Configuration {
	const cut = (text: string): string => text.slice(0, mostField);
	const { issuer, clientId, redirectUri, scope, audience, resource, preset, extra, apiUrl } = configuration;
	const kept = (text: string): string => cut(redactor.kept(text));
	return {
		...configuration,
		issuer: redactor.known(issuer, mostField),
		clientId: kept(clientId),
		redirectUri: redactor.known(redirectUri, mostField),
		scope: kept(scope),
		...(audience === undefined ? {} : { audience: kept(audience) }),
		...(resource === undefined ? {} : { resource: kept(resource) }),
		...(preset === undefined ? {} : { preset: kept(preset) }),
		extra: extra.map(([name, value]): [string, string] => [
			cut(redactor.sentence(name)),
			cut(redactor.member(name, value))
		]),
		apiUrl: cut(redactor.address(apiUrl))
	};
}

const redactGenerated = (redactor: TextRedactor, fact: FactOf<'generated'>): FactOf<'generated'> => ({
	...fact,
	values: Object.fromEntries(
		Object.entries(fact.values).map(([name, value]) => [
			isSecretName(name) || name.length < 40 ? name : redactor.sentence(name),
			redactor.member(name, value)
		])
	)
});

/** OIDC Core §3.1.2.1, OIDC Form Post §2: what a browser posts there, and to the callback, is a form. */
const formHeaders: readonly Header[] = [['content-type', formType]];

const redactNavigation = (
	redactor: TextRedactor,
	{ url, body, recorded }: Pick<FactOf<'left' | 'returned'>, 'url' | 'body' | 'recorded'>
): Pick<FactOf<'left' | 'returned'>, 'url' | 'body' | 'recorded'> => ({
	url: redactor.address(url),
	...(body === undefined ? {} : { body: redactBody(redactor, body, formHeaders) }),
	...(recorded === undefined ? {} : { recorded: redactExchange(redactor, recorded) })
});

/** Proofs hold no value but the names of an algorithm and of a key, which a stranger may have written. */
function redactVerdict(redactor: TextRedactor, verdict: Verdict): Verdict {
	const { signature } = verdict;
	if (!signature.known) return verdict;
	const { alg, kid } = signature.value;
	const name = (text: string): string => redactor.sentence(text).slice(0, 200);
	const value = {
		...signature.value,
		...(alg === undefined ? {} : { alg: name(alg) }),
		...(kid === undefined ? {} : { kid: name(kid) })
	};
	return { ...verdict, signature: { known: true, value } };
}

/** What a recorder calls itself is a name and a number, and is looked through all the same. */
const redactImported = (redactor: TextRedactor, fact: FactOf<'imported'>): FactOf<'imported'> => ({
	...fact,
	...(fact.recorder === undefined ? {} : { recorder: redactor.sentence(fact.recorder).slice(0, 500) }),
	...(fact.browser === undefined ? {} : { browser: redactor.sentence(fact.browser).slice(0, 500) }),
	...(fact.said === undefined ? {} : { said: fact.said.map((verdict) => redactVerdict(redactor, verdict)) })
});

/** A fact without its secrets, but for those that only another fact shows to be one. */
export function redactFact(redactor: TextRedactor, fact: Fact): Fact {
	redactor.surroundings = {};
	switch (fact.kind) {
		case 'configured':
			return { ...fact, configuration: redactConfiguration(redactor, fact.configuration) };
		case 'generated':
			return redactGenerated(redactor, fact);
		case 'left':
			return {
				...fact,
				...redactNavigation(redactor, fact),
				...(fact.asked === undefined ? {} : { asked: redactor.address(fact.asked) })
			};
		case 'returned':
			return { ...fact, ...redactNavigation(redactor, fact) };
		case 'imported':
			return redactImported(redactor, fact);
		case 'beside':
			return { ...fact, exchange: redactExchange(redactor, fact.exchange) };
		case 'allowed':
			return { ...fact, host: redactor.kept(fact.host) };
		case 'decided':
		case 'opened':
			return fact;
		case 'observed':
			return { ...fact, inside: redactDecisions(redactor, fact.inside) };
		case 'exchanged': {
			redactor.surroundings = { foreign: ['api', 'userinfo'].includes(fact.move) };
			const exchange = redactExchange(redactor, fact.exchange);
			return {
				...fact,
				exchange,
				...(fact.asked === undefined ? {} : { asked: redactRequest(redactor, fact.asked) })
			};
		}
	}
}
