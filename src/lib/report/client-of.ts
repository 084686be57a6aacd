/** Whose client it is, at which provider, and the link that fills in the same. */
import { toldTexts as texts } from '$lib/lessons/en/report/told';
import { onlyKnown } from '$lib/lexicon/only-known';
import { isPlaceholder } from '$lib/lexicon/placeholders';
import { presetOf, providerOf } from '$lib/providers/providers';
import type { Configuration } from '$lib/trace/configuration';
import { formatLink } from '$lib/trace/link';
import type { Told } from './told';

export interface Site {
	/** The page that takes a configuration by a link. */
	configure: string;
	/** The issuer of this site itself. */
	issuer: string;
}

/** A free parameter whose value was taken out reproduces nothing. */
const reproducible = (configuration: Configuration): Configuration => ({
	...configuration,
	extra: configuration.extra.filter(([, value]) => !isPlaceholder(value))
});

export function clientOf(configuration: Configuration | undefined, site: Site): Partial<Told> {
	if (!configuration) return {};
	const { issuer, clientId, redirectUri, preset } = configuration;
	const known = presetOf(preset ?? providerOf(issuer) ?? '');
	const own = issuer !== '' && issuer === site.issuer;
	const filled = (text: string): string | undefined => (text === '' ? undefined : text);
	return {
		...onlyKnown({
			issuer: filled(issuer),
			clientId: filled(clientId),
			redirectUri: filled(redirectUri),
			provider: own ? { id: '', name: texts.builtIn } : known && { id: known.id, name: known.name },
			link: issuer === '' ? undefined : site.configure + formatLink(reproducible(configuration))
		})
	};
}
