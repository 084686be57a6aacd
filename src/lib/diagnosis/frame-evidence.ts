/** What a recording shows of a sign-in that nobody sees: where the browser sent it from, and with what. */
import type { Session } from '$lib/flow/session';
import { headerOf, type Exchange } from '$lib/wire/http';

/** The newest authorization request as it stands in the recording. */
const recordedRequest = ({ facts }: Session): Exchange | undefined => {
	const left = facts.findLast((fact) => fact.kind === 'left' && fact.step === 'authorize');
	return left?.kind === 'left' ? left.recorded : undefined;
};

const sent = (session: Session, name: string): string | undefined =>
	headerOf(recordedRequest(session)?.request.headers ?? [], name);

/** A frame of a page of another site, by what the browser itself says. */
export const isSilentFrame = (session: Session): true | undefined =>
	sent(session, 'sec-fetch-dest') === 'iframe' && sent(session, 'sec-fetch-site') === 'cross-site'
		? true
		: undefined;

/** Whether a cookie went along. A recorder that keeps none in the whole file says nothing of it. */
export function cookieOfFrame(session: Session): boolean | undefined {
	if (sent(session, 'cookie') !== undefined) return true;
	const isKept = session.imported !== undefined && !session.imported.lacks.includes('cookies');
	return isKept && recordedRequest(session) !== undefined ? false : undefined;
}
