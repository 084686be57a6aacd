/** What people put around an address: signs of a text, a name before it, breaks and escapes in it. */
import { bareOf } from '$lib/message/pasted/bare';
import { addressOf, ofAddress, ofDomain } from './address';
import type { Brought } from './found';
import { ofParameters } from './parameters';
import { trouble } from './trouble';

/** Longer ones are no addresses. */
const longest = 20_000;
/** Nobody puts more around it: a sentence, in brackets, in quotes, behind a bullet. */
const deepest = 5;

const steps: readonly ((text: string) => string)[] = [
	bareOf,
	(text) => text.replace(/^(?:[>*•-]|\d{1,3}\.)\s+(?=\S+$)/, ''),
	// Links of Markdown, also with the address below the text.
	(text) => text.replace(/^\[[^\]\n]{0,2000}\]\(<?([^\s<>]+?)>?\)[.,;]?$/, '$1'),
	(text) => text.replace(/^\[[^\]\n]{1,100}\]:\s+(?=\S+$)/, ''),
	(text) => text.replace(/^(?:GET|HEAD)\s+(\S+)(?:\s+HTTP\/[\d.]+)?$/, '$1'),
	(text) => text.replace(/^\((\S+)\)([.,;]?)$/, '$1'),
	(text) => (/^[\w.-]+(?::|\.)\S+[.,;!]$/.test(text) ? text.replace(/[.,;!]+$/, '') : text),
	// Lines that were broken so that they can be read.
	(text) => text.replace(/([?&])\s*\n\s*/g, '$1').replace(/\s*\n\s*(?=[?&]\w)/g, ''),
	(text) => (/^https?(?:%3A%2F%2F|:\/\/[^?]+%3F[^?]*%3D)\S*$/i.test(text) ? decoded(text) : text)
];

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

function tidied(text: string): string {
	let bare = text;
	for (let depth = 0; depth < deepest; depth += 1) {
		const next = steps.reduce((now, step) => step(now).trim(), bare);
		if (next === bare) break;
		bare = next;
	}
	return bare;
}

const known = (text: string): Brought | undefined =>
	text === '' || /\s/.test(text) ? undefined : (ofParameters(text) ?? ofAddress(text) ?? ofDomain(text));

/** `KEY=value`, `key: value`, `"key": "value",`, as settings and tables have it. */
const named =
	/^["'`]?(?:export |set )?(\$?[\p{L}_-][\p{L}\p{N}\w .$/()-]{0,80}?)["'`]?\s{0,20}(?:=>|[:=])\s{0,20}(\S+)$/u;
const ofEnvironment = /^\$env:/i;

const sayIssuer = /issuer|authority|auth.?server|\bidp|discovery|well.?known/i;
const sayApi = /\bapi|_api|mcp|resource|audience/i;
const sayPlace =
	/domain|_host|metadata|oidc|oauth|tenant|provider|server|base|ur[li]$|endpoint|jwks|keycloak|okta|auth0|link/i;
/** Addresses of the application itself, and one in a challenge. */
const sayOther = /resource_metadata|redirect|callback|log-?out|return|refer|origin|next|home|site|app_/i;

/** What the name says of an address counts where the address does not say it itself. */
function ofNamed(text: string): Brought | undefined {
	const [, name = '', value = ''] = named.exec(text.replace(ofEnvironment, '')) ?? [];
	if (value === '' || trouble.test(name)) return undefined;
	const bare = tidied(value);
	const isPath = /^location$/i.test(name) && bare.startsWith('/');
	const found = isPath || addressOf(bare) !== undefined ? known(bare) : undefined;
	if (!found) return undefined;
	const { kind } = found;
	if (!['issuer', 'domain', 'resource', 'address', 'endpoint'].includes(kind)) return { ...found, bare };
	if (sayOther.test(name)) return undefined;
	const isOpen = kind === 'address' || kind === 'domain';
	if (isOpen && sayIssuer.test(name)) return { ...found, kind: kind === 'domain' ? kind : 'issuer', bare };
	if (isOpen && sayApi.test(name)) return { ...found, kind: 'resource', bare };
	return sayIssuer.test(name) || sayApi.test(name) || sayPlace.test(name) ? { ...found, bare } : undefined;
}

/** An address, a callback or a request, with what may stand around it. */
export function ofPlace(text: string): Brought | undefined {
	if (text.length > longest) return undefined;
	const bare = tidied(text);
	const found = known(bare);
	if (found) return bare === text ? found : { ...found, bare };
	return bare.includes('\n') ? undefined : ofNamed(bare);
}

/** Programs that set up a server of MCP by its address. */
const setsUp =
	/^(?:[$#%>]\s+)?(?:npx|bunx|pnpm|pnpx|yarn|uvx|deno|claude|codex|gemini|code|cursor|amp|mcp)\b[^\n]*mcp/i;

/** A command that names one address. */
export function ofSetUp(text: string): Brought | undefined {
	if (text.length > 2_000 || !setsUp.test(text)) return undefined;
	const [address, ...others] = new Set(text.match(/https?:\/\/[^\s"'<>\\]+/g) ?? []);
	return address === undefined || others.length > 0
		? undefined
		: { kind: 'resource', address, secrets: ofAddress(address)?.secrets ?? [] };
}
