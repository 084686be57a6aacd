import { fail, ok, type Result } from '$lib/lexicon/result';
import { isWebScheme } from '$lib/message/loopback';
import type { FormFailure, Preset, Variable } from './preset';

/** Why a value of a preset cannot be used. `where` is the value as the person wrote it. */
export interface VariableFailure {
	reason:
		| 'no-discovery'
		| 'variable-empty'
		| 'variable-space'
		| 'variable-path'
		| 'variable-host'
		| 'variable-label'
		| 'variable-begins'
		| FormFailure
		| 'variable-scheme'
		| 'variable-choice'
		| 'variable-characters'
		| 'variable-too-long';
	variable: string;
	where?: string;
}

type Cleaned = Result<string, VariableFailure['reason']>;

const longest = 500;

/** A host name by RFC 1123, with a port if need be; as `URL` writes it, so that names in other scripts fit as well. */
const hostForm =
	/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?::\d{1,5})?$/;
const labelForm = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Characters of a path segment (RFC 3986 pchar without escapes): anything else would change the address. */
const segmentForm = /^[A-Za-z0-9\-._~!$&'()*+,;=:@]+$/;

const withoutDiscovery = (text: string): string => text.replace(/\/\.well-known\/[\w-]+$/i, '');

/** A pasted address counts as its host when nothing but a slash or the discovery path follows it. */
function cleanHost(text: string): Cleaned {
	const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1];
	if (scheme && !/^https?$/i.test(scheme)) return fail('variable-scheme');
	const bare = withoutDiscovery(text.replace(/^https?:\/\//i, '')).replace(/\/+$/, '');
	if (/[/?#\\]/.test(bare)) return fail('variable-path');
	if (bare.includes('@') || !URL.canParse(`https://${bare}`)) return fail('variable-host');
	const { host } = new URL(`https://${bare}`);
	return hostForm.test(host) ? ok(host) : fail('variable-host');
}

/** One part of a host name; the whole host name is taken as well when it ends as the template goes on. */
function cleanLabel(text: string, template: string, name: string): Cleaned {
	const host = cleanHost(text);
	if (!host.ok) return host.failure === 'variable-host' ? fail('variable-label') : host;
	const ending = /^(\.[a-z0-9.-]+)/i.exec(template.split(`{${name}}`)[1] ?? '')?.[1] ?? '';
	const label = ending && host.value.endsWith(ending) ? host.value.slice(0, -ending.length) : host.value;
	return labelForm.test(label) ? ok(label) : fail('variable-label');
}

function cleanSegment(text: string): Cleaned {
	const bare = text.replace(/^\/+|\/+$/g, '');
	if (/[/?#\\]/.test(bare)) return fail('variable-path');
	if (bare === '.' || bare === '..') return fail('variable-characters');
	return segmentForm.test(bare) ? ok(bare) : fail('variable-characters');
}

/** An address with a path. What the template adds anyway (`/realms/…`) is taken off again when it was pasted. */
function cleanBase(text: string, template: string): Cleaned {
	const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
	if (!URL.canParse(address)) return fail('variable-host');
	const url = new URL(address);
	if (!isWebScheme(url)) return fail('variable-scheme');
	const { origin, pathname, search, hash, username, password } = url;
	if (search || hash || username || password) return fail('variable-path');
	const added = /^\{\w+\}(\/[a-z]+\/)/i.exec(template)?.[1] ?? '\0';
	return ok(`${origin}${pathname.split(added)[0] ?? ''}`.replace(/\/+$/, ''));
}

function clean(variable: Variable, text: string, template: string): Cleaned {
	const cleaned = cleanKind(variable, text, template);
	const { form } = variable;
	return cleaned.ok && form && !form.is.test(cleaned.value) ? fail(form.otherwise) : cleaned;
}

function cleanKind(variable: Variable, text: string, template: string): Cleaned {
	if (text.length > longest) return fail('variable-too-long');
	if (/\s/.test(text)) return fail('variable-space');
	switch (variable.kind) {
		case 'host':
			return cleanHost(text);
		case 'label':
			return cleanLabel(text, template, variable.name);
		case 'segment':
			return cleanSegment(text);
		case 'base':
			return cleanBase(text, template);
		case 'choice':
			return variable.choices?.includes(text.toLowerCase())
				? ok(text.toLowerCase())
				: fail('variable-choice');
	}
}

const optionalPart = (name: string): RegExp => new RegExp(`\\[([^\\[\\]]*\\{${name}\\}[^\\[\\]]*)\\]`);

/**
 * The issuer that a preset stands for with the person's values: spaces around, a pasted `https://` and a final slash
 * are cleaned off; spaces inside, paths where none belong and other schemes are refused by name. What discovery says
 * the issuer is counts more than this.
 */
export function issuerOf(
	preset: Preset,
	values: Readonly<Record<string, string>>
): Result<string, VariableFailure> {
	let issuer = preset.issuer?.value;
	if (issuer === undefined) return fail({ reason: 'no-discovery', variable: '' });
	for (const variable of preset.variables) {
		const given = (Object.hasOwn(values, variable.name) ? (values[variable.name] ?? '') : '').trim();
		if (given === '') {
			if (!variable.optional) return fail({ reason: 'variable-empty', variable: variable.name });
			issuer = issuer.replace(optionalPart(variable.name), '');
			continue;
		}
		const cleaned = clean(variable, given, preset.issuer?.value ?? '');
		if (!cleaned.ok) return fail({ reason: cleaned.failure, variable: variable.name, where: given });
		if (variable.begins && !cleaned.value.startsWith(`${values[variable.begins]?.trim() ?? ''}_`))
			return fail({ reason: 'variable-begins', variable: variable.name, where: given });
		issuer = issuer
			.replace(optionalPart(variable.name), '$1')
			.split(`{${variable.name}}`)
			.join(cleaned.value);
	}
	return ok(issuer);
}
