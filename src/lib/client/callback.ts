import * as oauth from 'oauth4webapi';
import type { Check } from '$lib/lexicon/check';
import { check, checkThat } from '$lib/lexicon/client-check';
import { say } from '$lib/lexicon/said';
import { duplicates, valueOf, type Pair } from '$lib/wire/form';
import type { ServerMetadata } from './discovery';
import { fitsTemplate } from './issuer';
import { oauthErrorOf, type OAuthError } from './oauth-error';

/** What the client remembers of the authorization request that it made. */
export interface Remembered {
	server: ServerMetadata | undefined;
	clientId: string;
	/** undefined: it sent none. */
	state: string | undefined;
	/** Codes that arrived before in this trace. */
	earlierCodes: readonly string[];
}

export interface CallbackReading {
	parameters: Pair[];
	checks: Check[];
	code?: string;
	error?: OAuthError;
}

/**
 * Reads the parameters of an authorization response. All checks are made, whatever fails.
 * @see [RFC 6749 §4.1.2](https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2)
 */
export function readAuthorizationResponse(
	parameters: readonly Pair[],
	remembered: Remembered
): CallbackReading {
	const code = valueOf(parameters, 'code');
	// Of a doubled parameter the first counts, everywhere.
	const error = oauthErrorOf(Object.fromEntries([...parameters].reverse()));
	const doubled = duplicates(parameters);
	return {
		parameters: [...parameters],
		checks: [
			// RFC 6749 §3.1: request and response parameters MUST NOT be included more than once.
			checkThat('callback-parameters-once', doubled.length === 0, {
				expected: say('each-once'),
				actual: doubled.length === 0 ? say('each-once') : say('doubled', ...doubled)
			}),
			stateCheck(parameters, remembered.state),
			issuerCheck(parameters, remembered.server),
			checkThat('callback-no-error', error === undefined, {
				expected: say('no-error'),
				actual: error?.error ?? say('no-error')
			}),
			codeCheck(code, error),
			freshCheck(code, remembered.earlierCodes),
			libraryCheck(parameters, remembered)
		],
		...(code ? { code } : {}),
		...(error ? { error } : {})
	};
}

/**
 * RFC 6749 §10.12: the client MUST compare `state` with the one it bound to the person's browser. Where it sent
 * none there is nothing to compare: that is no pass.
 */
function stateCheck(parameters: readonly Pair[], state: string | undefined): Check {
	const actual = valueOf(parameters, 'state');
	if (state === undefined && actual === undefined) {
		return check('callback-state', 'skipped', { actual: say('none-sent') });
	}
	return checkThat('callback-state', actual === state, {
		expected: state ?? say('none-sent'),
		actual: actual ?? say('missing')
	});
}

/**
 * RFC 9207 §2.4: `iss` MUST be the issuer the request was sent to, by simple string comparison; it MUST be there
 * when the server says that it sends it.
 */
function issuerCheck(parameters: readonly Pair[], server: ServerMetadata | undefined): Check {
	const actual = valueOf(parameters, 'iss');
	if (!server) return check('callback-issuer', 'skipped', { actual: say('no-metadata') });
	if (actual !== undefined) {
		const good = actual === server.issuer || fitsTemplate(server.issuer, actual);
		return checkThat('callback-issuer', good, { expected: server.issuer, actual });
	}
	return server.authorization_response_iss_parameter_supported === true
		? check('callback-issuer', 'fail', { expected: server.issuer, actual: say('missing') })
		: check('callback-issuer', 'skipped', { actual: say('not-announced') });
}

const codeCheck = (code: string | undefined, error: OAuthError | undefined): Check =>
	!code && error
		? check('callback-code', 'skipped', { actual: say('error-instead') })
		: checkThat('callback-code', Boolean(code), {
				expected: say('present'),
				actual: say(code ? 'present' : 'missing')
			});

/** RFC 6749 §4.1.2: a code is used once. One that comes a second time is a reloaded or a replayed callback. */
function freshCheck(code: string | undefined, earlier: readonly string[]): Check {
	if (!code) return check('callback-code-fresh', 'skipped', { actual: say('without', 'code') });
	return check('callback-code-fresh', earlier.includes(code) ? 'warn' : 'pass', {
		expected: say('unseen'),
		actual: say(earlier.includes(code) ? 'seen-before' : 'unseen')
	});
}

function libraryCheck(parameters: readonly Pair[], { server, clientId, state }: Remembered): Check {
	if (!server) return check('callback-library', 'skipped', { actual: say('no-metadata') });
	try {
		const iss = valueOf(parameters, 'iss') ?? '';
		oauth.validateAuthResponse(
			fitsTemplate(server.issuer, iss) ? { ...server, issuer: iss } : server,
			{ client_id: clientId },
			new URLSearchParams([...parameters]),
			state ?? oauth.expectNoState
		);
		return check('callback-library', 'pass', { actual: say('accepted') });
	} catch (error) {
		// The refusal that the answer is: told by the check of the error, and read by the library as what it is.
		if (error instanceof oauth.AuthorizationResponseError) {
			return check('callback-library', 'skipped', { actual: say('read-as-error') });
		}
		return check('callback-library', 'fail', { expected: say('accepted'), actual: messageOf(error) });
	}
}

/** What oauth4webapi says, without its class names. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
