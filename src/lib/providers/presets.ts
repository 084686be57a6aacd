/** What is known about providers, loaded when somebody looks at it: it is larger than the page that shows it. */
import type { Contradiction } from './contradictions';
import type { Preset } from './preset';
import type { VariableFailure } from './preset-issuer';
import type { KnownPreset } from './providers';
import type { Result } from '$lib/lexicon/result';
import type { Configuration } from '$lib/trace/configuration';
import { loadPart } from '$lib/lexicon/part';

export interface Presets {
	all: readonly KnownPreset[];
	presetOf: (id: string) => KnownPreset | undefined;
	/** The preset that an issuer belongs to, by its host or path. */
	recognise: (issuer: string) => KnownPreset | undefined;
	issuerOf: (preset: Preset, values: Readonly<Record<string, string>>) => Result<string, VariableFailure>;
	/** The values with which a preset makes the issuer at this address. */
	valuesOf: (preset: Preset, address: string) => Record<string, string> | undefined;
	/** Whether an issuer can be one of this provider. */
	fits: (preset: Preset, issuer: string) => boolean;
	contradictions: (preset: Preset, metadata: unknown, issuer?: string) => Contradiction[];
}

export async function loadPresets(): Promise<Presets> {
	const [{ presets, presetOf, providerOf }, { issuerOf }, values, { contradictions }] = await Promise.all([
		loadPart(() => import('./providers')),
		loadPart(() => import('./preset-issuer')),
		loadPart(() => import('./preset-values')),
		loadPart(() => import('./contradictions'))
	]);
	return {
		all: presets,
		presetOf,
		recognise: (issuer) => presetOf(providerOf(issuer) ?? ''),
		issuerOf,
		valuesOf: values.presetValues,
		fits: values.fitsPreset,
		contradictions
	};
}

/** The preset that a configuration names, unless there is none of that name or the issuer is none of its. */
export function presetIn(
	presets: Presets | undefined,
	{ preset: id = '', issuer }: Pick<Configuration, 'preset' | 'issuer'>
): Preset | undefined {
	const preset = presets?.presetOf(id);
	return preset && presets?.fits(preset, issuer) ? preset : undefined;
}

/** The configuration that a preset makes of what is there: client and addresses of this site stay. */
export function configurationOf(
	preset: Preset,
	issuer: string,
	base: Pick<Configuration, 'clientId' | 'redirectUri'>
): Configuration {
	const extra = preset.parameters.value.filter(
		(parameter): parameter is typeof parameter & { value: string } => parameter.value !== undefined
	);
	return {
		issuer,
		clientId: base.clientId,
		redirectUri: base.redirectUri,
		scope: preset.scopes.join(' '),
		preset: preset.id,
		extra: extra.map(({ name, value }) => [name, value]),
		apiUrl: ''
	};
}

/** The metadata that a provider without discovery would publish, as far as it is known. */
export const metadataOf = ({ endpoints }: Preset): Record<string, string> =>
	endpoints
		? {
				issuer: new URL(endpoints.value.authorization).origin,
				authorization_endpoint: endpoints.value.authorization,
				token_endpoint: endpoints.value.token
			}
		: {};
