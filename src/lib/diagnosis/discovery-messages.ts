/**
 * What clients say that find their server themselves, as those of MCP do: fixed sentences of their libraries, each with
 * one meaning. A server has said nothing in them.
 * @see https://github.com/modelcontextprotocol/typescript-sdk/blob/main/packages/client/src/client/auth.ts
 */
import type { DiagnosisCode } from '$lib/lexicon/causes';
import { tell } from '$lib/lexicon/said';
import { isLoopback } from '$lib/message/loopback';
import type { Read } from './seen';
import type { Sign } from './sign';
import { shortened } from './text-signs';

const messages: readonly (readonly [DiagnosisCode, readonly RegExp[]])[] = [
	[
		'discovery-failed',
		[
			/\b(?:not|missing|without|no)\b[^.\n]{0,60}\bresource_metadata\b/i,
			/\bresource_metadata\b[^.\n]{0,40}\b(?:missing|absent|not found)\b/i,
			/does not implement OAuth 2\.0 Protected Resource Metadata/i,
			/trying to load well-known OAuth (?:protected resource )?metadata/i,
			/\bAUTH_REQUIRED_BUT_NOT_ADVERTISED\b/,
			/\bno authorization[_ ]servers?\b[^.\n]{0,40}\bresource metadata\b/i
		]
	],
	[
		'resource-metadata-mismatch',
		[
			/\bprotected[- ]resource\b[^\n]{0,200}\bdoes not (?:exactly )?match\b/i,
			/\bResourceMismatchError\b|\bresource_mismatch\b/
		]
	],
	[
		'registration-failed',
		[
			/\bdoes not support dynamic client registration\b/i,
			/\bdynamic client registration\b[^.\n]{0,40}\b(?:failed|not supported|unsupported|not allowed|rejected|disabled)\b/i,
			/\b(?:not|missing|without|no)\b[^.\n]{0,40}\bregistration_endpoint\b/i,
			/\bclient[_ ]id[_ ]metadata[_ ]document\b(?!.*redirect)[^.\n]{0,80}\b(?:not match|mismatch|invalid|not supported|failed|unreachable|too large)\b/i
		]
	],
	[
		'pkce-not-advertised',
		[
			/\bIncompatible (?:auth server|OIDC provider)\b[^\n]{0,200}\bcode challenge method\b/i,
			/\b(?:not|missing|without|no)\b[^.\n]{0,40}\bcode_challenge_methods_supported\b/i,
			/\bcode_challenge_methods_supported\b[^.\n]{0,30}\b(?:missing|absent|not (?:found|present|included|advertised))\b/i
		]
	],
	[
		// RFC 9207 §2.4.
		'issuer-mismatch',
		[
			/(?<![\w"])"?iss"?(?!\w)[^.\n]{0,40}\bmissing\b[^\n]{0,40}\b(?:authorization response|response parameter)/i,
			/\bresponse parameter "iss"[^\n]{0,20}\bmissing\b/i
		]
	]
];

const addressWithPort = /https?:\/\/[^\s/"'<>]+:\d+[\w./~%-]*/gi;

/** RFC 8252 §7.3: an address of this machine that a server compares with its port. */
function portSigns(text: string, { step }: Read): Sign[] {
	const addresses = [...text.matchAll(addressWithPort)].map(([found]) => found);
	const address = addresses.find((found) => URL.canParse(found) && isLoopback(new URL(found)));
	const compared = /redirect|callback/i.test(text) && /match|regist|not (?:in|among|allowed)/i.test(text);
	return address !== undefined && compared && step !== 'token'
		? [{ code: 'redirect-uri-not-registered', weight: 0.9, because: tell('loopback-port', address) }]
		: [];
}

/** Each line by itself: a log has many that have nothing to do with each other. */
export function discoveryMessages(read: Read): Sign[] {
	const lines = [read.error, ...read.texts].flatMap((text) => text.split('\n'));
	const said = messages.flatMap(([code, patterns]): Sign[] => {
		const line = lines.find((one) => patterns.some((pattern) => pattern.test(one)));
		return line === undefined
			? []
			: [{ code, weight: 0.97, because: tell('quoted', shortened(line.trim())), own: true }];
	});
	return [...said, ...portSigns(lines.join('\n'), read)];
}
