import type { AskFailure } from '$lib/lexicon/failure';
import { isSecureOrLoopback } from '$lib/message/loopback';
import type { Session } from './session';

/**
 * Why a message may not leave for this address: it is not encrypted on the way (RFC 6749 §3.1 and §3.2 want
 * TLS), it is not for this machine, and the person has not said yes to its host. Undefined: it may.
 */
export function refusedByGate(
	{ plainHosts }: Pick<Session, 'plainHosts'>,
	address: string
): AskFailure | undefined {
	if (!URL.canParse(address)) return undefined;
	const url = new URL(address);
	if (url.protocol !== 'http:' || isSecureOrLoopback(url) || plainHosts.includes(url.hostname)) {
		return undefined;
	}
	return { reason: 'plain-http', field: 'host', where: url.hostname };
}
