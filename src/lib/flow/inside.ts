import { decisionLogOf, type Session } from './session';
import type { World } from './world';
import { headerOf, type Exchange } from '$lib/wire/http';

/** The exchange with what the server decided about it, where the server publishes that. */
export async function lookInside(world: World, session: Session, exchange: Exchange): Promise<Exchange> {
	const at = decisionLogOf(session);
	const requestId = exchange.response && headerOf(exchange.response.headers, 'x-request-id');
	if (!at || !requestId) return exchange;
	const inside = await world.look(at, { requestId });
	return inside.length > 0 ? { ...exchange, inside } : exchange;
}
