import type { DecidingEndpoint, OutcomeId } from '$lib/lexicon/outcomes';
import { namesIn, readerOf, type PhraseTexts } from '../../said';
import { notKnown } from './not-known';

const endpoints: Record<DecidingEndpoint, string> = {
	authorize: 'authorization endpoint',
	'sign-in': 'sign-in page',
	consent: 'consent page',
	confirm: 'confirmation page',
	token: 'token endpoint',
	par: 'pushed authorization request endpoint',
	userinfo: 'UserInfo endpoint',
	introspect: 'introspection endpoint',
	revoke: 'revocation endpoint',
	'end-session': 'logout endpoint',
	'sign-out': 'sign-out page',
	account: 'account page',
	register: 'registration endpoint',
	api: 'sample API'
};

/** Who decided. */
export const endpointText = namesIn(endpoints);

/** How decisions of the servers end. */
export const outcomePhrases = {
	'refused-with': (error: string) => `refused: ${error}`,
	'answered-with': (status: string) => `answered ${status}`,
	'no-token': 'no token',
	'token-ended': 'revoked',
	'token-active': 'active',
	'nobody-there': 'nobody was signed in',
	'code-issued': 'code issued',
	'tokens-issued': 'tokens issued',
	'claims-given': 'claims given',
	'request-kept': 'request kept',
	registered: 'registered',
	'not-active': 'not active',
	'nothing-to-revoke': 'nothing to revoke',
	'sign-in-shown': 'sign-in page shown',
	'sign-in-shown-again': 'sign-in page shown again',
	'step-up-shown': 'confirmation page shown',
	'consent-shown': 'consent page shown',
	'sign-out-shown': 'sign-out page shown',
	'signed-out': 'signed out',
	'stayed-signed-in': 'stayed signed in',
	'other-session-or-none': 'another session, or none',
	'nothing-chosen': 'nothing asked',
	'consent-taken-back': 'consent taken back'
} satisfies Pick<PhraseTexts, OutcomeId>;

/** How a decision ended, in words. The phrases of checks are many more, and not needed for it. */
export const outcomeText = readerOf(outcomePhrases, notKnown);
