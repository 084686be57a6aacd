import type { Rule } from '../decide';
import { parametersForm, parametersOnce } from '../parameters';
import { challengeForm, challengeMethod, challengePresent } from './challenge';
import { clientKnown, grantAllowed, method, redirectUriPresent, redirectUriRegistered } from './client';
import type { AuthorizeContext } from './context';
import { claimsParameter, idTokenHint, maxAge, prompt, requestObject, responseMode } from './openid';
import { noncePresent, responseType, statePresent } from './request';
import { audienceKnown, scopeAllowed } from './target';

/** What an authorization request goes through, in order: RFC 6749 §4.1.1, RFC 7636 §4.4, OIDC Core §3.1.2.2. */
export const authorizeRules: readonly Rule<AuthorizeContext>[] = [
	method,
	parametersOnce('as-parameters-once'),
	parametersForm('as-parameters-form'),
	clientKnown,
	redirectUriPresent,
	redirectUriRegistered,
	responseMode,
	requestObject,
	responseType,
	grantAllowed,
	statePresent,
	noncePresent,
	challengePresent,
	challengeMethod,
	challengeForm,
	audienceKnown,
	scopeAllowed,
	prompt,
	maxAge,
	claimsParameter,
	idTokenHint
];
