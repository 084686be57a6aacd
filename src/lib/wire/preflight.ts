/** What a browser asks before it sends a request of another origin: WHATWG Fetch §3.3. */

const usual = ['Authorization', 'Content-Type', 'DPoP'];
const isName = (text: string): boolean => /^[!#$%&'*+\-.^`|~\w]{1,100}$/.test(text);
const mostNames = 50;

/**
 * The headers that a page may send, for an endpoint that minds none: those that it asks for, and those that the
 * protocols have. A star would not do, since it does not stand for `Authorization`.
 */
export function headersAllowed({ headers }: Request): string {
	const asked = (headers.get('access-control-request-headers') ?? '')
		.split(',')
		.map((name) => name.trim())
		.filter(isName)
		.slice(0, mostNames);
	const known = new Set(asked.map((name) => name.toLowerCase()));
	return [...asked, ...usual.filter((name) => !known.has(name.toLowerCase()))].join(', ');
}

/** How long a browser may remember it, in seconds. */
export const preflightLifetime = '600';

/** The answer depends on these. */
export const preflightVary = 'Origin, Access-Control-Request-Headers';
