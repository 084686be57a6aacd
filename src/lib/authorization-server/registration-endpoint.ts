import * as v from 'valibot';
import { endedWith } from '$lib/lexicon/outcomes';
import { say } from '$lib/lexicon/said';
import { errorJson, json, noStore, type Answer } from './answer';
import { bodyType, randomText, type Call } from './call';
import { decide, pass, refuse, skip, warn, type Rule } from './decide';
import type { Grant } from './grants';
import {
	applicationOf,
	maxRegistration,
	metadataFault,
	redirectUrisFault,
	registrationOf,
	replaced,
	type Registration
} from './registration';
import type { Application } from './settings';
import { parseJson } from '$lib/wire/json';

interface RegistrationContext {
	call: Call;
	sent?: Record<string, unknown>;
	registration?: Registration;
}

/** An application that registered itself, and when: milliseconds since the epoch. */
interface Registered extends Application {
	registeredAt: number;
}

/** More than one person tries in a week. One more takes the place of the oldest that nobody uses. */
export const mostRegistered = 100;
const lifetime = 7 * 86_400;

const open: Rule<RegistrationContext> = {
	id: 'as-registration-open',
	look({ call: { realm } }) {
		const { allowRegistration } = realm.settings.policy;
		const compared = {
			expected: say('allowed'),
			actual: say(allowRegistration ? 'allowed' : 'switched-off')
		};
		return allowRegistration
			? pass(compared)
			: {
					status: 'fail',
					refusal: { error: 'access_denied', description: 'Registration is switched off here', status: 403 },
					...compared
				};
	}
};

const form: Rule<RegistrationContext> = {
	id: 'as-registration-form',
	look(context) {
		const { call } = context;
		const type = bodyType(call.request);
		const text = type === 'application/json' ? parseJson(call.body) : undefined;
		const parsed = v.safeParse(v.looseObject({}), text);
		const compared = { expected: say('a-json', 'object'), actual: type || say('no-content-type') };
		if (!parsed.success || Array.isArray(text))
			return refuse('invalid_client_metadata', 'The body has to be a JSON object', compared);
		context.sent = parsed.output;
		return pass(compared);
	}
};

const redirectUris: Rule<RegistrationContext> = {
	id: 'as-registration-redirect-uris',
	look({ sent }) {
		if (!sent) return skip(say('unreadable'));
		const expected = say('registered-addresses');
		const fault = redirectUrisFault(sent);
		return fault
			? refuse(fault.error, fault.description, { expected, actual: fault.actual })
			: pass({ expected, actual: say('good') });
	}
};

/** RFC 7591 §3.2.2. Wishes that are not fulfilled are no reason: RFC 7591 §3.2.1 lets the server replace them. */
const metadata: Rule<RegistrationContext> = {
	id: 'as-registration-metadata',
	look(context) {
		const { sent } = context;
		if (!sent) return skip(say('unreadable'));
		const expected = say('working-metadata');
		if (redirectUrisFault(sent)) return skip(say('without', 'redirect_uris'));
		const fault = metadataFault(sent);
		if (fault) return refuse(fault.error, fault.description, { expected, actual: fault.actual });
		const registration = registrationOf(sent);
		const size = JSON.stringify(registration).length;
		if (size > maxRegistration)
			return refuse('invalid_client_metadata', `The metadata has more than ${maxRegistration} characters`, {
				expected: say('characters-at-most', maxRegistration),
				actual: say('characters', size)
			});
		context.registration = registration;
		const other = replaced(sent, registration);
		return other.length === 0
			? pass({ expected, actual: say('as-asked-for') })
			: warn({ expected, actual: say('list', ...other) });
	}
};

/** RFC 7591 §3.2.1: the client's identifier and everything that was registered, defaults included. */
const answerOf = (registration: Registration, { clientId, clientSecret }: Application, issuedAt: number) => ({
	client_id: clientId,
	client_id_issued_at: issuedAt,
	...(clientSecret === undefined
		? {}
		: { client_secret: clientSecret, client_secret_expires_at: issuedAt + lifetime }),
	...registration
});

/** Never closed: when all places are taken the oldest goes that has no grant, and only then one that has. */
async function makeRoom({ realm }: Call): Promise<void> {
	const known = await realm.store.list<Registered>('application');
	if (known.length < mostRegistered) return;
	const inUse = new Set((await realm.store.list<Grant>('grant')).map(([, { clientId }]) => clientId));
	const rank = ({ clientId, registeredAt = 0 }: Registered): number =>
		registeredAt + (inUse.has(clientId) ? Number.MAX_SAFE_INTEGER / 2 : 0);
	const inOrder = known.sort(([, one], [, other]) => rank(one) - rank(other));
	for (const [key] of inOrder.slice(0, known.length - mostRegistered + 1))
		await realm.store.remove('application', key);
}

const rules: readonly Rule<RegistrationContext>[] = [open, form, redirectUris, metadata];

/**
 * Open registration, for a week and for a few: whoever asks is a third party and gets no secret of anybody else's.
 * @see [RFC 7591 §3.1](https://www.rfc-editor.org/rfc/rfc7591#section-3.1)
 */
export async function registrationEndpoint(call: Call): Promise<Answer> {
	const context: RegistrationContext = { call };
	const { checks, refusal } = await decide(rules, context);
	const { registration } = context;
	if (refusal || !registration) {
		const why = refusal ?? {
			error: 'invalid_client_metadata',
			description: 'The metadata could not be read'
		};
		return { response: errorJson(why), checks, outcome: endedWith('refused-with', why.error) };
	}
	const application = applicationOf(registration, (bytes) => randomText(call.realm, bytes));
	const kept: Registered = { ...application, registeredAt: call.now };
	await makeRoom(call);
	await call.realm.store.put('application', application.clientId, kept, call.now + lifetime * 1_000);
	const body = answerOf(registration, application, Math.floor(call.now / 1_000));
	return { response: json(body, 201, noStore), checks, outcome: endedWith('registered') };
}
