import type { Preset } from './preset';
import { presetsCloud } from './presets-cloud';
import { presetsDeveloper } from './presets-developer';
import { presetsDirectory } from './presets-directory';
import { presetsOwnServer } from './presets-own-server';
import { presetsSocial } from './presets-social';
import { presetsWorkforce } from './presets-workforce';

const all = [
	...presetsWorkforce,
	...presetsDirectory,
	...presetsCloud,
	...presetsDeveloper,
	...presetsOwnServer,
	...presetsSocial
];

/** One of ours: there are texts for it. */
export interface KnownPreset extends Preset {
	id: (typeof all)[number]['id'];
}

/** All providers that there is a preset for, by name. */
export const presets: readonly KnownPreset[] = all.toSorted((one, other) =>
	one.name.localeCompare(other.name)
);

export const presetOf = (id: string): KnownPreset | undefined => presets.find((preset) => preset.id === id);

/** Cognito keeps issuer and endpoints on hosts of another pattern than an ending. */
const cognitoHost = /^cognito-idp\.[a-z0-9-]+\.amazonaws\.com$/;

const hasHost = ({ id, hosts }: Preset, host: string): boolean =>
	hosts.some((known) => (known.startsWith('.') ? host.endsWith(known) : host === known)) ||
	(id === 'cognito' && cognitoHost.test(host));

function parsed(issuerOrHost: string): URL | undefined {
	const text = issuerOrHost.trim();
	const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
	return URL.canParse(address) ? new URL(address) : undefined;
}

/**
 * The preset that an issuer, an endpoint or a host name belongs to: by the host name first, then by a path that only
 * one product has (`/realms/` is Keycloak on any host). Undefined when nothing tells.
 */
export function providerOf(issuerOrHost: string): string | undefined {
	const url = parsed(issuerOrHost);
	if (!url) return undefined;
	const byHost = presets.find((preset) => hasHost(preset, url.hostname));
	const path = url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/`;
	const byPath = presets.find((preset) => preset.path !== undefined && path.includes(withSlash(preset.path)));
	return (byHost ?? byPath)?.id;
}

const withSlash = (path: string): string => (path.endsWith('/') ? path : `${path}/`);
