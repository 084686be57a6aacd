import { askKeySet, readKeySet } from '$lib/client/key-set';
import type { Fact } from '$lib/trace/fact';
import { outcomeOf } from '../outcome';
import type { Session } from '../session';
import { stepMissing, type Ask, type Moves } from '../step';
import { verifyIdToken } from '../tokens-held';

const ask: Ask = async ({ server }) => (server ? askKeySet(server.jwks_uri) : stepMissing('configure'));

async function read(session: Session, fact: Fact): Promise<Session> {
	if (fact.kind !== 'exchanged' || !session.tokens) return session;
	const jwks = await outcomeOf(session, fact, readKeySet);
	const next: Session = { ...session, jwks };
	return { ...next, idTokenChecks: await verifyIdToken(next) };
}

export const moves: Moves<'tokens'> = { asks: { jwks: ask }, read };
