import { say } from '$lib/lexicon/said';
import { pass, refuse, warn, type Rule } from '../decide';
import { shownSecret } from '../shown';
import type { AuthorizeContext } from './context';

/** RFC 6749 §3.1.1: the code flow is the only one here; RFC 9700 §2.1.2 advises against the others. */
export const responseType: Rule<AuthorizeContext> = {
	id: 'as-response-type',
	look({ parameters }) {
		const sent = parameters.get('response_type');
		const compared = { expected: 'code', actual: sent ?? say('missing') };
		if (sent === 'code') return pass(compared);
		return sent === undefined
			? refuse('invalid_request', 'The parameter response_type is missing', compared)
			: refuse('unsupported_response_type', 'This server knows response_type code only', compared);
	}
};

/** Recommended by RFC 6749 §4.1.1; required where the realm says so. */
export const statePresent: Rule<AuthorizeContext> = {
	id: 'as-state-present',
	look({ parameters, call }) {
		const sent = parameters.get('state');
		const compared = { expected: 'state', actual: sent === undefined ? say('missing') : shownSecret(sent) };
		if (sent !== undefined) return pass(compared);
		return call.realm.settings.policy.requireState
			? refuse('invalid_request', 'This realm requires the parameter state', compared)
			: warn(compared);
	}
};

/** Optional in the code flow (OIDC Core §3.1.2.1); required where the realm says so. */
export const noncePresent: Rule<AuthorizeContext> = {
	id: 'as-nonce-present',
	look({ parameters, call }) {
		const sent = parameters.get('nonce');
		const compared = { expected: 'nonce', actual: sent === undefined ? say('missing') : shownSecret(sent) };
		if (sent !== undefined) return pass(compared);
		return call.realm.settings.policy.requireNonce
			? refuse('invalid_request', 'This realm requires the parameter nonce', compared)
			: warn(compared);
	}
};
