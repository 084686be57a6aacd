import { askAuthorization } from '$lib/client/authorization-request';
import type { Fact } from '$lib/trace/fact';
import { before, type Departure, type Session } from '../session';
import { stepMissing, type Ask, type Step } from '../step';

/** Whether the request is one of OpenID Connect: then it carries a nonce (OIDC Core §3.1.2.1). */
export const isOpenId = (scope: string): boolean => scope.split(' ').includes('openid');

const ask: Ask = async (session) => {
	const { configuration, server, code_challenge, code_challenge_method, state } = session;
	if (!configuration || !server) return stepMissing('configure');
	if (code_challenge === undefined || code_challenge_method === undefined) return stepMissing('challenge');
	if (state === undefined) return stepMissing('authorize');
	return askAuthorization(server.authorization_endpoint, {
		client_id: configuration.clientId,
		redirect_uri: configuration.redirectUri,
		scope: configuration.scope,
		audience: configuration.audience,
		state,
		nonce: isOpenId(configuration.scope) ? (session.nonce ?? '') : '',
		code_challenge,
		code_challenge_method,
		extra: configuration.extra
	});
};

async function read(session: Session, fact: Fact): Promise<Session> {
	if (fact.kind === 'generated') {
		const { state, nonce } = fact.values;
		if (state === undefined || nonce === undefined) return session;
		return { ...before(session, 'authorize'), state, nonce };
	}
	if (fact.kind !== 'left') return session;
	// RFC 6749 §3.1: a parameter without a value counts as left out.
	const state = (URL.canParse(fact.url) && new URL(fact.url).searchParams.get('state')) || undefined;
	const departure: Departure = {
		url: fact.url,
		at: fact.at,
		way: fact.way,
		...(fact.asked === undefined ? {} : { asked: fact.asked }),
		...(state === undefined ? {} : { state })
	};
	return { ...before(session, 'callback'), departure, attempts: [...session.attempts, departure] };
}

export const authorize: Step = {
	id: 'authorize',
	needs: ({ code_challenge }) => (code_challenge === undefined ? 'challenge' : undefined),
	asks: { authorization: ask },
	read,
	outcome: ({ departure }) => (departure ? 'done' : undefined)
};
