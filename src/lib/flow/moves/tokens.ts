import { askKeySet, readKeySet } from '$lib/client/key-set';
import type { Fact } from '$lib/trace/fact';
import { frontIdTokenChecks } from '../front-channel';
import { outcomeOf } from '../outcome';
import type { Session } from '../session';
import { stepMissing, type Ask, type Moves } from '../step';
import { verifyIdToken } from '../tokens-held';

const ask: Ask = async ({ server }) => (server ? askKeySet(server.jwks_uri) : stepMissing('configure'));

async function read(session: Session, fact: Fact): Promise<Session> {
	if (fact.kind !== 'exchanged' || !session.tokens) return session;
	const jwks = await outcomeOf(session, fact, readKeySet);
	const next: Session = { ...session, jwks };
	// Without a token response it came in the authorization response.
	const isFront = next.exchange === undefined && next.refreshes.length === 0;
	return { ...next, idTokenChecks: await (isFront ? frontIdTokenChecks : verifyIdToken)(next) };
}

export const moves: Moves<'tokens'> = { asks: { jwks: ask }, read };
