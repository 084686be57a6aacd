import type { Configuration } from '$lib/trace/configuration';
import type { HttpRequest } from '$lib/wire/http';
import { traceOfRecording } from './recording';

/**
 * The settings that a request to the authorization endpoint shows. Its issuer is a guess, the origin of that endpoint: the
 * request does not name it. Undefined: it is no such request.
 */
export function settingsOf(request: HttpRequest): Configuration | undefined {
	const trace = traceOfRecording([{ id: 'brought', request, at: 0, ms: 0, via: 'pasted' }]);
	const [first] = trace.ok ? trace.value : [];
	return first?.kind === 'configured' ? first.configuration : undefined;
}
