import {
	askDiscovery,
	askDocument,
	readDiscovery,
	readEndpoints,
	type ServerMetadata
} from '$lib/client/discovery';
import type { DiscoveryKind } from '$lib/client/metadata-addresses';
import { fail } from '$lib/lexicon/result';
import { tooLongIn } from '$lib/trace/configuration';
import type { Fact, FactOf } from '$lib/trace/fact';
import { receiversOf } from '../receivers';
import type { Outcome, Session } from '../session';
import { before } from '../standing';
import { stepMissing, type Ask, type Moves } from '../step';
import { outcomeOf } from '../outcome';

const ask =
	(kind: DiscoveryKind): Ask =>
	async ({ configuration }, { url }) => {
		if (!configuration) return stepMissing('configure');
		const field = tooLongIn(configuration);
		if (field !== undefined) return fail({ reason: 'too-long', field });
		return url === undefined ? askDiscovery(configuration.issuer, kind) : askDocument(url);
	};

/** Codes and tokens of a server with other endpoints are not this one's. */
function withServer(session: Session, server: ServerMetadata): Session {
	const isOther = session.server && receiversOf(session.server) !== receiversOf(server);
	return { ...(isOther ? before(session, 'verifier') : session), server };
}

/** Endpoints in place of a document: what was read of one before is of no use any more. */
function typed(session: Session, { at, values, from }: FactOf<'generated'>): Session {
	const { checks, value } = readEndpoints(session.configuration?.issuer ?? '', values, from === 'recording');
	const said = { at, from: from ?? 'person', checks } as const;
	if (value) return { ...withServer(session, value), typed: said };
	const { server: _, ...rest } = session;
	return { ...rest, typed: said };
}

async function read(session: Session, fact: Fact): Promise<Session> {
	if (fact.kind === 'configured') {
		const { configuration, redacted, from } = fact;
		const next = { ...before(session, 'configure'), configuration, ...(redacted ? { redacted } : {}) };
		// A recording has the metadata once for all clients of a server; here every client asks for it.
		return from ? { ...next, ...session.servers[configuration.issuer], recorded: true } : next;
	}
	if (fact.kind === 'generated') return typed(session, fact);
	if (fact.kind === 'allowed') return { ...session, plainHosts: [...session.plainHosts, fact.host] };
	if (fact.kind !== 'exchanged' || !session.configuration) return session;
	const wanted = session.configuration;
	const outcome: Outcome<NonNullable<Session['server']>> = await outcomeOf(session, fact, (response) =>
		readDiscovery(wanted, response)
	);
	const discovery = [...session.discovery, outcome];
	if (!outcome.value) return { ...session, discovery };
	const { typed: _, ...rest } = withServer(session, outcome.value);
	return { ...rest, discovery };
}

export const moves: Moves<'configure'> = {
	asks: { discovery: ask('oidc'), 'oauth-metadata': ask('oauth2') },
	read
};
