import { normalName } from './normal-name';

/** Headers whose values say how a message was carried, not who sent it. */
export const keptHeaders = [
	...[
		'accept',
		'accept-encoding',
		'accept-language',
		'accept-ranges',
		'age',
		'allow',
		'alt-svc',
		'cache-control'
	],
	...[
		'connection',
		'content-encoding',
		'content-language',
		'content-length',
		'content-location',
		'content-type'
	],
	...['content-security-policy', 'cross-origin-embedder-policy', 'cross-origin-opener-policy'],
	...[
		'cross-origin-resource-policy',
		'date',
		'dnt',
		'etag',
		'expires',
		'host',
		'keep-alive',
		'last-modified'
	],
	...['link', 'location', 'origin', 'permissions-policy', 'pragma', 'referer', 'referrer-policy', 'refresh'],
	...['retry-after', 'server', 'server-timing', 'strict-transport-security', 'te', 'timing-allow-origin'],
	...[
		'trailer',
		'transfer-encoding',
		'upgrade',
		'upgrade-insecure-requests',
		'user-agent',
		'vary',
		'via',
		'warning'
	],
	...['access-control-allow-credentials', 'access-control-allow-headers', 'access-control-allow-methods'],
	...['access-control-allow-origin', 'access-control-allow-private-network', 'access-control-expose-headers'],
	...['access-control-max-age', 'access-control-request-headers', 'access-control-request-method'],
	...['access-control-request-private-network', 'proxy-authenticate', 'www-authenticate'],
	...[
		'sec-ch-ua',
		'sec-ch-ua-mobile',
		'sec-ch-ua-platform',
		'sec-fetch-dest',
		'sec-fetch-mode',
		'sec-fetch-site'
	],
	...['sec-fetch-user', 'x-content-type-options', 'x-frame-options', 'x-xss-protection', 'x-powered-by'],
	...['ratelimit', 'ratelimit-policy', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'],
	...['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset', 'x-cache'],
	// By these the log of a provider finds the request.
	...['cf-ray', 'correlation-id', 'request-id', 'traceparent', 'x-amzn-requestid', 'x-amzn-trace-id'],
	...['x-auth0-requestid', 'x-correlation-id', 'x-ms-correlation-id', 'x-ms-ests-server', 'x-ms-request-id'],
	...['x-okta-request-id', 'x-request-id', 'x-trace-id', 'client-request-id']
];

/** Attributes of a cookie, which are no secret of it (RFC 6265 §4.1). */
const cookieAttributes = [
	...['expires', 'max-age', 'domain', 'path', 'secure', 'httponly', 'samesite', 'partitioned', 'priority']
];

const headers: ReadonlySet<string> = new Set(keptHeaders.map(normalName));
const attributes: ReadonlySet<string> = new Set(cookieAttributes.map(normalName));

/** Whether the value of this header stays in an export; that of every other becomes a placeholder. */
export const isKeptHeader = (name: string): boolean => headers.has(normalName(name));

export const isCookieAttribute = (name: string): boolean => attributes.has(normalName(name));
