/**
 * Local Network Access: a browser that has it asks the person before a page reaches into a more private network than it
 * came from. https://wicg.github.io/local-network-access/
 */
import { addressSpaceOf } from '$lib/message/address-space';
import { isLoopback } from '$lib/message/loopback';

export type PrivateSpace = 'loopback' | 'local';

/**
 * `unknown`: this browser has no such permission, or does not tell. `withheld`: the page around this one, or its host, does
 * not let the person be asked.
 */
export type NetworkPermission = PermissionState | 'withheld' | 'unknown';

/** What a browser that has it says of the policy of a document: no standard has it, Chromium does. */
interface Policy {
	allowsFeature(name: string): boolean;
}

export const policyOf = (page: Document & { featurePolicy?: Policy }): Policy | undefined =>
	page.featurePolicy;

/** The newest name first: browsers began with one permission for both spaces. */
const names: Record<PrivateSpace, readonly string[]> = {
	loopback: ['loopback-network', 'local-network-access'],
	local: ['local-network', 'local-network-access']
};

export async function networkPermission(
	space: PrivateSpace,
	permissions: Pick<Permissions, 'query'> | undefined,
	policy?: Policy
): Promise<NetworkPermission> {
	for (const name of names[space]) {
		try {
			const status = await permissions?.query({ name: name as PermissionName });
			const isWithheld = status?.state === 'denied' && policy?.allowsFeature(name) === false;
			if (status) return isWithheld ? 'withheld' : status.state;
		} catch {
			// A name that the browser does not know rejects.
		}
	}
	return 'unknown';
}

/** The space that a page has to be let into for this address; undefined: it is as public as the page, or not known. */
export function spaceToEnter(url: URL, origin: string): PrivateSpace | undefined {
	const [from, to] = [addressSpaceOf(new URL(origin)), addressSpaceOf(url)];
	if (from === 'loopback' || from === to) return undefined;
	return to === 'loopback' || to === 'local' ? to : undefined;
}

interface TargetedInit extends RequestInit {
	targetAddressSpace: PrivateSpace;
}

/**
 * The request of a page that came over https to plain `http:` on another machine, with the word that the machine is in
 * the local network: a browser with Local Network Access then asks the person instead of blocking it as mixed content.
 * To others the word means nothing.
 */
export function towardsItsSpace(request: Request, origin: string): Request {
	const url = new URL(request.url);
	if (!origin.startsWith('https:') || url.protocol !== 'http:') return request;
	if (isLoopback(url) || addressSpaceOf(url) === 'public') return request;
	const init: TargetedInit = { targetAddressSpace: 'local' };
	return new Request(request, init);
}
