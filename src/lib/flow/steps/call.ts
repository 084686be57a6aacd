import { decodeToken } from '$lib/client/jws';
import { askApi, askUserInfo, readApi, readUserInfo } from '$lib/client/protected-resource';
import type { Fact } from '$lib/trace/fact';
import { outcomeOf } from '../outcome';
import type { Outcome, Session } from '../session';
import { stepMissing, type Ask, type Step } from '../step';

const askCall: Ask = async ({ tokens, configuration }, input) =>
	tokens && configuration
		? askApi(tokens.access_token, {
				method: input.method ?? 'GET',
				url: input.url ?? configuration.apiUrl,
				body: input.body
			})
		: stepMissing('exchange');

const askUser: Ask = async ({ tokens, server, configuration }) =>
	tokens && server && configuration
		? askUserInfo(server, configuration.clientId, tokens.access_token)
		: stepMissing('exchange');

/** The subject of the ID token held, to compare UserInfo's with. */
function subjectOf({ tokens }: Session): string | undefined {
	const decoded = tokens?.id_token === undefined ? undefined : decodeToken(tokens.id_token);
	return decoded?.ok && typeof decoded.value.claims.sub === 'string' ? decoded.value.claims.sub : undefined;
}

async function read(session: Session, fact: Fact): Promise<Session> {
	const { server, configuration } = session;
	if (fact.kind !== 'exchanged' || !server || !configuration) return session;
	if (fact.move === 'api') return { ...session, api: await outcomeOf(fact, readApi) };
	if (fact.move !== 'userinfo') return session;
	const userinfo: Outcome<Record<string, unknown>> = await outcomeOf(fact, (response) =>
		readUserInfo(server, configuration.clientId, subjectOf(session), response, fact.exchange.at)
	);
	return { ...session, userinfo };
}

export const call: Step = {
	id: 'call',
	needs: ({ tokens }) => (tokens ? undefined : 'exchange'),
	asks: { api: askCall, userinfo: askUser },
	read,
	outcome: ({ api, userinfo }) => {
		const made = [api, userinfo].filter((outcome) => outcome !== undefined);
		if (made.length === 0) return undefined;
		return made.every(({ value }) => value !== undefined) ? 'done' : 'failed';
	}
};
