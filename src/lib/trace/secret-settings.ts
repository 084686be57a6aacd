/**
 * What of a configuration must not leave the tab: a secret may stand in every setting, under any name, in an address
 * that looks harmless. Found here for links in and out, and for what is kept for next time.
 */
import type { FoundSecret, SecretKind } from '$lib/lexicon/secret-kinds';
import { normalName } from '$lib/lexicon/normal-name';
import { isHint, isSecretName as isSecret, secretLooks } from '$lib/lexicon/secrets';
import { decodeBase64 } from '$lib/wire/base64';
import { parseForm } from '$lib/wire/form';
import type { Configuration } from './configuration';
import {
	configurationFields,
	configurationOf,
	fieldNames,
	formatRows,
	parseRows,
	type FieldName
} from './configuration-fields';

/** Names of settings that are more than the list of secrets says: here one that is no secret is only typed again. */
const secretSetting = /^(?:key|hmac|auth|bearer|jws|pass)$|secret|password|token$|signingkey/;

/** Names of settings whose values never leave the tab, in whatever way they are written. */
export const isSecretName = (name: string): boolean =>
	!isHint(name) && (isSecret(name) || secretSetting.test(normalName(name)));

/** Secrets under any name, by what they begin with. */
const shapes: [what: SecretKind | 'JWT' | 'Bearer', shape: RegExp][] = [
	['private-key', /PRIVATE KEY|["']d["']\s*:/],
	['JWT', /(?<![A-Za-z0-9])eyJ[\w-]{8,}\.(?:[\w-]{8,}|[\w-]*\.)/],
	['Bearer', /\b(?:Bearer|DPoP)\s+[\w.~+/=-]{8,}/],
	['Bearer', /\b(?:bearer|BEARER)\s+[\w.~+/=-]{16,}/],
	['token', new RegExp(secretLooks.issued)],
	['api-key', /\bx?-?api-?key\s*:\s*\S/i],
	['user-name-and-password', /[/\\]{2}[^\s/\\?#]+@/]
];

/** RFC 7617 §2: Base64 of user, colon, password. Other words may follow `basic` in a list of scopes. */
function isBasic(text: string): boolean {
	const encoded = /\bBasic\s+([\w+/-]{4,})={0,2}/i.exec(text)?.[1];
	if (encoded === undefined) return false;
	const bytes = decodeBase64(encoded.replaceAll('-', '+').replaceAll('_', '/'));
	return bytes !== undefined && String.fromCharCode(...bytes).includes(':');
}

const kindOf = (character: string): string =>
	/[A-Z]/.test(character) ? 'A' : /[a-z]/.test(character) ? 'a' : /\d/.test(character) ? '0' : '';

/** Long, and changing between small, capital and digit as no words do. Only asked of what stands in an address. */
function isRandom(value: string): boolean {
	if (/^[0-9a-f]{32,}$/i.test(value)) return true;
	if (!/^[\w~+/.-]{24,}={0,2}$/.test(value)) return false;
	const kinds = [...value].map(kindOf).filter((kind) => kind !== '');
	const changes = kinds.filter((kind, index) => index > 0 && kind !== kinds[index - 1]).length;
	return new Set(kinds).size === 3 && changes * 3 >= value.length;
}

/** The text with its percent-encoding read, as far as it can be. */
const decoded = (text: string): string =>
	text.includes('%') ? (parseForm(`a=${text.replace(/[+&]/g, encodeURIComponent)}`)[0]?.[1] ?? text) : text;

/** `name=value` wherever it stands: in a query, a fragment, a path, bare, or inside such a value. */
const pair = /(?:^|[?&;#/,\s"'({=])([\w.[\]-]{1,60})=(?=([^\s&;#"']+))/g;
/** Of a query or a fragment what has no name. */
const nameless = /[?&#]([\w~+/.-]+={0,2})(?=$|[&#])/g;

function secretPair(text: string): string | undefined {
	for (const [, name = '', value = ''] of text.matchAll(pair)) {
		if (isSecretName(name) || isRandom(value)) return name;
	}
	return [...text.matchAll(nameless)].some(([, value = '']) => isRandom(value))
		? ('long-value' satisfies SecretKind)
		: undefined;
}

/**
 * Of a path what is long and random is an identifier as often: it counts behind the parts that open doors.
 */
const behindDoor =
	/\/(?:s|t|k|keys?|tokens?|secrets?|magic(?:-?links?)?|invites?|hooks?|webhooks?|share|signed|reset|verify|confirm|activate)\/([\w~+.-]{24,}={0,2})/gi;

const isDoor = (text: string): boolean =>
	[...text.matchAll(behindDoor)].some(([, value = '']) => isRandom(value));

const secretInPlain = (text: string): string | undefined =>
	shapes.find(([, shape]) => shape.test(text))?.[0] ??
	(isBasic(text)
		? 'Basic'
		: (secretPair(text) ?? (isDoor(text) ? ('long-value' satisfies SecretKind) : undefined)));

/** What secret is in a text, by its name or its kind; also where it is encoded, once or twice. */
function secretIn(text: string): string | undefined {
	const once = decoded(text);
	return secretInPlain(text) ?? secretInPlain(once) ?? secretInPlain(decoded(once));
}

/** An address without the parts that are secrets; empty when more than such a part is one. */
function withoutSecretParts(address: string): string {
	const bare = address.replace(/^([a-z][a-z0-9+.-]*:[/\\]{2,})[^/\\?#]*@/i, '$1');
	const [, head = '', query, fragment] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(bare) ?? [];
	const harmless = (part: string | undefined): string =>
		part === undefined
			? ''
			: part
					.split('&')
					.filter((one) => secretIn(`?${one}`) === undefined)
					.join('&');
	const [rest, end] = [harmless(query), harmless(fragment)];
	const text = `${head}${rest && `?${rest}`}${end && `#${end}`}`;
	return secretInAddress(text) === undefined ? text : '';
}

/** `user:password@host`, typed without its scheme. */
const bareUser = /^[^\s/?#@:]+:[^\s/?#@]*@[^\s/@]/;

const secretInAddress = (text: string): string | undefined =>
	secretIn(text) ?? (bareUser.test(text) ? ('user-name-and-password' satisfies SecretKind) : undefined);

interface Cleaned {
	text: string;
	/** What was taken out, by its name or its kind. */
	secrets: string[];
}

function cleanAddress(text: string): Cleaned {
	const secret = secretInAddress(text.trim());
	return secret === undefined
		? { text, secrets: [] }
		: { text: withoutSecretParts(text.trim()), secrets: [secret] };
}

/** Of a list the words that are secrets; of one word the whole. */
function cleanWords(text: string): Cleaned {
	const secret = secretIn(text);
	if (secret === undefined) return { text, secrets: [] };
	const rest = text
		.split(/\s+/)
		.filter((word) => secretIn(word) === undefined)
		.join(' ');
	return { text: rest === text.trim() ? '' : rest, secrets: [secret] };
}

function cleanPairs(text: string): Cleaned {
	const rows = parseRows(text);
	const isSecret = ([name, value]: (typeof rows)[number]): boolean =>
		isSecretName(name) || secretIn(value) !== undefined || secretIn(name) !== undefined;
	const secrets = rows.filter(isSecret).map(([name]) => name);
	return { text: formatRows(rows.filter((row) => !isSecret(row))), secrets };
}

const cleaners: Record<(typeof configurationFields)[FieldName]['kind'], (text: string) => Cleaned> = {
	address: cleanAddress,
	identifier: cleanAddress,
	words: cleanWords,
	text: cleanWords,
	pairs: cleanPairs,
	choice: (text) => ({ text, secrets: [] })
};

const isAddress = (name: FieldName): boolean => cleaners[configurationFields[name].kind] === cleanAddress;

/** What secret a link may not bring in the value of this parameter. */
export function secretInLink(name: string, value: string): string | undefined {
	const field = fieldNames.find((candidate) => configurationFields[candidate].link === name);
	return field && isAddress(field) ? secretInAddress(value.trim()) : secretIn(value);
}

/**
 * A configuration without what must not leave the tab, and what was left out of it: of an address the part that is a
 * secret, of anything else the whole.
 */
export function separateSecrets(configuration: Configuration): {
	configuration: Configuration;
	leftOut: FoundSecret[];
} {
	const cleaned = new Map(
		fieldNames.map((name) => {
			const { kind, format } = configurationFields[name];
			return [name, cleaners[kind](format(configuration))];
		})
	);
	const leftOut = fieldNames.flatMap((name) => {
		const { link, kind } = configurationFields[name];
		const secrets = cleaned.get(name)?.secrets ?? [];
		return secrets.map((secret) => (kind === 'pairs' ? { secret } : { setting: link, secret }));
	});
	if (leftOut.length === 0) return { configuration, leftOut };
	return { configuration: configurationOf((name) => cleaned.get(name)?.text ?? ''), leftOut };
}

export const withoutSecrets = (configuration: Configuration): Configuration =>
	separateSecrets(configuration).configuration;
