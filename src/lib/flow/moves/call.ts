import { claimIn } from '$lib/message/jwt';
import { askApi, askUserInfo, readApi, readUserInfo } from '$lib/client/protected-resource';
import { publicSender, type Sender } from '$lib/client/sender';
import { addedTo, stepUpOf } from '$lib/client/step-up';
import { check } from '$lib/lexicon/client-check';
import { say } from '$lib/lexicon/said';
import type { Fact } from '$lib/trace/fact';
import { outcomeOf } from '../outcome';
import { isRedacted, isTakenOut } from '../redacted';
import { withRecordedChecks } from '../recorded-checks';
import { dpopOf } from '../sender-of';
import type { Outcome, Session, Tokens } from '../session';
import { stepMissing, type Ask, type Moves } from '../step';

const askCall: Ask = async (session, input) => {
	const { tokens, configuration } = session;
	if (!tokens || !configuration) return stepMissing('exchange');
	const { method = 'GET', url = configuration.apiUrl, body, type, headers } = input;
	return askApi(tokens.access_token, { method, url, body, type, headers }, await senderFor(session, tokens));
};

const askUser: Ask = async (session) => {
	const { tokens, server, configuration } = session;
	if (!tokens || !server || !configuration) return stepMissing('exchange');
	const sender = await senderFor(session, tokens);
	return askUserInfo(server, configuration.clientId, tokens.access_token, sender);
};

/** RFC 9449 §7.1: a proof goes with a token that is bound to a key; a bearer token goes alone. */
async function senderFor(session: Session, tokens: Tokens): Promise<Sender> {
	const dpop = tokens.token_type.toLowerCase() === 'dpop' ? await dpopOf(session) : undefined;
	return dpop ? { ...publicSender, dpop } : publicSender;
}

const placeOf = ({ exchange }: Outcome): string => exchange.request.url.replace(/[?#].*$/s, '');

/** Of the calls that somebody recorded the refused one is shown, whatever went well elsewhere afterwards. */
const staysRefused = (refused: Outcome, next: Outcome): boolean =>
	refused.value === undefined && next.value !== undefined && placeOf(refused) !== placeOf(next);

/** The subject of the ID token held, to compare UserInfo's with. */
const subjectOf = ({ tokens }: Session): string | undefined => claimIn(tokens?.id_token ?? '', 'sub');

const requestedScope = ({ authorizationRequest }: Session): string | undefined => authorizationRequest?.scope;

/** RFC 6749 §5.1: an answer without `scope` means that all was granted that was asked for. */
const grantedScope = (session: Session): string | undefined =>
	session.tokens?.scope ?? requestedScope(session);

/** With the ID token taken out there is no subject to compare with, which is not the same as no ID token. */
function withoutSubject(session: Session, outcome: NonNullable<Session['userinfo']>): typeof outcome {
	if (outcome.value === undefined || !isTakenOut(session, session.tokens?.id_token)) return outcome;
	const checks = outcome.checks.map((made) =>
		made.id === 'userinfo-sub' ? check('userinfo-sub', 'skipped', { actual: say('taken-out') }) : made
	);
	return { ...outcome, checks };
}

async function read(session: Session, fact: Fact): Promise<Session> {
	const { server, configuration } = session;
	if (fact.kind !== 'exchanged' || !server || !configuration) return session;
	if (fact.move === 'api') {
		const { response } = fact.exchange;
		const wanted = response ? stepUpOf(response, grantedScope(session), requestedScope(session)) : [];
		const api: Outcome<string> = await outcomeOf(session, fact, (answer) =>
			readApi(answer, fact.exchange.request)
		);
		const calls = [...session.calls, api];
		if (session.recorded && session.api && staysRefused(session.api, api)) return { ...session, calls };
		const stepUpScopes = addedTo(grantedScope(session), wanted.find(([name]) => name === 'scope')?.[1]);
		return { ...session, api, calls, stepUpWanted: wanted, stepUpScopes };
	}
	if (fact.move !== 'userinfo') return session;
	const userinfo: Outcome<Record<string, unknown>> = await outcomeOf(session, fact, (response) =>
		readUserInfo(
			server,
			configuration.clientId,
			subjectOf(session),
			response,
			fact.exchange.at,
			session.jwks?.value,
			{ redacted: isRedacted(session), recorded: session.recorded === true }
		)
	);
	return { ...session, userinfo: withoutSubject(session, userinfo) };
}

export const moves: Moves<'call'> = {
	asks: { api: askCall, userinfo: askUser },
	read: withRecordedChecks(read)
};
