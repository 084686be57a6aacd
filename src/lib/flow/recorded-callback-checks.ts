/** What only a recording shows of how the browser came back to the application, and of what that did with it. */
import type { Check } from '$lib/lexicon/check';
import type { CookieLoss } from '$lib/lexicon/proofs';
import { check } from '$lib/lexicon/recording-checks';
import { say } from '$lib/lexicon/said';
import { applicationCookies } from './proof-of-cookies';
import { landingOf, type Landed } from './proof-of-landing';
import type { Proof } from './proof';
import type { ReceivedAuthorizationResponse, Session } from './session';

/** What may be meant: a cookie for other pages, one that was over, one that a script took away. */
const harmless: ReadonlySet<CookieLoss> = new Set(['path', 'expired', 'other']);

const isBad = (landing: Proof<Landed>): boolean =>
	landing.known && ['again', 'error', 'refused'].includes(landing.value.came);

function cookieCheck(session: Session, came: ReceivedAuthorizationResponse, landing: Proof<Landed>): Check[] {
	const cookies = applicationCookies(session, came.recorded);
	if (!cookies.known) {
		// Where it went well, or nobody knows how it went, cookies decide nothing.
		const isLeftOut = session.imported?.lacks.includes('cookies') === true && came.recorded !== undefined;
		if (!isBad(landing) || !(isLeftOut || cookies.why === 'taken-out')) return [];
		const actual = isLeftOut ? say('no-cookies-in-file') : say('taken-out');
		return [check('callback-cookies', 'skipped', { actual })];
	}
	const { back, lost } = cookies.value;
	const names = [...back, ...lost.map(({ name }) => name)];
	const expected = say('cookies-set', ...names);
	if (lost.length === 0) return [check('callback-cookies', 'pass', { expected, actual: expected })];
	const actual = say('cookies-lost', ...lost.map(({ name, why }) => say('cookie-lost', name, why)));
	const isRefused = landing.known && landing.value.came === 'refused';
	if (isRefused) return [check('callback-cookies', 'fail', { expected, actual })];
	const isTold = isBad(landing) || lost.some(({ why }) => !harmless.has(why));
	return isTold ? [check('callback-cookies', 'warn', { expected, actual })] : [];
}

/** That it answered with an error is told as such, and that it showed a page says nothing. */
function landingCheck(landing: Proof<Landed>): Check[] {
	if (!landing.known) return [];
	const { came, how = [] } = landing.value;
	if (came === 'refused' || came === 'page') return [];
	const status = came === 'onward' ? 'pass' : came === 'lost' ? 'fail' : 'warn';
	return [
		check('callback-landing', status, {
			expected: say('led-on'),
			actual: came === 'onward' ? say('led-on') : say('landed-at', came, ...how)
		})
	];
}

export function recordedCallbackChecks(session: Session, came: ReceivedAuthorizationResponse): Check[] {
	if (!session.recorded || !came.recorded) return [];
	const landing = landingOf(session, [], came);
	return [...cookieCheck(session, came, landing), ...landingCheck(landing)];
}
