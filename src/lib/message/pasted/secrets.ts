/** What is secret in a text of any making: the names under which it stands, or its kind, for a warning. */
import { isHint, isSecretName, isSecretParameter, secretLooks } from '$lib/lexicon/secrets';
import { decodeBase64 } from '$lib/wire/base64';
import type { Pair } from '$lib/wire/form';

/** Who a person is, no secret keeps. */
const isSecret = (name: string): boolean => isSecretParameter(name) && !isHint(name);

export const secretsOf = (pairs: readonly Pair[]): string[] => [
	...new Set(pairs.flatMap(([name, value]) => (value !== '' && isSecret(name) ? [name] : [])))
];

/** A name and the beginning of its value: `"access_token": "…"`, `code_verifier=…`, `x-api-key: …`. */
const named =
	/(?<![\w-])([A-Za-z][\w-]{1,48})["']?[ \t]{0,12}(?:=>|==?|:=?)[ \t]{0,3}["']?([^\s"'&,;})\]]{1,20})/g;

/** What stands in the place of a value that is not there, that was taken out, or that is still to be put in. */
const isGone = (value: string): boolean =>
	/^(?:null|none|nil|undefined|true|false|redacted|filtered|\W.*|[x.]{3,}.*|(?:your|my)[_-].*|change_?me|required|missing)$/i.test(
		value
	);

/** Codes of errors that end like the name of what is wrong. */
const isCode =
	/^(?:invalid|missing|expired|unsupported|unknown|unexpected|insufficient|malformed|bad|no)[_-]/i;

/** Names of one word that stand for nothing else where a line or a member begins with them. */
const plainNames = /^(?:password|passwd|pwd|passphrase|passcode|secret)$/i;

function isNamed(text: string, at: number, name: string, value: string): boolean {
	if (
		isGone(value) ||
		isHint(name) ||
		!isSecretName(name) ||
		isCode.test(name) ||
		/^(?:set-)?cookie$/i.test(name)
	)
		return false;
	const before = text.slice(Math.max(0, at - 12), at);
	// One word of a language is a name only where it stands in an address or a form, or begins a line.
	if (/[_-]|[a-z][A-Z]/.test(name) || /[?&]$/.test(before)) return true;
	return plainNames.test(name) && /(?:^|[\n"'{,;])[ \t]*$/.test(before);
}

/** Words that follow a scheme in a sentence are no credentials, and a parameter of a challenge is none. */
const bearer = /\b(?:Bearer|DPoP)["']?[ \t]+(?![\w-]+=["\w])([\w.~+/-]{12,}=*)/gi;
const basic = /\bBasic[ \t]+([\w+/]{6,}={0,2})/gi;
const hasSigns = (credential: string): boolean =>
	/\d|[a-z][A-Z]|[A-Z][a-z]+[A-Z]/.test(credential) || /^[a-z]{16,}$/.test(credential);

/** RFC 7617 §2: Base64 of user, colon, password. */
const isBasic = (encoded: string): boolean => {
	const bytes = decodeBase64(encoded);
	return bytes !== undefined && String.fromCharCode(...bytes).includes(':');
};

/** `user:password` in an address, and behind the option of curl for it. */
const inAddress = /\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s/?#@:"'<>]{1,200}:[^\s/?#@"'<>]{1,200}@/i;
const isCommand = /\bcurl(?:\.exe)?\s/i;
const optionOfUser = /\s(?:-u|--user|--proxy-user)[ \t=]{0,3}["']?[^\s:"'$]{1,200}:[^\s"'$<*]/i;
const optionOfCookie = /\s(?:-b|--cookie)[ \t=]{0,3}["']?\w{1,200}=/i;
const cookie = /\bCookie["']?[ \t]?:[ \t]?["']?\w/i;

const privateKey = /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY/;
/** RFC 7518 §6.2.2. */
const isPrivateJwk = (text: string): boolean => text.includes('"kty"') && /"d"\s{0,3}:\s{0,3}"\w/.test(text);

/** A JWT, or what an issuer writes at the beginning of its tokens, without a name before it. */
const alone = new RegExp(
	`(?<![\\w-])(?:ey[\\w-]{8,}\\.{1,2}[\\w-]{8,}\\.[\\w-]*|v[1-4]\\.(?:public|local)\\.[\\w-]{16}|${secretLooks.issued})`
);

const some = (text: string, form: RegExp, is: (credential: string) => boolean): boolean =>
	[...text.matchAll(form)].some(([, credential = '']) => is(credential));

/** The names, and the kinds of what has none. */
export function secretsIn(text: string): string[] {
	const names = [...text.matchAll(named)].flatMap(({ index, 1: name = '', 2: value = '' }): string[] =>
		isNamed(text, index, name, value) ? [name] : []
	);
	const isSent = isCommand.test(text);
	const kinds: [kind: string, is: boolean][] = [
		['access_token', some(text, bearer, hasSigns)],
		['cookie', cookie.test(text) || (isSent && optionOfCookie.test(text))],
		[
			'credentials',
			some(text, basic, isBasic) || inAddress.test(text) || (isSent && optionOfUser.test(text))
		],
		['private_key', privateKey.test(text) || isPrivateJwk(text)]
	];
	const found = new Set([...names, ...kinds.flatMap(([kind, is]) => (is ? [kind] : []))]);
	return found.size === 0 && alone.test(text) ? ['token'] : [...found];
}
