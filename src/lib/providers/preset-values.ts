/** An issuer read by the template of a preset: the way back from `issuerOf`. */
import type { Preset, Variable } from './preset';
import { issuerOf } from './preset-issuer';
import { providerOf } from './providers';

const escaped = (text: string): string => text.replace(/[\\^$.*+?()|{}/-]/g, '\\$&');

const forms: Record<Variable['kind'], string> = {
	host: '[^/?#@\\s]+',
	label: '[A-Za-z0-9-]+',
	segment: '[^/?#\\s]+',
	base: 'https?:\\/\\/[^?#\\s]+?',
	choice: '[A-Za-z.]+'
};

/** The template as a pattern. `[` and `]` stay around what may be left out, and become a group. */
function patternOf({ issuer, variables }: Preset): RegExp | undefined {
	if (!issuer) return undefined;
	const parts = issuer.value.replace(/\/$/, '').split(/\{(\w+)\}/);
	const source = parts.map((part, index) => {
		if (index % 2 === 0) return escaped(part).replaceAll('[', '(?:').replaceAll(']', ')?');
		const variable = variables.find(({ name }) => name === part);
		return `(?<${part}>${forms[variable?.kind ?? 'segment']})`;
	});
	return new RegExp(`^${source.join('')}\\/?$`, 'i');
}

/**
 * The values with which a preset makes this issuer, or the issuer of this metadata address. Undefined: it makes no
 * such issuer.
 */
export function presetValues(preset: Preset, address: string): Record<string, string> | undefined {
	const issuer = address.trim().replace(/\/\.well-known\/[\w-]+$/i, '');
	const groups = patternOf(preset)?.exec(issuer);
	if (!groups) return undefined;
	const values = Object.fromEntries(
		Object.entries({ ...groups.groups }).filter((entry): entry is [string, string] => entry[1] !== undefined)
	);
	return issuerOf(preset, values).ok ? values : undefined;
}

/** Whether an issuer can be one of this provider, and is not plainly one of another. */
export function fitsPreset(preset: Preset, issuer: string): boolean {
	const owner = providerOf(issuer);
	if (owner !== undefined) return owner === preset.id;
	const { endpoints } = preset;
	return endpoints
		? URL.canParse(issuer) && new URL(endpoints.value.authorization).host === new URL(issuer).host
		: presetValues(preset, issuer) !== undefined;
}
