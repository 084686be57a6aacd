import type { clientChecks } from '$lib/lexicon/client-checks';
import type { CheckText } from './check-text';

/** What is said of an issuer while it is being typed: on a first screen, so apart from the many other texts. */
export const issuerCheckTexts = {
	'issuer-is-url': {
		label: 'Issuer is a URL',
		fails:
			'The issuer is not an absolute URL, or it has a query or a fragment. An issuer identifier has neither, because it is compared character by character.',
		fix: 'Copy the issuer from the provider’s documentation or from the iss claim of one of its tokens. Leave out the well-known part.'
	},
	'issuer-is-https': {
		label: 'Issuer uses https',
		fails:
			'The issuer is not reached over TLS. Anyone on the network path could replace its metadata, and with it every endpoint and key.',
		fix: 'Use the https address. Plain http is taken for this machine, and for a host to which you say yes below.'
	}
} satisfies Partial<Record<keyof typeof clientChecks, CheckText>>;
