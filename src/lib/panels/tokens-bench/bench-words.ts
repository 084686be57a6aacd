/** The words of the claims of one token: those of the standards, and of its provider where the token tells which that is. */
import { claimText } from '$lib/lessons/en/parameters/claims';
import { claimNames } from '$lib/lexicon/claims';
import { humanText } from '$lib/lessons/en/tokens/human-values';
import { claimProviderNames, providerClaimText } from '$lib/lessons/en/tokens/provider-claims';
import { tokenClaimText } from '$lib/lessons/en/tokens/registered-claims';
import type { JsonObject } from '$lib/message/json-body';
import { humanValue } from '$lib/message/human-value';
import { claimOf, tokenProvider } from '$lib/providers/claims';
import { openedTexts } from '$lib/lessons/en/tokens/page';
import { headerWords, type ClaimWords, type MemberWords } from '../tokens/claim-words';

/** The header of what is encrypted: its `alg` is another (RFC 7516 §4.1.1). */
export const encryptedHeaderWords: ClaimWords = {
	about: (name) =>
		name === 'alg' ? { what: openedTexts.alg, rfc: 'RFC 7516 §4.1.1' } : headerWords.about(name),
	human: headerWords.human
};

const isStandard = (name: string): boolean => claimNames.some((claim) => claim === name);

/** These are seen without words. */
const plain: ReadonlySet<string> = new Set(['members', 'elements', 'scopes', 'audiences', 'inexact']);

/** `now`: milliseconds since the epoch, asked when a time is shown. */
export function wordsFor(claims: JsonObject, header: JsonObject, now: () => number): ClaimWords {
	const provider = tokenProvider(claims, header);
	function about(name: string): MemberWords {
		const own = provider && claimOf(provider, name);
		const said = own && providerClaimText(provider, own.key);
		const general = isStandard(name) ? claimText(name) : (tokenClaimText(name) ?? claimText(name));
		if (!own || said === undefined) return general;
		const by = { by: claimProviderNames[provider], source: own.source };
		return isStandard(name) ? { ...general, what: `${general.what} ${said}`, ...by } : { what: said, ...by };
	}
	function human(name: string, value: unknown): string {
		const found = humanValue(name, value, { now: now(), provider });
		return found && !plain.has(found.kind) ? humanText(found) : '';
	}
	return { about, human };
}
