import { say } from '$lib/lexicon/said';
import { skip, type Rule } from '../decide';
import { hintRule } from '../id-token-hint';
import { parametersForm, parametersOnce } from '../parameters';
import { challengeForm, challengeMethod, challengePresent } from './challenge';
import { clientKnown, grantAllowed, method, redirectUriPresent, redirectUriRegistered } from './client';
import type { AuthorizeContext } from './context';
import { codeKey } from './key';
import { claimsParameter, maxAge, prompt, responseMode } from './openid';
import { acrValues } from './level';
import { pushedFound, pushedClient, pushedNotExpired, pushedRequired, pushedUnused } from './pushed';
import {
	objectAudience,
	objectClient,
	objectForm,
	objectRequired,
	objectSignature,
	objectTime
} from './request-object';
import { noncePresent, responseType, statePresent } from './request';
import { audienceKnown, scopeAllowed } from './target';

const unread = say('request-unreadable');

/** Nothing is said about a request that could not be read. */
const ofRequest = ({ id, look }: Rule<AuthorizeContext>): Rule<AuthorizeContext> => ({
	id,
	look: (context) => (context.unreadable ? skip(unread) : look(context))
});

/** Where the error goes when it could not: only to an address that stands beside it. */
const ofAddress = ({ id, look }: Rule<AuthorizeContext>): Rule<AuthorizeContext> => ({
	id,
	look: (context) =>
		context.unreadable && context.parameters.get('redirect_uri') === undefined ? skip(unread) : look(context)
});

/** What a request goes through wherever it is sent, in order: RFC 6749 §4.1.1, RFC 7636 §4.4, OIDC Core §3.1.2.2. */
const requestRules: readonly Rule<AuthorizeContext>[] = [
	clientKnown,
	pushedRequired,
	objectForm,
	objectSignature,
	objectClient,
	objectAudience,
	objectTime,
	ofRequest(objectRequired),
	ofRequest(grantAllowed),
	ofAddress(redirectUriPresent),
	ofAddress(redirectUriRegistered),
	ofAddress(responseMode),
	...[
		responseType,
		statePresent,
		noncePresent,
		challengePresent,
		challengeMethod,
		challengeForm,
		audienceKnown,
		scopeAllowed,
		prompt,
		maxAge,
		acrValues,
		codeKey,
		claimsParameter,
		hintRule('as-id-token-hint')
	].map(ofRequest)
];

/** At the authorization endpoint. A pushed request takes the place of what the browser carries: RFC 9126 §4. */
export const authorizeRules: readonly Rule<AuthorizeContext>[] = [
	method,
	parametersOnce('as-parameters-once'),
	parametersForm('as-parameters-form'),
	pushedFound,
	pushedUnused,
	pushedNotExpired,
	pushedClient,
	...requestRules
];

/** At the endpoint for pushed requests: RFC 9126 §2.1. */
export const pushRules = requestRules;
