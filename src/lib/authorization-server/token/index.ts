import { clientAuthenticated, clientNamed } from '../client-authentication';
import type { Rule } from '../decide';
import { parametersForm, parametersOnce } from '../parameters';
import type { GrantType } from '../settings';
import {
	codeClient,
	codeFound,
	codeNotExpired,
	codePresent,
	codeRedirectUri,
	codeUnused,
	verifierForm,
	verifierPresent
} from './code';
import type { TokenContext } from './context';
import {
	refreshClient,
	refreshFound,
	refreshGrant,
	refreshNotExpired,
	refreshPresent,
	refreshScope,
	refreshUnused
} from './refresh';
import { contentType, grantType, target, tokenMethod } from './request';
import { verifierMatches } from './verifier';

/** What every token request goes through first, in order: RFC 6749 §3.2. */
export const tokenRules: readonly Rule<TokenContext>[] = [
	tokenMethod,
	contentType,
	parametersOnce('as-token-parameters-once'),
	parametersForm('as-token-parameters-form'),
	clientNamed,
	clientAuthenticated,
	grantType
];

/** What each grant adds: RFC 6749 §4.1.3 with RFC 7636 §4.6, and RFC 6749 §6. */
export const grantRules: Partial<Record<GrantType, readonly Rule<TokenContext>[]>> = {
	authorization_code: [
		codePresent,
		codeFound,
		codeUnused,
		codeNotExpired,
		codeClient,
		codeRedirectUri,
		verifierPresent,
		verifierForm,
		verifierMatches,
		target
	],
	refresh_token: [
		refreshPresent,
		refreshFound,
		refreshUnused,
		refreshNotExpired,
		refreshClient,
		refreshGrant,
		target,
		refreshScope
	]
};
