import { clientRules } from '../client-form';
import type { Rule } from '../decide';
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
	refreshNotExpired,
	refreshPresent,
	refreshScope,
	refreshUnused
} from './refresh';
import { audienceKnown } from '../authorize/target';
import { codeGrant, refreshGrant } from './grant';
import { codeKey, refreshKey } from './key';
import { machineClient, machineScope } from './machine';
import { grantType, target } from './request';
import { verifierMatches } from './verifier';

/** What every token request goes through first, in order: RFC 6749 §3.2. */
export const tokenRules: readonly Rule<TokenContext>[] = [...clientRules, grantType];

/** What each grant adds: RFC 6749 §4.1.3 with RFC 7636 §4.6, RFC 6749 §6 and §4.4.2. */
export const grantRules: Record<GrantType, readonly Rule<TokenContext>[]> = {
	authorization_code: [
		codePresent,
		codeFound,
		codeUnused,
		codeNotExpired,
		codeGrant,
		codeClient,
		codeRedirectUri,
		verifierPresent,
		verifierForm,
		verifierMatches,
		codeKey,
		target
	],
	refresh_token: [
		refreshPresent,
		refreshFound,
		refreshUnused,
		refreshNotExpired,
		refreshClient,
		refreshKey,
		refreshGrant,
		target,
		refreshScope
	],
	client_credentials: [machineClient, audienceKnown, machineScope]
};
