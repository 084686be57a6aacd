/** Two attempts side by side: what was asked and what came of it, where they differ. */
import { hasFailed } from '$lib/lexicon/check';
import { onlyKnown } from '$lib/lexicon/only-known';
import { isSecretParameter } from '$lib/lexicon/secrets';
import { configurationFields, fieldNames } from '$lib/trace/configuration-fields';
import { requestSays } from '$lib/message/authorization-request';
import { sentPairs } from '$lib/message/token-request';
import { navigationTo } from '$lib/trace/exchanges';
import type { Pair } from '$lib/wire/form';
import { allChecks, type Outcome, type Session } from './session';

const subjects = ['configuration', 'request', 'response', 'token', 'outcome'] as const;

interface Difference {
	subject: (typeof subjects)[number];
	/** A field, a parameter by its name on the wire, or a move; missing where an attempt has nothing of the subject. */
	name?: string;
	/** Missing where an attempt has none. */
	here?: string;
	there?: string;
}

/** New in every attempt: that they differ says nothing. */
const ofOneAttempt = new Set([
	...['state', 'nonce', 'code_challenge', 'code_verifier', 'code', 'request', 'request_uri', 'dpop_jkt'],
	...['client_assertion', 'session_state', 'response', 'id_token', 'access_token']
]);

type Told = [Difference['subject'], name: string, value: string];

const told = (subject: Difference['subject'], pairs: readonly Pair[]): Told[] =>
	pairs
		.filter(([name]) => !ofOneAttempt.has(name))
		.map(([name, value]): Told => [subject, name, isSecretParameter(name) ? '…' : value]);

/** How a message ended, in the field's words: its status or failure, its error, and the checks that failed. */
function endOf(outcome: Outcome): string {
	const { exchange, error } = outcome;
	const failed = allChecks(outcome)
		.filter((check) => hasFailed([check]))
		.map(({ id }) => id);
	const { response, failure, assumed } = exchange;
	const status = response && !assumed ? String(response.status) : (failure?.reason ?? '');
	return [...(status === '' ? [] : [status]), ...(error ? [error.error] : []), ...failed].join(' ');
}

function tellings(session: Session): Told[] {
	const { configuration, authorizationRequest, authorizationResponse, pushed, exchange, outcomes } = session;
	const sent =
		authorizationRequest && requestSays(navigationTo(authorizationRequest), pushed ? [pushed.exchange] : []);
	const newest = new Map(outcomes.map((outcome): [string, Outcome] => [outcome.move, outcome]));
	return [
		...fieldNames.map((name): Told => [
			'configuration',
			name,
			configuration ? configurationFields[name].format(configuration) : ''
		]),
		...told('request', sent ?? []),
		...told('response', authorizationResponse?.parameters ?? []),
		...told('token', exchange ? sentPairs(exchange.exchange.request) : []),
		...[...newest].map(([move, outcome]): Told => ['outcome', move, endOf(outcome)])
	];
}

/** What of two attempts differs. What is new in every attempt is left out; what is secret counts by being there. */
export function differencesOf(one: Session, other: Session): Difference[] {
	const index = (session: Session) =>
		new Map(
			tellings(session)
				.filter(([, , value]) => value !== '')
				.map(([subject, name, value]) => [`${subject} ${name}`, { subject, name, value }] as const)
		);
	const [here, there] = [index(one), index(other)];
	const subjectsOf = (index: typeof here) => new Set([...index.values()].map(({ subject }) => subject));
	const [mySubjects, theirSubjects] = [subjectsOf(here), subjectsOf(there)];
	const lonely = subjects.filter((subject) => mySubjects.has(subject) !== theirSubjects.has(subject));
	const whole = lonely.map((subject): Difference => ({
		subject,
		[mySubjects.has(subject) ? 'here' : 'there']: ''
	}));
	const keys = new Set([...here.keys(), ...there.keys()]);
	const single = [...keys].flatMap((key): Difference[] => {
		const [mine, theirs] = [here.get(key), there.get(key)];
		const of = mine ?? theirs;
		if (!of || mine?.value === theirs?.value || lonely.includes(of.subject)) return [];
		const { subject, name } = of;
		return [{ subject, name, ...onlyKnown({ here: mine?.value, there: theirs?.value }) }];
	});
	return [...whole, ...single];
}
