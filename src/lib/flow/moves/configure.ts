import { askDiscovery, readDiscovery, type DiscoveryKind } from '$lib/client/discovery';
import type { Fact } from '$lib/trace/fact';
import { receiversOf } from '../receivers';
import { before, type Outcome, type Session } from '../session';
import { stepMissing, type Ask, type Moves } from '../step';
import { outcomeOf } from '../outcome';

const ask =
	(kind: DiscoveryKind): Ask =>
	async ({ configuration }) =>
		configuration ? askDiscovery(configuration.issuer, kind) : stepMissing('configure');

async function read(session: Session, fact: Fact): Promise<Session> {
	if (fact.kind === 'configured') {
		return { ...before(session, 'configure'), configuration: fact.configuration };
	}
	if (fact.kind !== 'exchanged' || !session.configuration) return session;
	const wanted = session.configuration;
	const outcome: Outcome<NonNullable<Session['server']>> = await outcomeOf(fact, (response) =>
		readDiscovery(wanted, response)
	);
	const discovery = [...session.discovery, outcome];
	const server = outcome.value;
	if (!server) return { ...session, discovery };
	const isOther = session.server && receiversOf(session.server) !== receiversOf(server);
	return { ...(isOther ? before(session, 'verifier') : session), discovery, server };
}

export const moves: Moves<'discovery' | 'oauth-metadata'> = {
	asks: { discovery: ask('oidc'), 'oauth-metadata': ask('oauth2') },
	read
};
