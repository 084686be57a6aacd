import type { IntakeFailure } from '$lib/lexicon/failure';
import { responseParameters } from '$lib/message/authorization-response';

/**
 * Why a pasted text is not a callback of this walk; undefined when it may be. A native application's scheme
 * (RFC 8252 §7.1) is as good as https here: the URL is read, never opened.
 */
export function judgeCallback(text: string, redirectUri: string): IntakeFailure | undefined {
	if (!URL.canParse(text)) return { reason: 'not-a-url', where: text.slice(0, 200) };
	if (responseParameters({ url: text }).length === 0) return { reason: 'no-parameters' };
	const address = text.split(/[?#]/)[0] ?? '';
	if (address !== redirectUri.split(/[?#]/)[0]) return { reason: 'other-redirect-uri', where: address };
	return undefined;
}
