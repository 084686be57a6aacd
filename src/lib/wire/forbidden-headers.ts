/** Fetch §2.2.2, forbidden request-header: what a browser alone writes, and no page. */
const names: ReadonlySet<string> = new Set([
	...['accept-charset', 'accept-encoding', 'access-control-request-headers', 'access-control-request-method'],
	...['connection', 'content-length', 'cookie', 'cookie2', 'date', 'dnt', 'expect', 'host', 'keep-alive'],
	...['origin', 'referer', 'set-cookie', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'via']
]);

const methodNames: ReadonlySet<string> = new Set([
	'x-http-method',
	'x-http-method-override',
	'x-method-override'
]);
const forbiddenMethods: ReadonlySet<string> = new Set(['connect', 'trace', 'track']);

/** Whether no page may send that header. */
export function isForbiddenHeader(name: string, value: string): boolean {
	const known = name.toLowerCase();
	if (names.has(known) || /^(?:proxy|sec)-/.test(known)) return true;
	if (!methodNames.has(known)) return false;
	return value.split(',').some((method) => forbiddenMethods.has(method.trim().toLowerCase()));
}
