import type { Session } from './session';

/**
 * Whether this attempt asks the server to show nothing: `prompt=none`. What is not answered with a code is then answered
 * with an error.
 * @see [OIDC Core §3.1.2.1](https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest)
 */
export const asksSilently = ({ stepUp = [], configuration }: Session): boolean =>
	[...(configuration?.extra ?? []), ...stepUp].some(
		([name, value]) => name === 'prompt' && value.split(' ').includes('none')
	);

/** What a hidden frame came to, as far as the page can know. */
export type FrameEnd = 'code' | 'error' | 'other' | 'nothing';

export function frameEnd({ authorizationResponse: came }: Session): FrameEnd {
	if (!came) return 'nothing';
	return came.code !== undefined ? 'code' : came.error ? 'error' : 'other';
}

/** Whether the page and the server are of one origin: then no cookie of the server is a third party's. */
export function isOneOrigin({ authorizationRequest, configuration }: Session): boolean {
	const [there, here] = [authorizationRequest?.url ?? '', configuration?.redirectUri ?? ''];
	return URL.canParse(there) && URL.canParse(here) && new URL(there).origin === new URL(here).origin;
}
